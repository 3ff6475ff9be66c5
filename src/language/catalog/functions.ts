import data from './data/functions.json' with { type: 'json' };
import { parseSignature } from './signature.ts';
import type { Signature } from './signature.ts';
import type { Confidence, Texts } from './texts.ts';

export type FunctionKind = 'scalar' | 'aggregate' | 'over' | 'table' | 'window' | 'match' | 'operator';

/** A built-in function or operator, with its docs. */
export interface BuiltIn extends Texts {
  /** As the manual writes it; functions are found without case. */
  readonly name: string;
  readonly kind: FunctionKind;
  readonly category: string;
  readonly signatures: readonly Signature[];
  /** How it is written when that is no plain call: `EXTRACT(unit FROM time)`. */
  readonly form?: string;
  readonly notes?: string;
  readonly example: string;
  /** The Blink version it came with, if not always there. */
  readonly since?: string;
  /** The same in Apache Flink SQL. */
  readonly flink: string;
  /** Known from source code only. */
  readonly undocumented: boolean;
  readonly confidence: Confidence;
  readonly sources: readonly string[];
}

const KINDS: ReadonlyMap<string, FunctionKind> = new Map([
  ['aggregate', 'aggregate'],
  ['over', 'over'],
  ['table', 'table'],
  ['group-window', 'window'],
  ['match-recognize', 'match'],
  ['comparison', 'operator'],
  ['logical', 'operator'],
  ['arithmetic', 'operator'],
  ['constructor', 'operator'],
  ['datetime-literal', 'operator'],
  ['watermark', 'operator'],
]);

/** Entries of other categories that are no calls either. */
const FORMS = new Set(['CASE WHEN', 'CAST']);

type Entry = (typeof data.functions)[number];

function read(entry: Entry): BuiltIn {
  const { name, category, en, example, flink } = entry;
  return {
    name,
    kind: FORMS.has(name) ? 'operator' : (KINDS.get(category) ?? 'scalar'),
    category,
    signatures: entry.signatures.map(parseSignature),
    ...('form' in entry ? { form: entry.form } : {}),
    ...('notes' in entry ? { notes: entry.notes } : {}),
    ...('since' in entry ? { since: entry.since } : {}),
    en,
    zh: entry.zh,
    example,
    flink,
    undocumented: 'undocumented' in entry,
    confidence: entry.confidence as Confidence,
    sources: entry.sources.map(index => data.sources[index] ?? ''),
  };
}

let all: readonly BuiltIn[] | undefined;
let byName: ReadonlyMap<string, BuiltIn> | undefined;

/** Every built-in function and operator, in the manual's order. */
export function builtIns(): readonly BuiltIn[] {
  return (all ??= data.functions.map(read));
}

/** The built-in function or operator of that name, whatever its case. */
export function builtIn(name: string): BuiltIn | undefined {
  byName ??= new Map(builtIns().map(item => [item.name.toUpperCase(), item]));
  return byName.get(name.toUpperCase());
}
