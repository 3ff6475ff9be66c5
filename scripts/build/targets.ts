import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { BuildOptions } from 'esbuild';

/** One bundle: what it is called on the command line, and how esbuild makes it. Paths are relative to the project. */
export interface Target {
  readonly name: string;
  readonly entry: string;
  /** The file it makes, relative to the output folder. */
  readonly output: string;
  readonly options: BuildOptions;
}

/** VS Code 1.110, the oldest we support, runs extensions on Node 22. */
const NODE: BuildOptions = { platform: 'node', target: 'node22' };

/** `import.meta` has no meaning in CommonJS: give it one, so that shared code need not know how it is bundled. */
const COMMONJS: BuildOptions = {
  ...NODE,
  format: 'cjs',
  external: ['vscode'],
  define: {
    'import.meta.url': '__moduleUrl',
    'import.meta.dirname': '__dirname',
    'import.meta.filename': '__filename',
  },
  banner: { js: "const __moduleUrl = require('node:url').pathToFileURL(__filename).href;" },
};

/** Bundled CommonJS packages call `require` for Node's own modules: an ES module has to bring one. */
const ESM: BuildOptions = {
  ...NODE,
  format: 'esm',
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
};

/** Browser side: the Chromium of VS Code 1.110 is far newer than ES2022; one self-contained script per panel. */
const BROWSER: BuildOptions = {
  platform: 'browser',
  target: 'es2022',
  format: 'iife',
  conditions: ['production'],
};

/**
 * The transport is needed with the first call to a service, the language client with the first Blink document, and each
 * is larger than the rest of the extension: files of their own, which activation neither reads nor parses.
 */
const WITHOUT_LIBRARIES: BuildOptions = {
  ...COMMONJS,
  alias: { undici: './undici.cjs', 'vscode-languageclient/node': './language-client.cjs' },
  external: ['vscode', './undici.cjs', './language-client.cjs'],
  // The editor gives `vscode` to what is required, not to what Node imports.
  supported: { 'dynamic-import': false },
};

const PROGRAMS: readonly Target[] = [
  { name: 'extension', entry: 'src/extension.ts', output: 'extension.cjs', options: WITHOUT_LIBRARIES },
  { name: 'transport', entry: 'node_modules/undici/index.js', output: 'undici.cjs', options: COMMONJS },
  {
    name: 'language-client',
    entry: 'node_modules/vscode-languageclient/lib/node/main.js',
    output: 'language-client.cjs',
    options: COMMONJS,
  },
  { name: 'server', entry: 'src/server/main.ts', output: 'server.cjs', options: COMMONJS },
  { name: 'local-service', entry: 'src/local/main.ts', output: 'local-service.mjs', options: ESM },
  { name: 'cli', entry: 'src/cli/main.ts', output: 'cli.mjs', options: ESM },
];

function webviewTargets(root: string): Target[] {
  const folder = join(root, 'src/webviews');
  if (!existsSync(folder)) return [];
  return readdirSync(folder).map(name => ({
    name: `webview-${name}`,
    entry: `src/webviews/${name}/main.ts`,
    output: `webviews/${name}.js`,
    options: BROWSER,
  }));
}

/** Every bundle whose source exists. */
export function targetsOf(root: string): Target[] {
  return [...PROGRAMS, ...webviewTargets(root)].filter(({ entry }) => existsSync(join(root, entry)));
}
