import { spawn, spawnSync } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';

/**
 * Modules that the workbench's extension host loads if it can: spdlog writes the log files and fills the log output
 * channels, the watchdog ends a host whose server died. Everything else it needs comes prebuilt.
 */
const MODULES = ['@vscode/spdlog', '@vscode/native-watchdog'];
const COMPILERS = ['python3', 'make', 'g++'];

function find(program: string): string | undefined {
  const { status, stdout } = spawnSync('which', [program], { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : undefined;
}

/** The node-gyp that npm carries. */
function nodeGyp(): string | undefined {
  const npm = process.env['npm_execpath'] ?? find('npm');
  if (npm === undefined) return undefined;
  try {
    return createRequire(realpathSync(npm)).resolve('node-gyp/bin/node-gyp.js');
  } catch {
    return undefined;
  }
}

function compile(folder: string, gyp: string, nodeFolder: string): Promise<boolean> {
  const node = join(nodeFolder, 'bin', 'node');
  const path = dirname(node) + delimiter + (process.env['PATH'] ?? '');
  // The headers come with the Node package: nothing is downloaded.
  const args = [gyp, 'rebuild', `--nodedir=${nodeFolder}`, '--loglevel=error', '--jobs=max'];
  const child = spawn(node, args, {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'ignore'],
    env: { ...process.env, PATH: path },
  });
  return new Promise(resolve => {
    child.once('error', () => resolve(false));
    child.once('exit', code => resolve(code === 0));
  });
}

/** Compiles the optional native modules; where that is impossible, says what will be missing and goes on. */
export async function buildNativeModules(modules: string, nodeFolder: string): Promise<void> {
  const gyp = COMPILERS.every(program => find(program) !== undefined) ? nodeGyp() : undefined;
  const built =
    gyp !== undefined &&
    (await Promise.all(MODULES.map(name => compile(join(modules, name), gyp, nodeFolder)))).every(ok => ok);
  if (!built) {
    console.error(`the workbench goes on without log files: compiling them needs ${COMPILERS.join(', ')}`);
  }
}
