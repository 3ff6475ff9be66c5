import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build, version, type BuildOptions, type OutputFile } from 'esbuild';
import { fingerprints, isFresh, recipeOf, writeStamp } from './stamp.ts';
import type { Target } from './targets.ts';

export interface BundleSettings {
  /** The project's folder, absolute. */
  readonly root: string;
  /** Where the bundles go, absolute. */
  readonly outdir: string;
  /** Minified and without source map, as it is shipped. */
  readonly production: boolean;
}

/** The options esbuild gets for one target. */
export function optionsOf({ entry, output, options }: Target, settings: BundleSettings) {
  const { root, outdir, production } = settings;
  return {
    ...options,
    absWorkingDir: root,
    entryPoints: [{ in: entry, out: output.replace(/\.\w+$/, '') }],
    outdir,
    outExtension: { '.js': /\.\w+$/.exec(output)?.[0] ?? '.js' },
    bundle: true,
    minify: production,
    sourcemap: production ? false : 'linked',
    sourcesContent: false,
    legalComments: 'none',
    assetNames: 'webviews/[name]',
    loader: { '.ttf': 'file', '.svg': 'text', '.md': 'text' },
    define: { ...options.define, 'process.env.NODE_ENV': '"production"' },
    metafile: true,
    write: false,
    logLevel: 'warning',
  } satisfies BuildOptions;
}

/** Never a half-written bundle under its name: another process may be starting it. */
function writeWhole({ path, contents }: OutputFile): void {
  mkdirSync(dirname(path), { recursive: true });
  const partial = `${path}.${process.pid}.tmp`;
  writeFileSync(partial, contents);
  renameSync(partial, path);
}

/**
 * Makes one bundle unless it is up to date.
 * @returns whether anything was made
 * @throws esbuild's BuildFailure, whose messages esbuild has already printed to standard error
 */
export async function bundle(
  target: Target,
  settings: BundleSettings,
  stampFolder: string,
): Promise<boolean> {
  const options = optionsOf(target, settings);
  const recipe = recipeOf([version, options]);
  const stampFile = join(stampFolder, `${target.name}-${recipeOf(settings.outdir).slice(0, 8)}.json`);
  if (isFresh(settings.root, stampFile, recipe)) return false;
  const started = Date.now();
  const { metafile, outputFiles } = await build(options);
  const inputs = fingerprints(settings.root, Object.keys(metafile.inputs));
  for (const file of outputFiles) writeWhole(file);
  // A source that was saved while esbuild was at work may have been read before: say "stale" rather than "fresh".
  const savedMeanwhile = Object.values(inputs).some(print => Number(print.split(':')[1]) >= started);
  if (!savedMeanwhile) {
    writeStamp(stampFile, { recipe, inputs, outputs: outputFiles.map(({ path }) => path) });
  }
  return true;
}
