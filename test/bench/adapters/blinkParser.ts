import { parseScript } from '../../../src/language/syntax/script.ts';

export const parse = (text: string): number =>
  parseScript(text).statements.reduce((sum, { statement }) => sum + statement.problems.length, 0);
