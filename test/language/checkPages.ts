import { readdirSync, readFileSync } from 'node:fs';

const FOLDER = new URL('../../docs/checks/', import.meta.url);

/** The documentation page of a check. */
export function readCheckPage(id: string): string {
  return readFileSync(new URL(`${id}.md`, FOLDER), 'utf8');
}

/** The ids all pages are of. */
export function checkPageIds(): string[] {
  return readdirSync(FOLDER).map(file => file.replace(/\.md$/, ''));
}
