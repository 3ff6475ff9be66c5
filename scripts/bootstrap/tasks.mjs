/**
 * The tasks of package.json. Each is a list of steps; a step is what Node is given on its command line, from the
 * project's folder. The arguments of the caller go to the last step.
 */
export const TASKS = {
  build: [['scripts/build.ts']],
  start: [['scripts/start.ts']],
  test: [['scripts/test.ts']],
  package: [['scripts/package.ts']],
  'local-service': [['scripts/build.ts', '--only', 'local-service', '--quiet'], ['dist/local-service.mjs']],
  cli: [['scripts/build.ts', '--only', 'cli', '--quiet'], ['dist/cli.mjs']],
  ui: [['node_modules/vitest/vitest.mjs', 'run', '--config', 'test/editor.vitest.mjs', '--dir', 'test/ui']],
  launchers: [
    ['node_modules/vitest/vitest.mjs', 'run', '--config', 'test/editor.vitest.mjs', '--dir', 'test/launch'],
  ],
  host: [['test/launch/main.ts']],
  fuzz: [['test/fuzz/main.ts']],
  unit: [['node_modules/vitest/vitest.mjs', 'run']],
  lint: [['node_modules/eslint/bin/eslint.js', '.']],
  typecheck: [['scripts/typecheck.ts']],
  format: [['node_modules/prettier/bin/prettier.cjs', '--log-level', 'warn', '--write', '.']],
  look: [['test/ui/look.ts']],
  bench: [['test/bench/bench.ts']],
  activation: [['test/bench/activation.ts']],
  'start-time': [['test/bench/start.ts']],
};
