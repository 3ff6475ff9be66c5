import data from './data/jobProperties.json' with { type: 'json' };
import type { Confidence, Texts } from './texts.ts';

/** A job parameter, set beside the code as `name=value`. Names are case-sensitive. */
export interface JobProperty extends Texts {
  readonly name: string;
  readonly type: 'boolean' | 'int' | 'long' | 'double' | 'string';
  readonly unit?: string;
  readonly default?: string;
  readonly values: readonly string[];
  readonly example?: string;
  readonly group: string;
  readonly since?: string;
  /** Set when a change makes the job lose its state, with the reason. */
  readonly stateLoss: boolean;
  readonly flink?: string;
  readonly confidence: Confidence;
  readonly source: string;
}

type Entry = (typeof data.properties)[number];

function read(entry: Entry): JobProperty {
  return {
    name: entry.name,
    type: entry.type as JobProperty['type'],
    ...('unit' in entry ? { unit: entry.unit } : {}),
    ...('default' in entry ? { default: entry.default } : {}),
    values: 'values' in entry ? entry.values : [],
    ...('example' in entry ? { example: entry.example } : {}),
    group: entry.group,
    ...('since' in entry ? { since: entry.since } : {}),
    stateLoss: 'stateLoss' in entry,
    ...('flink' in entry ? { flink: entry.flink } : {}),
    confidence: entry.confidence as Confidence,
    source: data.sources[entry.source] ?? '',
    en: entry.en,
    zh: entry.zh,
  };
}

let all: readonly JobProperty[] | undefined;

/** Every known job parameter. */
export function jobProperties(): readonly JobProperty[] {
  return (all ??= data.properties.map(read));
}

let byName: ReadonlyMap<string, JobProperty> | undefined;

/** The parameter of exactly that name. */
export function jobProperty(name: string): JobProperty | undefined {
  byName ??= new Map(jobProperties().map(item => [item.name, item]));
  return byName.get(name);
}
