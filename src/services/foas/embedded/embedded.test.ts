import { describe, expect, it } from 'vitest';
import { readCheckpoints } from './checkpoints.ts';
import { readFailures } from './failures.ts';
import { readGraph } from './graph.ts';

// Forms as in blink-openapi.json `embeddedJson`.
const checkpoint = {
  '@class': 'completed',
  id: 7,
  status: 'COMPLETED',
  is_savepoint: false,
  trigger_timestamp: 1_600_000_001_000,
  state_size: 1024,
  end_to_end_duration: 250,
  external_path: 'hdfs://c/chk-7',
};

describe('checkpoints', () => {
  it('are read newest first', () => {
    const raw = JSON.stringify({
      counts: { restored: 1, total: 9, in_progress: 0, completed: 7, failed: 1 },
      history: [
        {
          ...checkpoint,
          id: 6,
          status: 'FAILED',
          trigger_timestamp: 1_600_000_000_000,
          failure_message: 'expired',
        },
        checkpoint,
        { '@class': 'in_progress', id: 8, trigger_timestamp: 1_600_000_002_000, end_to_end_duration: -1 },
      ],
    });
    const { value } = readCheckpoints(raw);
    expect(value).toMatchObject({ total: 9, completed: 7, failed: 1, inProgress: 0, restored: 1 });
    expect(value?.history.map(each => [each.id, each.status, each.duration, each.stateSize])).toEqual([
      ['8', 'IN_PROGRESS', undefined, undefined],
      ['7', 'COMPLETED', 250, 1024],
      ['6', 'FAILED', 250, 1024],
    ]);
    expect(value?.history[2]?.failureMessage).toBe('expired');
  });
});

describe('graph', () => {
  it('joins vertices with the inputs of the plan and shows names as text', () => {
    const raw = JSON.stringify({
      state: 'RUNNING',
      vertices: [
        {
          id: 'a',
          name: 'Source: t -&gt; Calc(x &lt;img onerror=1&gt;)',
          parallelism: 2,
          status: 'RUNNING',
          metrics: { tps: -1, delay: 5 },
        },
        {
          id: 'b',
          name: 'Sink',
          parallelism: 1,
          'start-time': -1,
          metrics: { 'read-records': 3, 'buffers-in-pool-usage-max': 0.5 },
        },
      ],
      plan: { nodes: [{ id: 'b', inputs: [{ num: 0, id: 'a', ship_strategy: 'HASH' }] }, { id: 'a' }] },
    });
    expect(readGraph(raw).value).toEqual({
      state: 'RUNNING',
      vertices: [
        {
          id: 'a',
          name: 'Source: t -> Calc(x <img onerror=1>)',
          parallelism: 2,
          status: 'RUNNING',
          delay: 5,
          inputs: [],
        },
        {
          id: 'b',
          name: 'Sink',
          parallelism: 1,
          readRecords: 3,
          inPoolUsage: 0.5,
          inputs: [{ id: 'a', shipStrategy: 'HASH' }],
        },
      ],
    });
  });
});

describe('failures', () => {
  it('are read, with or without a root', () => {
    const row = { exception: 'java.lang.Error', task: 'Sink (1/2)', location: 'worker:1', timestamp: 5 };
    const raw = JSON.stringify({
      'root-exception': 'boom',
      timestamp: 6,
      'all-exceptions': [row],
      truncated: true,
    });
    expect(readFailures(raw).value).toEqual({
      root: 'boom',
      time: 6,
      all: [{ exception: 'java.lang.Error', task: 'Sink (1/2)', location: 'worker:1', time: 5 }],
      truncated: true,
    });
    const none = '{"root-exception":null,"timestamp":null,"all-exceptions":[],"truncated":false}';
    expect(readFailures(none).value).toEqual({ all: [], truncated: false });
  });
});

describe('embedded text', () => {
  it.each([undefined, '', '{a:b}', 'xxxxerror', '[]', 'null', '7'])(
    '%s is no object: only the text is kept',
    raw => {
      for (const read of [readCheckpoints, readGraph, readFailures])
        expect(read(raw)).toEqual({ raw: raw ?? '' });
    },
  );

  it.each(['{}', '{"counts":3,"history":{"a":1},"vertices":"x","plan":[],"all-exceptions":[1,null]}'])(
    '%s breaks nothing',
    raw => {
      for (const read of [readCheckpoints, readGraph, readFailures])
        expect(read(raw)).toMatchObject({ raw, value: {} });
    },
  );
});
