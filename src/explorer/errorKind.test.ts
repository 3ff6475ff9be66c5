import { expect, it } from 'vitest';
import { ServiceError, type ErrorKind } from '../services/serviceError.ts';
import { errorLook } from './errorKind.ts';

it.each<[ErrorKind, string]>([
  ['network', 'offline'],
  ['timeout', 'offline'],
  ['proxy', 'offline'],
  ['tls', 'offline'],
  ['denied', 'denied'],
  ['signature', 'denied'],
  // No other key helps against a wrong clock: it is set right, then tried again.
  ['clock-skew', 'failed'],
  ['server', 'failed'],
  ['throttled', 'failed'],
])('shows an error of the kind %s as %s', (kind, look) => {
  expect(errorLook(new ServiceError('no', { operation: 'ListJob', kind }))).toBe(look);
});

it('tells a connection that is not ready from one that failed', () => {
  const notReady = Object.assign(new Error('no key'), { name: 'ConnectionError' });
  expect(errorLook(notReady)).toBe('setup');
  expect(errorLook(new Error('odd'))).toBe('failed');
  expect(errorLook('odd')).toBe('failed');
});
