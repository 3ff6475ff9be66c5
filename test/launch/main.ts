/**
 * `node test/launch/main.ts [options]`: runs a suite inside VS Code's extension host.
 *
 *   --tests FOLDER   the suite; test/host when absent
 *   --desktop        in the desktop VS Code (downloaded) instead of the workbench from npm
 *   --development    tests the project's folder instead of the packed extension
 *   --language L     display language, such as zh-cn
 *   --limit SECONDS  time limit of the tests; 300 when absent
 *   --report FILE    copies the suite's report there
 *   --verbose        shows what the editor and the tests print
 *
 * Exit code: 0 all passed, 1 a test failed, 4 no complete report (the host died, or no tests), 124 time limit.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildAll } from '../../scripts/build/all.ts';
import { root } from '../../scripts/bootstrap/paths.mjs';
import { pack } from '../../scripts/package/pack.ts';
import { runHost } from './host.ts';
import { describe, verdict } from './verdict.ts';

const { values } = parseArgs({
  options: {
    tests: { type: 'string', default: join(root, 'test', 'host') },
    desktop: { type: 'boolean', default: false },
    development: { type: 'boolean', default: false },
    language: { type: 'string' },
    limit: { type: 'string', default: '300' },
    report: { type: 'string' },
    verbose: { type: 'boolean', default: false },
  },
});

if (values.development) await buildAll({ root, outdir: join(root, 'dist'), production: false });
const { end, report } = await runHost({
  tests: values.tests,
  editor: values.desktop ? 'desktop' : 'workbench',
  vsix: values.development ? undefined : await pack(),
  language: values.language,
  limitMs: Number(values.limit) * 1000,
  verbose: values.verbose,
});
if (values.report !== undefined && report) writeFileSync(values.report, JSON.stringify(report));
console.log(describe(end, report));
const passed = report?.tests.filter(test => test.passed).length ?? 0;
const failed = (report?.tests.length ?? 0) - passed;
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = verdict(end, report);
