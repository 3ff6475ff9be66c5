/**
 * `npm run build [-- options]`: bundles src/ into dist/. Does nothing when nothing changed.
 *
 *   --production     minified, without source maps
 *   --only NAME      one bundle: extension, server, local-service, cli, webview-<name>
 *   --watch          builds again on every change, until it is interrupted
 *   --quiet          prints nothing but errors
 */
import { parseArgs } from 'node:util';
import { join } from 'node:path';
import { context } from 'esbuild';
import { buildAll } from './build/all.ts';
import { optionsOf, type BundleSettings } from './build/bundle.ts';
import { targetsOf } from './build/targets.ts';
import { root } from './bootstrap/paths.mjs';

const { values } = parseArgs({
  options: {
    production: { type: 'boolean', default: false },
    only: { type: 'string' },
    watch: { type: 'boolean', default: false },
    quiet: { type: 'boolean', default: false },
  },
});

/** Messages go to standard error: a caller's standard output may be a protocol (`local-service`). */
function say(message: string): void {
  if (!values.quiet) console.error(message);
}

async function watch(settings: BundleSettings): Promise<void> {
  const chosen = targetsOf(root).filter(({ name }) => values.only === undefined || name === values.only);
  for (const target of chosen) {
    const watching = await context({ ...optionsOf(target, settings), write: true, logLevel: 'info' });
    await watching.watch();
  }
}

const settings: BundleSettings = { root, outdir: join(root, 'dist'), production: values.production };
const started = performance.now();
try {
  const made = await buildAll(settings, values.only);
  const seconds = ((performance.now() - started) / 1000).toFixed(2);
  say(made.length === 0 ? `dist/ is up to date (${seconds} s)` : `built ${made.join(', ')} in ${seconds} s`);
  if (values.watch) await watch(settings);
} catch (error) {
  // esbuild has printed the place and the line of each error itself.
  if (!(error instanceof Error && 'errors' in error))
    console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
