import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root, tools } from '../../scripts/bootstrap/paths.mjs';
import type { SuiteReport } from '../host/report.ts';
import { runOnDesktop } from './desktopHost.ts';
import { bundleSuite, readReport } from './suite.ts';
import type { End } from './verdict.ts';
import { runInWorkbench } from './workbenchHost.ts';

/** One run of one suite, as the launchers get it. */
export interface HostRun {
  /** Folder of the bundled suite. */
  readonly suite: string;
  /** Everything this run writes is below it. */
  readonly runFolder: string;
  /** Folder that the editor has open. */
  readonly folder: string | undefined;
  /** The packed extension under test; undefined when it is under test as a development folder. */
  readonly vsix: string | undefined;
  readonly developmentExtension: string;
  readonly language: string | undefined;
  readonly env: Readonly<Record<string, string>> | undefined;
  readonly limitMs: number;
  /** Whether what the editor and the tests print is shown. */
  readonly verbose: boolean;
}

export interface HostOptions {
  /** Folder with the `*.test.ts`, such as test/host. */
  readonly tests: string;
  /** `workbench`: VS Code from npm in a browser. `desktop`: downloaded by @vscode/test-electron. */
  readonly editor: 'workbench' | 'desktop';
  /** The packed extension to test, in production mode, beside an empty extension under development. */
  readonly vsix?: string | undefined;
  /** The extension under development; the project's own folder when absent and nothing packed is tested. */
  readonly developmentExtension?: string;
  readonly folder?: string | undefined;
  readonly language?: string | undefined;
  readonly env?: Readonly<Record<string, string>>;
  /** Milliseconds from the beginning of the first test. */
  readonly limitMs: number;
  readonly verbose?: boolean;
}

export interface HostOutcome {
  readonly end: End;
  readonly report: SuiteReport | undefined;
}

const emptyExtension = join(root, 'test', 'launch', 'harness');

/** Runs the suite in `tests` inside an editor's extension host and brings back what it said. */
export async function runHost(options: HostOptions): Promise<HostOutcome> {
  // Below the project's folder, since the bundled tests take mocha from its node_modules.
  mkdirSync(join(tools, 'runs'), { recursive: true });
  const runFolder = mkdtempSync(join(tools, 'runs', 'host-'));
  const suite = join(runFolder, 'suite');
  const folder = options.folder ?? join(runFolder, 'folder');
  mkdirSync(folder, { recursive: true });
  await bundleSuite(options.tests, suite);
  const launch = options.editor === 'desktop' ? runOnDesktop : runInWorkbench;
  const end = await launch({
    suite,
    runFolder,
    folder,
    vsix: options.vsix,
    developmentExtension:
      options.developmentExtension ?? (options.vsix === undefined ? root : emptyExtension),
    language: options.language,
    env: options.env,
    limitMs: options.limitMs,
    verbose: options.verbose ?? false,
  });
  const report = readReport(suite);
  rmSync(runFolder, { recursive: true, force: true });
  return { end, report };
}
