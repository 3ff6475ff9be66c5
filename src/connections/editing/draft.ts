import type { ProjectName } from '../../services/model.ts';
import type { Connection } from '../api.ts';
import type { Keys } from '../keys.ts';
import type { Profile } from '../profiles.ts';

/** A connection while it is being entered. */
export interface Draft {
  /** Absent until it is saved for the first time. */
  readonly id?: string;
  readonly name: string;
  readonly regionId: string;
  /** '' for the region's own. */
  readonly endpoint: string;
  readonly projects: readonly ProjectName[];
  readonly accessKeyId: string;
  readonly accessKeySecret: string;
  /** '' unless the key is a temporary one. */
  readonly securityToken: string;
}

export const EMPTY_DRAFT: Draft = {
  name: '',
  regionId: '',
  endpoint: '',
  projects: [],
  accessKeyId: '',
  accessKeySecret: '',
  securityToken: '',
};

export function draftOf(
  { id, name, regionId, endpoint, projects }: Connection,
  keys: Keys | undefined,
): Draft {
  return {
    id,
    name,
    regionId,
    endpoint: endpoint ?? '',
    projects,
    accessKeyId: keys?.accessKeyId ?? '',
    accessKeySecret: keys?.accessKeySecret ?? '',
    securityToken: keys?.securityToken ?? '',
  };
}

/** What of it goes into the settings: never a key. */
export function profileOf(draft: Draft, id: string): Profile {
  return {
    id,
    name: draft.name.trim(),
    regionId: draft.regionId,
    ...(draft.endpoint === '' ? {} : { endpoint: draft.endpoint }),
    ...(draft.projects.length === 0 ? {} : { projects: draft.projects }),
  };
}

export function keysOf({ accessKeyId, accessKeySecret, securityToken }: Draft): Keys {
  return {
    accessKeyId: accessKeyId.trim(),
    accessKeySecret: accessKeySecret.trim(),
    ...(isTemporary(accessKeyId) && securityToken.trim() !== ''
      ? { securityToken: securityToken.trim() }
      : {}),
  };
}

/** Ids of temporary credentials begin with `STS.`; only they go with a token. */
export function isTemporary(accessKeyId: string): boolean {
  return accessKeyId.trim().startsWith('STS.');
}

/** Enough of an id to tell keys apart. */
export function maskedId(accessKeyId: string): string {
  return accessKeyId.length < 12 ? '****' : `${accessKeyId.slice(0, 4)}****${accessKeyId.slice(-4)}`;
}
