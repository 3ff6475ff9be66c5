import { beforeEach, describe, expect, it } from 'vitest';
import { Bases } from './bases.ts';
import { fingerprint } from './fingerprint.ts';

const FILE = 'blink://local/demo/orders.sql';
let bases: Bases;
const base = () => bases.get(FILE)?.print;

beforeEach(() => {
  bases = new Bases();
});

describe('bases', () => {
  it('takes the version the document shows', () => {
    bases.noteRead(FILE, 'SELECT 1', 10);
    expect(bases.noteClean(FILE, 'SELECT 1')).toBe(true);
    expect(bases.get(FILE)).toEqual({ print: fingerprint('SELECT 1'), modifyTime: 10 });
  });

  it('stays when somebody reads a newer version that the document does not show', () => {
    bases.noteRead(FILE, 'SELECT 1', 10);
    bases.noteClean(FILE, 'SELECT 1');
    bases.noteRead(FILE, 'SELECT 2', 20);
    expect(base()).toBe(fingerprint('SELECT 1'));
    expect(bases.noteClean(FILE, 'SELECT 1')).toBe(false);
    expect(base()).toBe(fingerprint('SELECT 1'));
  });

  it('moves when the document is reloaded or reverted', () => {
    bases.noteRead(FILE, 'SELECT 1', 10);
    bases.noteClean(FILE, 'SELECT 1');
    bases.noteRead(FILE, 'SELECT 2', 20);
    expect(bases.noteClean(FILE, 'SELECT 2')).toBe(true);
    expect(bases.get(FILE)?.modifyTime).toBe(20);
  });

  it('sees through byte order mark and mixed line ends, and keeps them in the base', () => {
    const atService = '\uFEFFSELECT 1\r\nFROM t\n';
    bases.noteRead(FILE, atService, 10);
    expect(bases.noteClean(FILE, 'SELECT 1\r\nFROM t\r\n')).toBe(true);
    expect(base()).toBe(fingerprint(atService));
  });

  it('moves with a save, and back with the return of an earlier text', () => {
    bases.noteRead(FILE, 'a', 1);
    bases.noteClean(FILE, 'a');
    bases.noteWritten(FILE, 'b', 2);
    expect(base()).toBe(fingerprint('b'));
    bases.noteRead(FILE, 'a', 3);
    expect(bases.noteClean(FILE, 'a')).toBe(true);
    expect(bases.get(FILE)).toEqual({ print: fingerprint('a'), modifyTime: 3 });
  });

  it('keeps what was restored until the document shows something else', () => {
    bases.restore(FILE, { print: 'p', modifyTime: 5 });
    bases.noteRead(FILE, 'x', 6);
    expect(base()).toBe('p');
  });

  it('forgets files that were only read, never those of documents', () => {
    bases.noteRead(FILE, 'a', 1);
    bases.noteClean(FILE, 'a');
    bases.noteRead('blink://local/demo/other.sql', 'o', 1);
    for (let i = 0; i < 200; i++) bases.noteRead(`blink://local/demo/${i}.sql`, 'x', 1);
    expect(base()).toBe(fingerprint('a'));
  });
});

describe('fingerprint', () => {
  it('tells near texts apart', () => {
    const texts = [
      '',
      ' ',
      'a',
      'b',
      'ab',
      'ba',
      'SELECT 1',
      'SELECT 2',
      '\uFEFFa',
      'a\n',
      'a\r\n',
      '订单',
      '单订',
    ];
    expect(new Set(texts.map(fingerprint)).size).toBe(texts.length);
  });
});
