import { describe, expect, it } from 'vitest';
import { at, column, from, insert } from './graph/testing.ts';
import { toHost, toPanel, type ToPanel } from './messages.ts';
import { EMPTY_VIEW, receive } from './state.ts';

const lineage: ToPanel = {
  type: 'lineage',
  inserts: [{ sink: 'out', line: 9 }],
  index: 0,
  insert: insert([column('a', [from('s.x')])]),
};

describe('messages', () => {
  it('pass what both sides say', () => {
    expect(toPanel.read(lineage, '')).toEqual(lineage);
    const reveal = { type: 'reveal', range: at(1), hasFocus: true };
    expect(toHost.read(reveal, '')).toEqual(reveal);
  });

  it.each([
    [{ type: 'reveal', range: { start: 1, end: 2 }, hasFocus: true }],
    [{ type: 'reveal', range: at(1) }],
    [{ type: 'prefer', choice: { view: 'list', hasConditions: true, hasViews: true } }],
    [{ type: 'run' }],
    [null],
  ])('refuse %j from a page', message => expect(() => toHost.read(message, '')).toThrow());

  it('refuse a kind of lineage nobody knows', () => {
    const odd = {
      ...lineage,
      insert: { ...lineage.insert, columns: [{ column: 'a', kind: 'magic', sources: [] }] },
    };
    expect(() => toPanel.read(odd, '')).toThrow('insert.columns[0].kind');
  });
});

describe('the view', () => {
  it('shows either lineage or why there is none', () => {
    const shown = receive(EMPTY_VIEW, lineage);
    expect(shown.lineage).toBe(lineage);
    const nothing = receive(shown, { type: 'nothing', reason: 'down' });
    expect([nothing.lineage, nothing.reason]).toEqual([undefined, 'down']);
    expect(receive(nothing, lineage).reason).toBeUndefined();
  });

  it('keeps the lineage while another answer is awaited', () => {
    const busy = receive(receive(EMPTY_VIEW, lineage), { type: 'busy', isBusy: true });
    expect([busy.isBusy, busy.lineage]).toEqual([true, lineage]);
  });
});
