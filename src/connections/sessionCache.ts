import type { JobService } from '../services/jobService.ts';
import type { ConnectionId } from '../services/model.ts';
import type { Keys } from './keys.ts';
import type { SessionTarget } from './session.ts';

interface Session {
  readonly target: SessionTarget;
  readonly service: JobService;
}

/**
 * The sessions in use, each with the keys it was opened with. A session is let go of as soon as its connection is
 * removed or its keys change, so that no key is in memory for longer than it is of use.
 */
export class SessionCache {
  readonly #isKnown: (id: ConnectionId) => boolean;
  readonly #open = new Map<ConnectionId, Session>();

  /** @param isKnown whether there is such a connection */
  constructor(isKnown: (id: ConnectionId) => boolean) {
    this.#isKnown = isKnown;
  }

  /** The session of a connection, if it was opened with the same target. */
  find(id: ConnectionId, target: SessionTarget): JobService | undefined {
    const session = this.#open.get(id);
    return session && sameTarget(session.target, target) ? session.service : undefined;
  }

  /** Keeps a session, unless its connection was removed while it was being opened. */
  keep(id: ConnectionId, session: Session): void {
    if (this.#isKnown(id)) this.#open.set(id, session);
  }

  /** Lets go of the session of one connection. */
  drop(id: string): void {
    this.#open.delete(id as ConnectionId);
  }

  /** Lets go of the sessions whose connections are gone. */
  dropUnknown(): void {
    for (const id of this.#open.keys()) if (!this.#isKnown(id)) this.#open.delete(id);
  }

  clear(): void {
    this.#open.clear();
  }

  get size(): number {
    return this.#open.size;
  }
}

function sameTarget(a: SessionTarget, b: SessionTarget): boolean {
  return a.regionId === b.regionId && a.endpoint === b.endpoint && sameKeys(a.keys, b.keys);
}

function sameKeys(a: Keys, b: Keys): boolean {
  return (
    a.accessKeyId === b.accessKeyId &&
    a.accessKeySecret === b.accessKeySecret &&
    a.securityToken === b.securityToken
  );
}
