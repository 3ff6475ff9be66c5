import { FlinkSQL } from 'dt-sql-parser/dist/parser/flink/index.js';

/**
 * One parse, with the listener that makes it collect its errors. (Its `validate` would parse a faulty text twice, and
 * remember the last text.)
 */
export function parse(text: string): number {
  let errors = 0;
  new FlinkSQL().parse(text, () => {
    errors += 1;
  });
  return errors;
}
