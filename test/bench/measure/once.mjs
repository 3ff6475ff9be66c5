/**
 * The first parse of a fresh process: `node once.mjs TEXT [BUNDLE]` prints what it took from before the tool is loaded
 * until the text is parsed. Without a bundle it does nothing: what Node alone takes. Plain JavaScript, so that no time
 * goes into taking types away.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const [textFile = '', bundle] = process.argv.slice(2);
const require = createRequire(import.meta.url);
const text = readFileSync(textFile, 'utf8');

if (bundle !== undefined) {
  const before = performance.now();
  const { parse } = require(bundle);
  const loaded = performance.now();
  let errors = null;
  try {
    errors = parse(text);
  } catch {
    // A tool that gives up answers null.
  }
  const parsed = performance.now();
  process.stdout.write(JSON.stringify({ load: loaded - before, first: parsed - before, errors }));
}
