import { copyFileSync, existsSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { bundle, type BundleSettings } from './bundle.ts';
import { targetsOf, type Target } from './targets.ts';

/** Icons of VS Code for the panels: a webview cannot use the editor's own copy. */
const CODICONS = ['codicon.css', 'codicon.ttf'];

function copyCodicons({ root, outdir }: BundleSettings): void {
  mkdirSync(join(outdir, 'webviews'), { recursive: true });
  for (const name of CODICONS) {
    const from = join(root, 'node_modules/@vscode/codicons/dist', name);
    const to = join(outdir, 'webviews', name);
    if (!existsSync(to) || statSync(to).size !== statSync(from).size) copyFileSync(from, to);
  }
}

/**
 * Makes every bundle that is out of date, or of `only` when given.
 * @returns the names of the bundles made
 * @throws Error when `only` names no bundle, or esbuild's BuildFailure
 */
export async function buildAll(settings: BundleSettings, only?: string): Promise<string[]> {
  const all = targetsOf(settings.root);
  const chosen = only === undefined ? all : all.filter(({ name }) => name === only);
  if (only !== undefined && chosen.length === 0) {
    throw new Error(`There is no bundle "${only}"; there are: ${all.map(({ name }) => name).join(', ')}`);
  }
  if (chosen.some(isWebview)) copyCodicons(settings);
  const stamps = join(settings.root, '.tools', 'stamps');
  const made = await Promise.all(
    chosen.map(async target => ((await bundle(target, settings, stamps)) ? target.name : undefined)),
  );
  return made.filter(name => name !== undefined);
}

function isWebview({ name }: Target): boolean {
  return name.startsWith('webview-');
}
