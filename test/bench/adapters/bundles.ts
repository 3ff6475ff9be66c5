import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundle } from '../../../scripts/build/bundle.ts';
import { root, tools } from '../../../scripts/bootstrap/paths.mjs';
import { ensureRivals } from './install.ts';

/** A tool on the bench: one bundle of an adapter and the tool behind it. */
export interface Tool {
  readonly name: string;
  /** Of the package; none of our own. */
  readonly version?: string;
  /** Path of a CommonJS module that exports an Adapter. */
  readonly file: string;
}

const ADAPTERS = {
  blink: ['Blink SQL', undefined],
  blinkParser: ['Blink SQL, parser alone', undefined],
  blinkDiagnose: ['Blink SQL, with all checks', undefined],
  dtSqlParser: ['dt-sql-parser FlinkSQL', 'dt-sql-parser'],
  nodeSqlParser: ['node-sql-parser flinksql', 'node-sql-parser'],
  sqlFormatter: ['sql-formatter spark', 'sql-formatter'],
} as const;

export type ToolName = keyof typeof ADAPTERS;

/** Bundles of one folder, made as those of the extension are; made again only when a source changed. */
export const BUNDLES = join(tools, 'bench');

/**
 * Makes an adapter's bundle, installing the rivals when it needs them.
 * @throws Error when npm or esbuild fails
 */
export async function toolOf(adapter: ToolName): Promise<Tool> {
  const [name, rival] = ADAPTERS[adapter];
  const nodePaths = rival === undefined ? [] : [await ensureRivals()];
  const target = {
    name: `bench-${adapter}`,
    entry: `test/bench/adapters/${adapter}.ts`,
    output: `${adapter}.cjs`,
    options: { platform: 'node', target: 'node22', format: 'cjs', nodePaths },
  } as const;
  await bundle(target, { root, outdir: BUNDLES, production: true }, join(tools, 'stamps'));
  const file = join(BUNDLES, target.output);
  return rival === undefined ? { name, file } : { name, file, version: versionOf(nodePaths, rival) };
}

function versionOf(nodePaths: readonly string[], packageName: string): string {
  const manifest = readFileSync(join(nodePaths[0] ?? '', packageName, 'package.json'), 'utf8');
  return (JSON.parse(manifest) as { version: string }).version;
}
