import type { Action, Phase } from './messages.ts';

/** Codicon and colour of each phase, those of the sidebar; the colour is never the only sign. */
export const PHASE_LOOK: Readonly<Record<Phase, { readonly icon: string; readonly color: string }>> = {
  draft: { icon: 'edit', color: 'var(--vscode-descriptionForeground)' },
  committed: { icon: 'pass', color: 'var(--vscode-charts-blue)' },
  waiting: { icon: 'loading', color: 'var(--vscode-charts-blue)' },
  running: { icon: 'play-circle', color: 'var(--vscode-charts-green)' },
  paused: { icon: 'debug-pause', color: 'var(--vscode-charts-yellow)' },
  stopped: { icon: 'stop-circle', color: 'var(--vscode-descriptionForeground)' },
  succeeded: { icon: 'pass-filled', color: 'var(--vscode-charts-green)' },
  failed: { icon: 'error', color: 'var(--vscode-errorForeground)' },
  unknown: { icon: 'question', color: 'var(--vscode-descriptionForeground)' },
};

export const ACTION_ICON: Readonly<Record<Action, string>> = {
  commit: 'cloud-upload',
  start: 'play',
  startFrom: 'history',
  pause: 'debug-pause',
  resume: 'debug-continue',
  stop: 'debug-stop',
  offline: 'cloud-download',
};
