/** `node scripts/l10n.ts`: fails when a text of the code or of the manifest lacks its Chinese, or the other way round. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getL10nJson } from '@vscode/l10n-dev';
import { root } from './bootstrap/paths.mjs';
import { translationProblems, type Texts } from './l10n/check.ts';

const read = (file: string) => readFileSync(join(root, file), 'utf8');
const readTexts = (file: string) => JSON.parse(read(file)) as Texts;

const sources = globSync('src/**/*.ts', { cwd: root }).filter(file => !file.endsWith('.test.ts'));
const used = await getL10nJson(sources.map(file => ({ extension: '.ts', contents: read(file) })));
const problems = translationProblems({
  used: Object.keys(used),
  bundle: readTexts('l10n/bundle.l10n.zh-cn.json'),
  manifest: read('package.json'),
  english: readTexts('package.nls.json'),
  chinese: readTexts('package.nls.zh-cn.json'),
});
for (const problem of problems) console.error(problem);
console.error(`${Object.keys(used).length} texts in the code, ${problems.length} problems`);
process.exitCode = problems.length > 0 || Object.keys(used).length === 0 ? 1 : 0;
