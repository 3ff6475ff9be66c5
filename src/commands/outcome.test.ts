import { describe, expect, it } from 'vitest';
import { isOutcomeUnknown } from './outcome.ts';

function failure(kind: string, more: object = {}): Error {
  return Object.assign(new Error(kind), { name: 'ServiceError', kind, ...more });
}

function withCode(code: string): Error {
  return Object.assign(new Error(code), { code });
}

describe('isOutcomeUnknown', () => {
  it.each([
    ['a time-out after sending', failure('timeout'), true],
    ['a connection that broke', failure('network', { cause: withCode('ECONNRESET') }), true],
    ['an aborted call', failure('aborted'), true],
    ['a gateway that lost its service', failure('server', { status: 502 }), true],
    ['a gateway that waited in vain', failure('server', { status: 504 }), true],
    ['no connection', failure('network', { cause: withCode('ECONNREFUSED') }), false],
    [
      'no such host, two causes down',
      failure('network', { cause: new Error('x', { cause: withCode('ENOTFOUND') }) }),
      false,
    ],
    [
      'a connection that was not made in time',
      failure('timeout', { cause: withCode('UND_ERR_CONNECT_TIMEOUT') }),
      false,
    ],
    ['a refusal', failure('conflict', { status: 409 }), false],
    ['an answered failure', failure('server', { status: 500 }), false],
    ['an error of our own', new Error('x'), false],
    ['no error at all', 'x', false],
  ])('%s', (_what, error, unknown) => {
    expect(isOutcomeUnknown(error)).toBe(unknown);
  });
});
