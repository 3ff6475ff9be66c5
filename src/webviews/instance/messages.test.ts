import { describe, expect, it } from 'vitest';
import { ShapeError } from '../shared/shape.ts';
import { choiceShape, panelStateShape, toHost, toPanel, type Status, type ToPanel } from './messages.ts';
import { EMPTY_VIEW, receive } from './state.ts';
import { TEXTS } from './texts.ts';

const status: Status = {
  phase: 'running',
  actions: ['pause', 'stop'],
  isBatch: false,
  isDataStream: false,
  isSimulated: true,
  instanceId: '9007199254740993',
  lastError: { message: '<img src=x onerror=alert(1)>' },
  checkedAt: 1,
};
const points: ToPanel = {
  type: 'points',
  start: 0,
  end: 10,
  step: 5,
  series: [
    {
      metric: 'delay',
      tags: { a: 'b' },
      points: [
        [0, 1],
        [5, null],
      ],
    },
  ],
  receivedAt: 11,
};
const failure = { kind: 'offline', message: 'away', canEditConnection: true, time: 2 } as const;

describe('messages to the host', () => {
  it.each([
    [{ type: 'act', action: 'delete' }],
    [{ type: 'act', action: 'blink.job.stop' }],
    [{ type: 'choose', choice: { metrics: ['delay'], rangeSeconds: 1 } }],
    [{ type: 'choose', choice: { metrics: Array(101).fill('delay'), rangeSeconds: 300 } }],
    [{ type: 'copy', text: 'x'.repeat(100_001) }],
    [{ type: 'follow', isFollowing: 'yes' }],
    [{ type: 'command', command: 'workbench.action.quit' }],
    ['ready'],
    [null],
  ])('are refused when they are %j', message => expect(() => toHost.read(message, '')).toThrow(ShapeError));

  it('are taken when they fit', () => {
    expect(toHost.read({ type: 'act', action: 'stop', extra: 1 }, '')).toEqual({
      type: 'act',
      action: 'stop',
    });
    expect(choiceShape.read({ metrics: ['delay'], rangeSeconds: 7200 }, '')).toBeTruthy();
    expect(() => panelStateShape.read({ ref: { connection: 'a', project: 'b' } }, '')).toThrow('ref.job');
  });
});

describe('messages to the panel', () => {
  it('keep ids exact and hostile text as it is', () => {
    const read = toPanel.read(structuredClone({ type: 'status', status }), '');
    expect(read).toEqual({ type: 'status', status });
  });

  it.each([
    [{ ...points, series: [{ metric: 'delay', tags: {}, points: [[0, Number.NaN]] }] }],
    [{ ...points, series: [{ metric: 'delay', tags: { a: 1 }, points: [] }] }],
    [{ type: 'status', status: { ...status, phase: 'dancing' } }],
    [{ type: 'statusFailed', failure: { ...failure, kind: 'new' } }],
  ])('are refused when they are %j', message => expect(() => toPanel.read(message, '')).toThrow(ShapeError));
});

describe('the view', () => {
  const after = (...messages: ToPanel[]) => messages.reduce(receive, EMPTY_VIEW);

  it('keeps the last good data beside a failure, and forgets the failure with the next success', () => {
    const failed = after(points, { type: 'pointsFailed', failure }, { type: 'status', status });
    expect(failed.points.value?.receivedAt).toBe(11);
    expect(failed.points.failure).toEqual(failure);
    expect(failed.status.failure).toBeUndefined();
    expect(receive(failed, points).points.failure).toBeUndefined();
  });

  it('knows which action is at work', () => {
    const acting = after({ type: 'acting', action: 'pause' });
    expect(acting.acting).toBe('pause');
    expect(receive(acting, { type: 'acting', action: null }).acting).toBeUndefined();
  });
});

/** Every text of a table, functions called with samples. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'function') return [(value as (...samples: unknown[]) => string)('5', 5, '5')];
  return Object.values(value as object).flatMap(textsOf);
}

describe('texts', () => {
  it('are in two languages: no Chinese in the English ones, no empty and no untranslated Chinese ones', () => {
    const [en, zh] = [textsOf(TEXTS.en), textsOf(TEXTS.zh)];
    expect(en.filter(text => /\p{Script=Han}/u.test(text) || text.trim() === '')).toEqual([]);
    // Standard terms that are not translated.
    expect(zh.filter(text => !/\p{Script=Han}/u.test(text))).toEqual(['Checkpoint', 'State']);
    expect(zh).toHaveLength(en.length);
  });
});
