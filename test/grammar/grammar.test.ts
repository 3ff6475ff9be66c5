import type { IGrammar } from 'vscode-textmate';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadGrammar, tokenize } from './tokenize.ts';
import type { Token } from './tokenize.ts';

let grammar: IGrammar;
beforeAll(async () => {
  grammar = await loadGrammar();
});

const isBlank = ({ text }: Token): boolean => text.trim() === '';

/** Tokens with their innermost scope: `SELECT:keyword.other.dml`, or the word alone; blanks left out. */
const innermost = (text: string): string[] =>
  tokenize(grammar, text)
    .filter(token => !isBlank(token))
    .map(({ text: word, scopes }) =>
      [word.trim(), scopes.at(-1)].filter(part => part !== undefined).join(':'),
    );

/** Scopes of the first token that holds a text. */
const scopesOf = (text: string, word: string): readonly string[] | undefined =>
  tokenize(grammar, text).find(token => token.text.includes(word))?.scopes;

describe('words', () => {
  it('of statements are told apart by what they do', () => {
    expect(innermost('SELECT DISTINCT a FROM t WHERE x IN (1) GROUP BY a')).toEqual([
      'SELECT:keyword.other.dml',
      'DISTINCT:keyword.other.dml',
      'a',
      'FROM:keyword.other.dml',
      't',
      'WHERE:keyword.other.dml',
      'x',
      'IN:keyword.operator.word',
      '(:punctuation.bracket',
      '1:constant.numeric',
      '):punctuation.bracket',
      'GROUP:keyword.other.dml',
      'BY:keyword.other.dml',
      'a',
    ]);
    expect(innermost('case when a then b else c end')).toEqual([
      'case:keyword.control',
      'when:keyword.control',
      'a',
      'then:keyword.control',
      'b',
      'else:keyword.control',
      'c',
      'end:keyword.control',
    ]);
  });

  it('of declarations: what is declared has a name, its columns have types', () => {
    expect(innermost('CREATE TABLE 订单 (id BIGINT, n DECIMAL(18, 4) NOT NULL, PRIMARY KEY (id))')).toEqual([
      'CREATE:keyword.other.ddl',
      'TABLE:keyword.other.ddl',
      '订单:entity.name.type',
      '(:punctuation.bracket',
      'id',
      'BIGINT:storage.type',
      ',:punctuation.separator',
      'n',
      'DECIMAL:storage.type',
      '(:punctuation.bracket',
      '18:constant.numeric',
      ',:punctuation.separator',
      '4:constant.numeric',
      '):punctuation.bracket',
      'NOT:keyword.operator.word',
      'NULL:constant.language',
      ',:punctuation.separator',
      'PRIMARY KEY:keyword.other.ddl',
      '(:punctuation.bracket',
      'id',
      '):punctuation.bracket',
      '):punctuation.bracket',
    ]);
    expect(scopesOf('create or replace view v as select 1', 'v')).toContain('keyword.other.ddl');
    expect(innermost('CREATE OR REPLACE VIEW big.v AS')).toContain('big.v:entity.name.type');
    expect(innermost('INSERT INTO sink')).toContain('sink:entity.name.type');
    expect(innermost("CREATE FUNCTION f AS 'a.B'")).toContain('f:entity.name.type');
    expect(innermost('WATERMARK wm FOR ts AS withOffset(ts, 1000)')).toEqual([
      'WATERMARK:keyword.other.ddl',
      'wm',
      'FOR:keyword.other.dml',
      'ts',
      'AS:keyword.other.dml',
      'withOffset:support.function.window',
      '(:punctuation.bracket',
      'ts',
      ',:punctuation.separator',
      '1000:constant.numeric',
      '):punctuation.bracket',
    ]);
    expect(innermost('PERIOD FOR SYSTEM_TIME')).toEqual([
      'PERIOD:keyword.other.ddl',
      'FOR:keyword.other.dml',
      'SYSTEM_TIME:keyword.other.ddl',
    ]);
  });

  it('of functions: built-in, own, of windows', () => {
    expect(
      innermost('IF(a, b), REPLACE (x), my_udf(1), 函数(1), TUMBLE_START(ts), YEAR(d), LEFT JOIN'),
    ).toEqual(
      expect.arrayContaining([
        'IF:entity.name.function',
        'REPLACE:entity.name.function',
        'my_udf:entity.name.function',
        '函数:entity.name.function',
        'TUMBLE_START:support.function.window',
        'YEAR:entity.name.function',
        'LEFT:keyword.other.dml',
      ]),
    );
  });

  it('that are names are no key words: part of a word, behind a dot, free words as columns', () => {
    for (const text of [
      'order_id',
      'a$int',
      'int$',
      'select1',
      '表int',
      't.date',
      't.key',
      'o.comment, o.first',
    ])
      expect(
        innermost(text).filter(word => /:(?:keyword|storage)/.test(word)),
        text,
      ).toEqual([]);
    expect(innermost('key VARCHAR, index INT, header VARCHAR, comment VARCHAR, plan INT')).toEqual([
      'key',
      'VARCHAR:storage.type',
      ',:punctuation.separator',
      'index',
      'INT:storage.type',
      ',:punctuation.separator',
      'header',
      'VARCHAR:storage.type',
      ',:punctuation.separator',
      'comment',
      'VARCHAR:storage.type',
      ',:punctuation.separator',
      'plan',
      'INT:storage.type',
    ]);
    expect(innermost("x VARCHAR HEADER COMMENT 'c'").slice(2, 4)).toEqual([
      'HEADER:keyword.other.ddl',
      'COMMENT:keyword.other.ddl',
    ]);
  });

  it('of patterns, frames and EMIT', () => {
    expect(innermost('AFTER MATCH SKIP TO NEXT ROW')).toEqual([
      'AFTER MATCH SKIP TO NEXT ROW:keyword.other.pattern',
    ]);
    expect(innermost('ONE ROW PER MATCH')).toEqual(['ONE ROW PER MATCH:keyword.other.pattern']);
    expect(innermost('PATTERN (a b+) DEFINE')).toEqual([
      'PATTERN:keyword.other.pattern',
      '(:punctuation.bracket',
      'a',
      'b',
      '+:keyword.operator',
      '):punctuation.bracket',
      'DEFINE:keyword.other.pattern',
    ]);
    expect(
      innermost("EMIT WITH DELAY '1' MINUTE BEFORE WATERMARK, WITHOUT DELAY").map(w => w.split(':')[1]),
    ).toEqual([
      'keyword.other.dml',
      'keyword.other.dml',
      'keyword.other.dml',
      'punctuation.definition.string.begin',
      'string.quoted.single',
      'punctuation.definition.string.end',
      'keyword.other.interval',
      'keyword.other.dml',
      'keyword.other.ddl',
      'punctuation.separator',
      'keyword.other.dml',
      'keyword.other.dml',
    ]);
    expect(innermost("INTERVAL '100' MINUTE(3)")).toContain('MINUTE:keyword.other.interval');
  });
});

