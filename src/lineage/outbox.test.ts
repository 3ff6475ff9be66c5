import { expect, it } from 'vitest';
import type { ToPanel } from '../webviews/lineage/messages.ts';
import { Outbox } from './outbox.ts';

it('keeps messages until the page listens, and says the last of each section to every new page', () => {
  const sent: string[] = [];
  const outbox = new Outbox(message => sent.push('reason' in message ? message.reason : message.type));
  const nothing = (reason: 'down' | 'starting'): ToPanel => ({ type: 'nothing', reason });
  outbox.post(nothing('down'));
  outbox.post({ type: 'busy', isBusy: true });
  outbox.post(nothing('starting'));
  expect(sent).toEqual([]);
  outbox.open();
  expect(sent).toEqual(['busy', 'starting']);
  outbox.post({
    type: 'lineage',
    inserts: [],
    index: 0,
    insert: {
      sink: 's',
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } },
      columns: [],
      influences: [],
      incomplete: false,
    },
  });
  outbox.post({ type: 'done', what: 'copied' });
  expect(sent.splice(0)).toEqual(['busy', 'starting', 'lineage', 'done']);
  // What was said for a moment is of no interest to a page made anew, and lineage stands in place of its absence.
  outbox.open();
  expect(sent).toEqual(['busy', 'lineage']);
});
