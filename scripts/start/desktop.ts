import { spawn, spawnSync } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildAll } from '../build/all.ts';
import { root } from '../bootstrap/paths.mjs';
import type { Running } from '../start.ts';
import { stopGroup } from '../workbench/processGroup.ts';

const { platform, env } = process;

/** Where the installers of VS Code put its program (not its command line tool, which leaves the program behind). */
function knownPlaces(): string[] {
  if (platform === 'darwin') {
    const app = 'Applications/Visual Studio Code.app/Contents/MacOS';
    return ['/', env['HOME'] ?? '/'].flatMap(base => [join(base, app, 'Code'), join(base, app, 'Electron')]);
  }
  if (platform === 'win32') {
    const own = env['LOCALAPPDATA'] === undefined ? undefined : join(env['LOCALAPPDATA'], 'Programs');
    return [own, env['ProgramFiles']]
      .filter(base => base !== undefined)
      .map(base => join(base, 'Microsoft VS Code', 'Code.exe'));
  }
  const { status, stdout } = spawnSync('which', ['code'], { encoding: 'utf8' });
  const besideCommand = status === 0 ? [join(dirname(dirname(realpathSync(stdout.trim()))), 'code')] : [];
  return [...besideCommand, '/usr/share/code/code', '/snap/code/current/usr/share/code/code'];
}

/** The desktop VS Code's program, if there is one and a screen to show it on. */
export function findDesktop(): string | undefined {
  const hasScreen =
    platform !== 'linux' || env['DISPLAY'] !== undefined || env['WAYLAND_DISPLAY'] !== undefined;
  return hasScreen ? knownPlaces().find(path => existsSync(path)) : undefined;
}

/** Opens `folder` in the desktop VS Code with the project's folder as an extension under development. */
export async function startDesktop(program: string, data: string, folder: string): Promise<Running> {
  await buildAll({ root, outdir: join(root, 'dist'), production: false });
  const profile = [
    '--user-data-dir',
    join(data, 'desktop'),
    '--extensions-dir',
    join(data, 'desktop-extensions'),
  ];
  const flags = ['--disable-workspace-trust', '--skip-welcome', '--skip-release-notes', '--disable-updates'];
  const args = [...profile, ...flags, `--extensionDevelopmentPath=${root}`, folder];
  if (process.getuid?.() === 0) args.push('--no-sandbox');
  const editor = spawn(program, args, { stdio: ['ignore', 2, 2], detached: platform !== 'win32' });
  const ended = new Promise<boolean>(done => editor.once('exit', code => done(code === 0)));
  await new Promise<void>((done, fail) => {
    editor.once('spawn', done);
    editor.once('error', fail);
  });
  return { address: pathToFileURL(program).href, ended, stop: () => stopGroup(editor) };
}