describe('texts', () => {
  it('hold doubled quotes, escapes, parameters', () => {
    expect(innermost(String.raw`'it''s \n \\d \u0041 ${'${p}'}'`)).toEqual([
      "':punctuation.definition.string.begin",
      'it:string.quoted.single',
      "'':constant.character.escape",
      's:string.quoted.single',
      String.raw`\n:constant.character.escape`,
      String.raw`\\:constant.character.escape`,
      'd:string.quoted.single',
      String.raw`\u0041:constant.character.escape`,
      '${:punctuation.definition.variable.begin',
      'p:variable.parameter',
      '}:punctuation.definition.variable.end',
      "':punctuation.definition.string.end",
    ]);
    expect(innermost(String.raw`'a\' FROM`).at(-1)).toBe('FROM:keyword.other.dml');
  });

  it('have prefixes, and only where a word begins', () => {
    for (const prefix of ['_UTF16', '_utf8', 'N', 'x', 'U&'])
      expect(innermost(`SELECT ${prefix}'中文'`)[1], prefix).toBe(`${prefix}:storage.type.string`);
    expect(innermost("columnx'a'")[0]).toBe('columnx');
  });

  it('go on over lines until they end; so do comments', () => {
    expect(innermost("'a\nSELECT\nb' FROM")).toEqual([
      "':punctuation.definition.string.begin",
      'a:string.quoted.single',
      'SELECT:string.quoted.single',
      'b:string.quoted.single',
      "':punctuation.definition.string.end",
      'FROM:keyword.other.dml',
    ]);
    expect(innermost("/* it's\nSELECT */ FROM")).toEqual([
      '/*:punctuation.definition.comment',
      "it's:comment.block",
      'SELECT:comment.block',
      '*/:punctuation.definition.comment',
      'FROM:keyword.other.dml',
    ]);
    expect(innermost("'never ends\n;SELECT 1").at(-1)).toBe(';SELECT 1:string.quoted.single');
    expect(innermost('/* never ends\n;SELECT 1').at(-1)).toBe(';SELECT 1:comment.block');
  });
});

