import { describe, expect, it } from 'vitest';
import { ERROR_KINDS, ServiceError } from '../services/serviceError.ts';
import { isCancellation, remediesOf } from './failure.ts';

const failure = (kind: (typeof ERROR_KINDS)[number]) => new ServiceError('x', { operation: 'GetJob', kind });

describe('isCancellation', () => {
  it('is true for what was called off, whoever says it', () => {
    const canceled = Object.assign(new Error('Canceled'), { name: 'Canceled' });
    expect([failure('aborted'), AbortSignal.abort().reason, canceled].map(isCancellation)).toEqual([
      true,
      true,
      true,
    ]);
  });

  it('is false for every fault, a passed time limit among them', () => {
    const faults = ERROR_KINDS.filter(kind => kind !== 'aborted').map(failure);
    expect([...faults, new Error('x'), 'text', undefined].some(isCancellation)).toBe(false);
  });
});

describe('remediesOf', () => {
  it('offers to edit the connection where its key or endpoint is at fault', () => {
    const kinds = ERROR_KINDS.filter(kind => remediesOf(failure(kind)).includes('editConnection'));
    expect(kinds).toEqual(['denied', 'signature', 'network', 'tls']);
  });

  it('offers the log for an error nobody foresaw', () => {
    expect(remediesOf(new TypeError('x is not a function'))).toEqual(['showLog']);
  });
});
