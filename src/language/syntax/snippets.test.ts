import { describe, expect, it } from 'vitest';
import { snippets } from '../../../test/language/material.ts';
import { parseScript } from './script.ts';

/** What the editor inserts when every place is left as proposed. */
function expand(body: readonly string[]): string {
  return body
    .join('\n')
    .replace(/\$\{\d+\|([^,|]+)[^}]*\|\}/g, '$1')
    .replace(/\$\{(\d+):((?:\\\}|[^}])*)\}/g, '$2')
    .replace(/\$\{\d+\}/g, 'MINUTE')
    .replace(/(?<!\\)\$0/g, '')
    .replace(/\\([$}\\])/g, '$1');
}

/** A snippet that begins inside a query, made a whole one. */
function whole(text: string): string {
  if (/^(?:CREATE|INSERT|SELECT)/.test(text)) return text;
  return text.startsWith('FROM') ? `SELECT *\n${text}` : `SELECT * FROM s\n${text}`;
}

describe('snippets', () => {
  it.each(Object.entries(snippets()))('%s is valid as proposed', (_, { body }) => {
    const script = parseScript(whole(expand(body)));
    expect(script.statements).toHaveLength(1);
    expect(script.statements[0]?.statement.problems).toEqual([]);
  });
});
