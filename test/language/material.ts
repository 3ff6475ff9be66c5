import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** One labelled input of the conformance set; its README describes the fields. */
export interface ConformanceCase {
  readonly id: string;
  readonly group: number;
  readonly sql: string;
  readonly accept: boolean;
  readonly statements: number;
  readonly features: readonly string[];
  readonly errors: readonly {
    readonly line: number | null;
    readonly column: number | null;
    readonly absColumn?: number;
    readonly kind: string;
    readonly message: string;
  }[];
  readonly tree?: readonly Record<string, unknown>[];
}

const SHARED = new URL('../../../shared/language/', import.meta.url);

function shared(path: string): string {
  const file = fileURLToPath(new URL(path, SHARED));
  if (!existsSync(file)) throw new Error(`Material of the language tests is missing: ${file}`);
  return file;
}

/** The conformance set, which lies beside the project. */
export function conformanceCases(): ConformanceCase[] {
  return readFileSync(shared('conformance/dev.jsonl'), 'utf8')
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line) as ConformanceCase);
}

/** Real scripts, with what is known of each. */
export function corpusScripts(): { file: string; text: string; kind: string; dialect: string }[] {
  const index = JSON.parse(readFileSync(shared('corpus/index.json'), 'utf8')) as {
    file: string;
    kind: string;
    dialect: string;
  }[];
  const files = new Set(readdirSync(shared('corpus')));
  return index
    .filter(item => files.has(item.file))
    .map(({ file, kind, dialect }) => ({
      file,
      kind,
      dialect,
      text: readFileSync(shared(`corpus/${file}`), 'utf8'),
    }));
}

/** The snippets of the extension, by their titles. */
export function snippets(): Record<string, { prefix: string; body: string[]; description: string }> {
  const file = fileURLToPath(new URL('../../syntaxes/snippets.json', import.meta.url));
  return JSON.parse(readFileSync(file, 'utf8')) as ReturnType<typeof snippets>;
}
