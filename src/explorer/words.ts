import * as vscode from 'vscode';
import type { JobStatus, Phase } from './status.ts';

/** What a phase is called. Asked for each time: the language is known only once the editor has started. */
export function phaseWords(phase: Phase): string {
  switch (phase) {
    case 'draft':
      return vscode.l10n.t('draft');
    case 'committed':
      return vscode.l10n.t('committed');
    case 'changed':
      return vscode.l10n.t('changed since commit');
    case 'waiting':
      return vscode.l10n.t('waiting');
    case 'running':
      return vscode.l10n.t('running');
    case 'pausing':
      return vscode.l10n.t('pausing...');
    case 'paused':
      return vscode.l10n.t('paused');
    case 'resuming':
      return vscode.l10n.t('resuming...');
    case 'stopping':
      return vscode.l10n.t('stopping...');
    case 'stopped':
      return vscode.l10n.t('stopped');
    case 'succeeded':
      return vscode.l10n.t('succeeded');
    case 'failed':
      return vscode.l10n.t('failed');
  }
}

/** What a job's state is called; that it was changed since its commit is said beside what it does meanwhile. */
export function statusWords({ phase, publication }: JobStatus): string {
  const isHidden = publication === 'changed' && phase !== 'changed';
  return isHidden ? `${phaseWords(phase)} · ${phaseWords('changed')}` : phaseWords(phase);
}

/** A delay that is worth a word, ms. */
export const NOTABLE_DELAY_MS = 60_000;

/** @param ms a length of time, in milliseconds */
export function durationWords(ms: number): string {
  const seconds = Math.round(ms / 1000);
  if (seconds < 60) return vscode.l10n.t('{0} s', seconds);
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return vscode.l10n.t('{0} min', minutes);
  const hours = Math.round(minutes / 60);
  return hours < 48 ? vscode.l10n.t('{0} h', hours) : vscode.l10n.t('{0} days', Math.round(hours / 24));
}

/** @param ms epoch milliseconds; shown in the local time zone and the editor's language */
export function timeWords(ms: number): string {
  return new Intl.DateTimeFormat(vscode.env.language, { dateStyle: 'medium', timeStyle: 'medium' }).format(
    ms,
  );
}
