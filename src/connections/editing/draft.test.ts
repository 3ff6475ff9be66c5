import { describe, expect, it } from 'vitest';
import type { ConnectionId, ProjectName } from '../../services/model.ts';
import { draftOf, EMPTY_DRAFT, keysOf, maskedId, profileOf } from './draft.ts';

const connection = {
  id: 'prod' as ConnectionId,
  name: '生产',
  kind: 'foas' as const,
  regionId: 'cn-shanghai',
  projects: ['p1' as ProjectName],
};

describe('a draft', () => {
  it('goes into the settings without a key and without empty members', () => {
    const draft = draftOf(connection, { accessKeyId: 'LTAI5tAAAABBBB', accessKeySecret: 'hush' });
    expect(profileOf(draft, 'prod')).toEqual({
      id: 'prod',
      name: '生产',
      regionId: 'cn-shanghai',
      projects: ['p1'],
    });
  });

  it('trims pasted keys', () => {
    expect(keysOf({ ...EMPTY_DRAFT, accessKeyId: ' LTAI5t \n', accessKeySecret: '\tabc ' })).toEqual({
      accessKeyId: 'LTAI5t',
      accessKeySecret: 'abc',
    });
  });

  it('keeps a token with a temporary key only', () => {
    const keys = { accessKeySecret: 's', securityToken: ' token ' };
    expect(keysOf({ ...EMPTY_DRAFT, ...keys, accessKeyId: 'STS.abc' })).toHaveProperty(
      'securityToken',
      'token',
    );
    expect(keysOf({ ...EMPTY_DRAFT, ...keys, accessKeyId: 'LTAIabc' })).not.toHaveProperty('securityToken');
  });
});

describe('maskedId', () => {
  it('shows the ends of a long id and nothing of a short one', () => {
    expect(maskedId('LTAI5tAbCdEfGhIjKlMn')).toBe('LTAI****KlMn');
    expect(maskedId('testid')).toBe('****');
  });
});
