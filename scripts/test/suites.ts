/** One suite of `npm test`. */
export interface Suite {
  readonly name: string;
  /** What Node is given on its command line; a suite of several commands passes when all of them do. */
  readonly commands: readonly (readonly string[])[];
  /**
   * Where the figures come from: `check` is one test per command, which passes with exit code 0; `vitest` and `host`
   * write a report to the path that takes the place of REPORT in the command.
   */
  readonly figures: 'check' | 'vitest' | 'host';
  /** Suites of the same lane run one after the other; a later lane waits for the earlier ones. */
  readonly lane: 'sources' | 'tools' | 'editor';
}

/** Placeholder for the path of the report. */
export const REPORT = '<report>';

const vitest = (...args: string[]) => [
  [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${REPORT}`,
    ...args,
  ],
];
const inEditor = (folder: string) => vitest('--config', 'test/editor.vitest.mjs', '--dir', folder);
const pure = (folder: string) => vitest('--config', 'test/pure.vitest.mjs', '--dir', folder);
const tsc = (project: string) => ['node_modules/typescript/bin/tsc', '--noEmit', '-p', project];

/** Every suite, in the order of their report. */
export const SUITES: readonly Suite[] = [
  { name: 'tools', commands: [['scripts/workbench.ts']], figures: 'check', lane: 'tools' },
  {
    name: 'format',
    commands: [['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.']],
    figures: 'check',
    lane: 'sources',
  },
  {
    name: 'lint',
    commands: [['node_modules/eslint/bin/eslint.js', '--max-warnings', '0', '.']],
    figures: 'check',
    lane: 'sources',
  },
  {
    name: 'types',
    commands: [
      tsc('tsconfig.json'),
      tsc('tsconfig.language.json'),
      tsc('src/webviews/tsconfig.json'),
      tsc('scripts/tsconfig.json'),
      tsc('test/tsconfig.json'),
    ],
    figures: 'check',
    lane: 'sources',
  },
  { name: 'dead-code', commands: [['node_modules/knip/bin/knip.js']], figures: 'check', lane: 'sources' },
  { name: 'l10n', commands: [['scripts/l10n.ts']], figures: 'check', lane: 'sources' },
  { name: 'unit', commands: vitest(), figures: 'vitest', lane: 'sources' },
  { name: 'grammar', commands: pure('test/grammar'), figures: 'vitest', lane: 'sources' },
  { name: 'fuzz', commands: pure('test/fuzz'), figures: 'vitest', lane: 'sources' },
  { name: 'build', commands: [['scripts/build.ts']], figures: 'check', lane: 'sources' },
  { name: 'package', commands: [['scripts/package.ts']], figures: 'check', lane: 'sources' },
  { name: 'host', commands: [['test/launch/main.ts', '--report', REPORT]], figures: 'host', lane: 'editor' },
  { name: 'ui', commands: inEditor('test/ui'), figures: 'vitest', lane: 'editor' },
  { name: 'launchers', commands: inEditor('test/launch'), figures: 'vitest', lane: 'editor' },
  { name: 'start', commands: inEditor('test/start'), figures: 'vitest', lane: 'editor' },
];
