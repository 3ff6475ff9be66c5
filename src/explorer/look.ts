import type { Phase } from './status.ts';

/** A codicon and the theme colour it is drawn in; undefined for the colour of plain icons. */
export interface Look {
  readonly icon: string;
  readonly color?: string;
}

/** Shapes differ as well as colours: colour alone must not carry the meaning. */
export const LOOKS: Readonly<Record<Phase, Look>> = {
  draft: { icon: 'edit', color: 'descriptionForeground' },
  committed: { icon: 'pass', color: 'charts.blue' },
  changed: { icon: 'diff-modified', color: 'charts.yellow' },
  waiting: { icon: 'loading~spin', color: 'charts.blue' },
  running: { icon: 'play-circle', color: 'charts.green' },
  pausing: { icon: 'loading~spin', color: 'charts.yellow' },
  paused: { icon: 'debug-pause', color: 'charts.yellow' },
  resuming: { icon: 'loading~spin', color: 'charts.green' },
  stopping: { icon: 'loading~spin', color: 'charts.orange' },
  stopped: { icon: 'stop-circle', color: 'descriptionForeground' },
  succeeded: { icon: 'pass-filled', color: 'charts.green' },
  failed: { icon: 'error', color: 'list.errorForeground' },
};
