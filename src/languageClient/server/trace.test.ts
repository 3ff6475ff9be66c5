import { expect, it } from 'vitest';
import { Trace } from './trace.ts';

const tracing = (isOn: boolean) => {
  const lines: string[] = [];
  return { lines, trace: new Trace({ info: line => void lines.push(line) }, () => isOn) };
};

it('notes what was asked and that it was answered, and hands on the answer', async () => {
  const { lines, trace } = tracing(true);
  expect(await trace.request('textDocument/hover', Promise.resolve('SELECT secret'))).toBe('SELECT secret');
  await expect(trace.request('x', Promise.reject(new Error('SELECT secret')))).rejects.toThrow('secret');
  trace.notification('textDocument/didChange');
  expect(lines.map(line => line.replace(/[\d.]+ ms/, 'n ms'))).toEqual([
    'textDocument/hover: answered after n ms',
    'x: not answered after n ms',
    'textDocument/didChange: sent',
  ]);
});

it('notes nothing when it is off', async () => {
  const { lines, trace } = tracing(false);
  await trace.request('textDocument/hover', Promise.resolve(1));
  trace.notification('x');
  expect(lines).toEqual([]);
});
