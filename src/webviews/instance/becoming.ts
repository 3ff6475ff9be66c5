import type { Phase, Status } from './messages.ts';

/** Phases an instance can still leave; one that has ended stays as it is, whatever was expected of it last. */
const LIVE: ReadonlySet<Phase> = new Set<Phase>(['waiting', 'running', 'paused']);

/** What an instance was asked to become and is not yet. */
export function becoming({ phase, expected }: Pick<Status, 'phase' | 'expected'>): Phase | undefined {
  return expected !== phase && LIVE.has(phase) ? expected : undefined;
}
