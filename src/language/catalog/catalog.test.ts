import { describe, expect, it } from 'vitest';
import {
  connectorProperties,
  functionNames,
  jobPropertyNames,
} from '../../../test/language/catalogMaterial.ts';
import { parseStatement } from '../syntax/script.ts';
import { commonProperties, connectorOf, connectors, propertiesOf } from './connectors.ts';
import { DATA_TYPES, FOREIGN_TYPES } from './dataTypes.ts';
import { builtIn, builtIns } from './functions.ts';
import { jobProperties, jobProperty } from './jobProperties.ts';
import { noteIn } from './notes.ts';
import { arity, parseSignature, signatureText } from './signature.ts';

const CJK = /[\u4e00-\u9fff]/;
const hasTexts = (item: { en: string; zh?: string }): boolean => item.en !== '' && (item.zh ?? '') !== '';

describe('the catalog of functions', () => {
  it('has every function with all it needs', () => {
    expect(builtIns()).toHaveLength(227);
    expect(new Set(builtIns().map(item => item.name.toUpperCase())).size).toBe(227);
    const poor = builtIns().filter(
      item =>
        !hasTexts(item) ||
        !CJK.test(item.zh ?? '') ||
        item.signatures.length === 0 ||
        item.sources.length === 0 ||
        item.sources.includes('') ||
        item.example === '',
    );
    expect(poor.map(item => item.name)).toEqual([]);
    expect(
      builtIns()
        .flatMap(item => item.signatures)
        .flatMap(item => item.parameters),
    ).toHaveLength(501);
  });

  it('finds a function whatever its case', () => {
    expect(builtIn('split_index')?.signatures).toHaveLength(2);
    expect(builtIn('WITHOFFSET')?.name).toBe('withOffset');
    expect(builtIn('no_such')).toBeUndefined();
  });

  it('reads signatures', () => {
    const signature = parseSignature('(a MAP<K,V>, n? INT, more VARCHAR...) -> TABLE(VARCHAR...)');
    expect(signature.returns).toBe('TABLE(VARCHAR...)');
    expect(signature.parameters.map(item => item.type)).toEqual(['MAP<K,V>', 'INT', 'VARCHAR']);
    expect(arity(signature)).toEqual({ least: 1, most: Infinity });
    expect(signatureText('F', signature)).toBe('F(a MAP<K,V>, [n INT], more VARCHAR, …)');
  });
});

describe('the catalog of connectors', () => {
  it('has every connector and every property with all they need', () => {
    expect(connectors()).toHaveLength(54);
    expect(commonProperties()).toHaveLength(53);
    const all = connectors().flatMap(item => item.properties);
    expect(all).toHaveLength(750);
    expect(all.filter(item => item.name === '' || !hasTexts(item) || item.roles.length === 0)).toEqual([]);
    expect(connectors().filter(item => !hasTexts(item) || item.roles.length === 0)).toEqual([]);
    expect(all.filter(item => item.required !== false)).toHaveLength(192);
    expect(all.filter(item => CJK.test(item.zh ?? '')).length).toBeGreaterThan(700);
  });

  it('finds connectors by type and alias, whatever the case', () => {
    expect(connectorOf('KAFKA010')?.type).toBe('kafka010');
    expect(connectorOf('RDS')?.roles).toEqual(['sink', 'dim']);
    const rds = connectorOf('rds');
    const names = rds === undefined ? [] : propertiesOf(rds).map(item => item.name);
    expect(names.filter(name => name === 'cache')).toHaveLength(1);
    expect(names).toContain('timeZone');
  });
});

describe('the catalog of job parameters', () => {
  it('has every parameter with all it needs', () => {
    expect(jobProperties()).toHaveLength(161);
    expect(jobProperties().filter(item => !hasTexts(item) || item.source === '')).toEqual([]);
    expect(jobProperty('blink.checkpoint.timeout.ms')?.default).toBe('600000');
    expect(jobProperty('BLINK.checkpoint.timeout.ms')).toBeUndefined();
  });
});

describe('the remarks of the catalog', () => {
  const remarks = [
    ...connectors().flatMap(item => [
      item.notes,
      item.primaryKey,
      item.flink,
      item.since,
      ...item.headerColumns.map(({ description }) => description),
    ]),
    ...[...connectors().flatMap(({ properties }) => properties), ...commonProperties()].flatMap(item => [
      typeof item.required === 'string' ? item.required : undefined,
      item.since,
    ]),
    ...builtIns().flatMap(item => [item.notes, item.flink, item.since]),
  ].filter(text => text !== undefined);
  /** Two words of plain English in a row, outside of code. */
  const isEnglish = (text: string): boolean =>
    /[a-z]{3,}[;,]? \(?[a-z]{2,}|^none$/.test(text.replace(/'[^']*'|[A-Z_]+\([^)]*\)/g, ''));

  it('are told in Chinese where they hold words', () => {
    expect(remarks.filter(text => isEnglish(text) && !CJK.test(noteIn(text, 'zh')))).toEqual([]);
    expect(remarks.filter(isEnglish).length).toBeGreaterThan(100);
    expect(noteIn('topic or topicPattern', 'en')).toBe('topic or topicPattern');
    expect(noteIn('UPPER', 'zh')).toBe('UPPER');
  });

  it('keep the names and the code of the English text', () => {
    const codes = (text: string): string[] =>
      [...new Set(text.match(/'[^'\s]+'|[A-Z_]{4,}(?=\(|\b)|CON-\d+/g) ?? [])]
        .filter(word => word !== 'ERR_ID')
        .sort();
    for (const text of remarks) {
      const chinese = noteIn(text, 'zh');
      expect(
        codes(text).filter(word => !chinese.includes(word)),
        text,
      ).toEqual([]);
    }
  });
});

describe('the catalog of types', () => {
  it('names types the grammar takes, and knows what foreign ones become', () => {
    for (const { name, synonyms, column } of DATA_TYPES) {
      for (const spelling of [name, ...synonyms]) {
        const { node } = parseStatement(`CREATE TABLE t (a ${spelling})`);
        const found = node?.kind === 'createTable' ? node.columns[0] : undefined;
        expect(found?.kind === 'column' && !found.type.userDefined, spelling).toBe(true);
      }
      if (column) expect(FOREIGN_TYPES.has(name), name).toBe(false);
    }
    const names = new Set(DATA_TYPES.map(item => item.name));
    expect([...FOREIGN_TYPES.values()].filter(name => !names.has(name))).toEqual([]);
  });
});

describe('the catalog and the notes on the dialect', () => {
  it('name the same functions, connectors, properties and job parameters', () => {
    expect(builtIns().map(item => item.name)).toEqual(functionNames());
    const own = new Map(connectors().map(item => [item.type, item.properties.map(one => one.name)]));
    expect(own).toEqual(connectorProperties());
    expect(jobProperties().map(item => item.name)).toEqual(jobPropertyNames());
  });
});
