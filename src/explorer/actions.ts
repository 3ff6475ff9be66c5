import { LIVE, PAUSABLE, RESUMABLE, STARTABLE, STOPPABLE, type InstanceState } from '../services/model.ts';

/** What can be done to a job from the sidebar and does not fit every state. */
export const JOB_ACTIONS = [
  'commit',
  'start',
  'pause',
  'resume',
  'stop',
  'offline',
  'rename',
  'delete',
] as const;
export type JobAction = (typeof JOB_ACTIONS)[number];

export interface JobFacts {
  readonly isCommitted: boolean;
  /** undefined: there never was an instance. */
  readonly state: InstanceState | undefined;
}

/** Why an action does not fit: the words are in commands/refusals.ts. */
export type Refusal = 'notCommitted' | 'committed' | 'live' | 'notRunning' | 'notPaused' | 'notLive';

/**
 * Why the service would refuse an action, so that it is not even offered (life cycle: blink-openapi-notes,
 * section 5). The service has the last word: a state can change between the look and the call.
 */
export function refusalOf(
  action: JobAction,
  { isCommitted, state = 'UNKNOWN' }: JobFacts,
): Refusal | undefined {
  switch (action) {
    case 'commit':
      return undefined;
    case 'start':
      if (!isCommitted) return 'notCommitted';
      return STARTABLE.has(state) ? undefined : 'live';
    case 'pause':
      return isCommitted && PAUSABLE.has(state) ? undefined : 'notRunning';
    case 'resume':
      return isCommitted && RESUMABLE.has(state) ? undefined : 'notPaused';
    case 'stop':
      return isCommitted && STOPPABLE.has(state) ? undefined : 'notLive';
    case 'offline':
      if (!isCommitted) return 'notCommitted';
      return LIVE.has(state) ? 'live' : undefined;
    case 'rename':
    case 'delete':
      return isCommitted ? 'committed' : undefined;
  }
}
