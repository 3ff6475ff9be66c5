import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { downloadAndUnzipVSCode, resolveCliArgsFromVSCodeExecutablePath } from '@vscode/test-electron';
import { tools } from '../../scripts/bootstrap/paths.mjs';
import { signalGroup } from '../../scripts/workbench/processGroup.ts';
import type { HostRun } from './host.ts';
import { timeLimit } from './timeLimit.ts';
import type { End } from './verdict.ts';

function installVsix(executable: string, folders: readonly string[], vsix: string): void {
  const [program = '', ...first] = resolveCliArgsFromVSCodeExecutablePath(executable, {
    reuseMachineInstall: true,
  });
  const { status } = spawnSync(program, [...first, ...folders, '--install-extension', vsix, '--force'], {
    stdio: ['ignore', 2, 2],
  });
  if (status !== 0) throw new Error(`VS Code refused to install ${vsix}`);
}

/**
 * Runs a bundled suite in the desktop VS Code, which is downloaded when it is not there.
 * @returns how the editor ended; what the tests said is in their report
 */
export async function runOnDesktop(run: HostRun): Promise<End> {
  const executable = await downloadAndUnzipVSCode({ cachePath: join(tools, 'desktop') });
  const folders = [
    `--user-data-dir=${join(run.runFolder, 'data')}`,
    `--extensions-dir=${join(run.runFolder, 'extensions')}`,
  ];
  if (run.vsix !== undefined) installVsix(executable, folders, run.vsix);
  const args = [
    ...(run.folder === undefined ? [] : [run.folder]),
    ...folders,
    '--no-sandbox',
    '--disable-gpu-sandbox',
    '--disable-updates',
    '--skip-welcome',
    '--skip-release-notes',
    '--disable-workspace-trust',
    `--extensionDevelopmentPath=${run.developmentExtension}`,
    `--extensionTestsPath=${join(run.suite, 'index.cjs')}`,
    ...(run.language === undefined ? [] : [`--locale=${run.language}`]),
  ];
  // A group of its own, so that a hanging editor ends with all of its processes.
  const editor = spawn(executable, args, {
    stdio: ['ignore', 2, 2],
    env: { ...process.env, ...run.env },
    detached: true,
  });
  return new Promise<End>((done, fail) => {
    void timeLimit(run).then(end => {
      if (editor.exitCode === null) signalGroup(editor, 'SIGKILL');
      done(end);
    });
    editor.once('error', fail);
    editor.once('exit', (_code, signal) => done(signal === null ? 'exited' : 'died'));
  });
}