describe('comments', () => {
  it('of each kind end where they end', () => {
    expect(innermost("-- don't\nFROM")).toEqual([
      '--:punctuation.definition.comment',
      "don't:comment.line.double-dash",
      'FROM:keyword.other.dml',
    ]);
    expect(innermost('// x\nFROM')[1]).toBe('x:comment.line.double-slash');
    expect(innermost('SELECT /*+ hint */ a')[2]).toBe('hint:comment.block.hint');
    expect(innermost('a /**/ - b')).toEqual([
      'a',
      '/*:punctuation.definition.comment',
      '*/:punctuation.definition.comment',
      '-:keyword.operator',
      'b',
    ]);
  });
});

describe('names, numbers, signs', () => {
  it('in back-quotes are names whatever they hold', () => {
    expect(innermost("`select`, `a``b`, `it's`")).toEqual([
      '`:punctuation.definition.identifier.begin',
      'select:variable.other.quoted',
      '`:punctuation.definition.identifier.end',
      ',:punctuation.separator',
      '`:punctuation.definition.identifier.begin',
      'a``b:variable.other.quoted',
      '`:punctuation.definition.identifier.end',
      ',:punctuation.separator',
      '`:punctuation.definition.identifier.begin',
      "it's:variable.other.quoted",
      '`:punctuation.definition.identifier.end',
    ]);
  });

  it('are numbers of all forms, and no parts of names', () => {
    for (const number of ['1', '1.5', '.5', '1e3', '2.5E-7', '1.'])
      expect(innermost(`(${number})`)[1], number).toBe(`${number}:constant.numeric`);
    expect(innermost('a1 + t2.c3').filter(word => word.includes('numeric'))).toEqual([]);
  });

  it('are parameters, also outside of texts', () => {
    expect(scopesOf('FROM ${table}', 'table')).toEqual(['variable.parameter']);
    expect(scopesOf("url = '${host}:80'", 'host')).toEqual(['string.quoted.single', 'variable.parameter']);
  });

  it('are operators, and those the dialect refuses are shown as wrong', () => {
    const operators = '= <> < <= > >= + - * / || =>'.split(' ');
    for (const sign of operators) expect(innermost(`a ${sign} b`)[1], sign).toBe(`${sign}:keyword.operator`);
    for (const sign of ['!=', '%', '，', '（', '\u3000'])
      expect(tokenize(grammar, `a ${sign} b`).find(({ text }) => text === sign)?.scopes, sign).toEqual([
        expect.stringMatching(/^invalid\.illegal/),
      ]);
  });
});

describe('WITH', () => {
  const WITH =
    "WITH (type = 'kafka010', `group.id` = 'g', Group.Id='x', partition = 'p', date = '1') ; SELECT a = 'b'";

  it('has keys inside of its parentheses only', () => {
    const keys = (text: string): string[] =>
      innermost(text).filter(word => word.endsWith(':support.type.property-name'));
    expect(keys(WITH).map(word => word.split(':')[0])).toEqual([
      'type',
      '`group.id`',
      'Group.Id',
      'partition',
      'date',
    ]);
    expect(keys("WITH -- why\n(\n  type\n    = 'x',\n  topic = 'y'\n)\nSELECT a = 'b'")).toEqual([
      'topic:support.type.property-name',
    ]);
    expect(keys("SELECT a FROM t WHERE type = 'x' AND (topic = 'y')")).toEqual([]);
    expect(keys("WITH q AS (SELECT a FROM t WHERE b = 'x') SELECT c = 'y'")).toEqual([]);
  });

  it('ends with its statement, though its parenthesis does not', () => {
    expect(innermost("WITH (type = 'x'; SELECT a = 'b'").slice(-4)).toEqual([
      '=:keyword.operator',
      "':punctuation.definition.string.begin",
      'b:string.quoted.single',
      "':punctuation.definition.string.end",
    ]);
  });
});
