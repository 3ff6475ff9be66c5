/** `npm run typecheck`: every TypeScript configuration of the project, one after the other; fails if any fails. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** The whole, the language core without Node's types, the browser side, the tests (which see Node and the browser). */
const CONFIGURATIONS = [
  'tsconfig.json',
  'tsconfig.language.json',
  'src/webviews/tsconfig.json',
  'scripts/tsconfig.json',
  'test/tsconfig.json',
];

let failed = false;
for (const project of CONFIGURATIONS.filter(file => existsSync(file))) {
  const { status } = spawnSync(
    process.execPath,
    ['node_modules/typescript/bin/tsc', '--noEmit', '-p', project],
    {
      stdio: 'inherit',
    },
  );
  if (status !== 0) failed = true;
}
process.exitCode = failed ? 1 : 0;
