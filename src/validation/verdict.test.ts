import { describe, expect, it } from 'vitest';
import type { LocatedError } from '../language/service/locate.ts';
import type { TableUse } from '../services/model.ts';
import { verdictOf } from './verdict.ts';

const table = (alias: string): TableUse => ({ alias, name: alias, type: 'rds', properties: {} });
const found = (start: number, end: number) => (): LocatedError[] => [
  { start, end, message: 'm', severity: 'error' },
];
const invalid = { valid: false, code: 'JobValidateFailed', message: 'text' } as const;

describe('verdict', () => {
  it('counts the tables of valid code', () => {
    const outcome = {
      valid: true,
      inputs: [table('a'), table('b')],
      outputs: [table('c')],
      dims: [],
    } as const;
    expect(verdictOf(outcome, 'code', found(0, 1))).toMatchObject({
      kind: 'valid',
      inputs: 2,
      outputs: 1,
      dims: 0,
    });
  });

  it('hands the service’s whole text and the code to the locator', () => {
    const seen: string[] = [];
    verdictOf(invalid, 'SELECT', (message, code) => {
      seen.push(message, code);
      return [];
    });
    expect(seen).toEqual(['text', 'SELECT']);
  });

  it.each([
    [2, 5, 2, 5],
    [3, 3, 3, 4],
    [6, 9, 5, 6],
    [99, 120, 5, 6],
    [-4, 2, 0, 2],
  ])('shows %i to %i as %i to %i of six characters', (start, end, shownStart, shownEnd) => {
    const verdict = verdictOf(invalid, 'SELECT', found(start, end));
    expect(verdict).toMatchObject({ kind: 'invalid', errors: [{ start: shownStart, end: shownEnd }] });
  });
});
