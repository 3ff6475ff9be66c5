import { describe, expect, it } from 'vitest';
import { at, first, labels, taking } from './testScript.ts';

describe('completion of functions', () => {
  it('puts in the parameters as stops', () => {
    expect(taking('SELECT SPLIT| FROM orders', 'SPLIT_INDEX')).toBe(
      'SELECT SPLIT_INDEX(${1:str}, ${2:sep}, ${3:index}) FROM orders',
    );
    expect(taking('SELECT | FROM orders', 'EXTRACT')).toContain('EXTRACT(${1:unit} FROM ${2:time})');
    expect(taking('SELECT | FROM orders', 'CURRENT_TIMESTAMP')).toBe('SELECT CURRENT_TIMESTAMP FROM orders');
    expect(taking('SELECT 1 FROM orders GROUP BY |', 'TUMBLE')).toContain(
      "TUMBLE(${1:ts}, INTERVAL '${2:1}' MINUTE)",
    );
    expect(taking('SELECT | FROM orders', 'ROW_NUMBER')).toContain(
      'ROW_NUMBER() OVER (PARTITION BY ${1:key} ORDER BY ${2:time})',
    );
    expect(taking('SELECT SUB|(1) FROM orders', 'SUBSTRING')).toBe('SELECT SUBSTRING(1) FROM orders');
    expect(taking('SELECT | FROM orders', 'my_udf')).toContain('my_udf($1)');
  });

  it('names the parameters beside the label, and asks for help with them', () => {
    const item = at('SELECT | FROM orders').items.find(({ label }) => label === 'CONCAT');
    expect(item).toMatchObject({ suffix: '(s, s2, …)', detail: 'VARCHAR', next: 'parameters' });
  });

  it('offers the parts of a CASE, of the innermost that is open', () => {
    expect(first('SELECT CASE | FROM orders', 1)).toEqual(['WHEN']);
    expect(first('SELECT CASE WHEN id = 1 | FROM orders', 2)).toEqual(['THEN', 'AND']);
    expect(first('SELECT SUM(CASE WHEN id = 1 THEN 2 | ) FROM orders', 3)).toEqual(['WHEN', 'ELSE', 'END']);
    expect(first('SELECT CASE WHEN f(id, 1) THEN CASE id WHEN 1 THEN 2 END | FROM orders', 1)).toEqual([
      'WHEN',
    ]);
    expect(first('SELECT CASE id WHEN 1 THEN 2 ELSE 3 | FROM orders', 1)).toEqual(['END']);
    expect(first('SELECT CASE id WHEN 1 THEN 2 END | FROM orders', 1)).toEqual(['FROM']);
  });

  it('offers windows their time attribute and lengths', () => {
    expect(first('SELECT 1 FROM orders GROUP BY TUMBLE(|)', 1)).toEqual(['ts']);
    expect(labels('SELECT 1 FROM orders GROUP BY TUMBLE(ts, |)')).toEqual(["INTERVAL '1' MINUTE"]);
    expect(labels("SELECT 1 FROM orders GROUP BY TUMBLE(ts, INTERVAL '1' |)")).toContain('HOUR');
    expect(first('SELECT SUM(id) OVER (ORDER BY |) FROM orders', 1)).toEqual(['ts']);
    expect(taking('CREATE TABLE t (a INT, at TIMESTAMP, WATERMARK FOR at AS |)', 'withOffset')).toContain(
      'AS withOffset(at, ${1:1000})',
    );
  });

  it('puts aggregates behind the rest in an aggregate', () => {
    const found = labels('SELECT SUM(|) FROM orders');
    expect(found.indexOf('COUNT')).toBeGreaterThan(found.indexOf('UPPER'));
  });

  it('offers each kind where it makes sense', () => {
    expect(labels('SELECT 1 FROM orders WHERE |')).not.toContain('SUM');
    expect(labels('SELECT | FROM orders')).toContain('SUM');
    expect(labels('SELECT | FROM orders')).not.toContain('STRING_SPLIT');
    expect(first('SELECT 1 FROM orders, LATERAL TABLE(|', 2)).toEqual(['my_udf', 'STRING_SPLIT']);
    expect(first('SELECT TIMESTAMPDIFF(|', 3)).toEqual(['SECOND', 'MINUTE', 'HOUR']);
  });
});
