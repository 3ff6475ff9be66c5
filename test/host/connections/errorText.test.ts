import * as assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { errorText } from '../../../src/platform/errorText.ts';
import { UserError } from '../../../src/platform/userError.ts';
import { ERROR_KINDS, ServiceError, type ServiceErrorDetails } from '../../../src/services/serviceError.ts';

function text(kind: ServiceErrorDetails['kind'], more: Partial<ServiceErrorDetails> = {}): string {
  return errorText(new ServiceError('said by the service', { operation: 'ListProject', kind, ...more }));
}

describe('the text of an error', () => {
  it('is there for every kind, and different', () => {
    const texts = ERROR_KINDS.filter(kind => !['conflict', 'invalid', 'aborted'].includes(kind)).map(kind =>
      text(kind),
    );
    assert.equal(new Set(texts).size, texts.length);
  });

  it('tells a wrong key id, a wrong secret and an old token apart', () => {
    assert.match(
      text('signature', { code: 'InvalidAccessKeyId.NotFound' }),
      /does not know the access key ID/,
    );
    assert.match(
      text('signature', { code: 'SignatureDoesNotMatch' }),
      /secret does not belong to the access key ID/,
    );
    assert.match(
      text('signature', { code: 'InvalidSecurityToken.Expired' }),
      /token is wrong or has expired/,
    );
  });

  it('tells a wrong name from a closed door', () => {
    assert.match(text('network', { code: 'ENOTFOUND' }), /cannot be resolved \(ENOTFOUND\)/);
    assert.match(
      text('network', { code: 'ECONNREFUSED' }),
      /refused the network connection \(ECONNREFUSED\)/,
    );
  });

  it('says how many seconds the clock is off, and in which direction', () => {
    assert.match(text('clock-skew', { skewSeconds: 1200 }), /1200 s ahead/);
    assert.match(text('clock-skew', { skewSeconds: -61 }), /61 s behind/);
  });

  it('gives the request id for the vendor’s support', () => {
    assert.match(
      text('denied', { requestId: 'A1-B2', code: 'Forbidden.RAM' }),
      /Forbidden\.RAM.*request ID A1-B2/,
    );
    assert.equal(text('not-found'), 'said by the service.');
  });

  it('shows no key, whoever wrote it into an error', () => {
    const leak = 'refused: accessKeySecret=hushhush for LTAI5tAbCdEfGhIj';
    for (const error of [new Error(leak), new UserError(leak), leak]) {
      assert.doesNotMatch(errorText(error), /hushhush|LTAI5t/);
    }
  });
});
