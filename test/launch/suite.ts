import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { root } from '../../scripts/bootstrap/paths.mjs';
import type { SuiteReport } from '../host/report.ts';

/**
 * Bundles the entry and every `*.test.ts` of a suite's folder into `outdir`, one CommonJS file each.
 * @throws Error when the folder holds no tests
 */
export async function bundleSuite(folder: string, outdir: string): Promise<void> {
  const tests = globSync('**/*.test.ts', { cwd: folder });
  if (tests.length === 0) throw new Error(`${folder} holds no *.test.ts`);
  await build({
    absWorkingDir: root,
    entryPoints: [
      { in: 'test/host/index.ts', out: 'index' },
      ...tests.map(file => ({ in: join(folder, file), out: file.replaceAll('/', '-').replace(/\.ts$/, '') })),
    ],
    outdir,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    target: 'node22',
    format: 'cjs',
    sourcemap: 'inline',
    external: ['vscode', 'mocha'],
    logLevel: 'warning',
  });
}

/** The report a suite left in `outdir`; undefined when it left none, or something else. */
export function readReport(outdir: string): SuiteReport | undefined {
  try {
    return JSON.parse(readFileSync(join(outdir, 'report.json'), 'utf8')) as SuiteReport;
  } catch {
    return undefined;
  }
}
