/** Writes the documentation pages of all checks: `node scripts/checkPages.ts`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { checkPage } from '../src/language/analysis/checks/page.ts';
import { CHECKS } from '../src/language/analysis/checks/registry.ts';

const folder = new URL('../docs/checks/', import.meta.url);
mkdirSync(folder, { recursive: true });
for (const check of CHECKS) writeFileSync(new URL(`${check.id}.md`, folder), checkPage(check));
