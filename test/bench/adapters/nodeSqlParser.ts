import { Parser } from 'node-sql-parser/build/flinksql.js';

const parser = new Parser();

/** Knows no recovery: the first error is thrown. */
export function parse(text: string): number {
  parser.astify(text, { database: 'flinksql' });
  return 0;
}
