import { expect, it } from 'vitest';
import { Outbox } from './outbox.ts';
import type { ToPanel } from '../webviews/instance/messages.ts';

it('keeps messages until the page listens, and says the last of each kind to every new page', () => {
  const sent: string[] = [];
  const outbox = new Outbox(message => sent.push(message.type));
  const acting = (action: 'stop' | null): ToPanel => ({ type: 'acting', action });
  const failed: ToPanel = {
    type: 'pointsFailed',
    failure: { kind: 'other', message: '', canEditConnection: false, time: 1 },
  };
  const points: ToPanel = { type: 'points', start: 0, end: 1, step: 1, series: [], receivedAt: 1 };
  outbox.post(acting('stop'));
  outbox.post(failed);
  outbox.post(acting(null));
  expect(sent).toEqual([]);
  outbox.open();
  expect(sent).toEqual(['pointsFailed', 'acting']);
  outbox.post(points);
  outbox.open();
  expect(sent.slice(2)).toEqual(['points', 'acting', 'points']);
  outbox.close();
  outbox.open();
  expect(sent).toHaveLength(5);
});
