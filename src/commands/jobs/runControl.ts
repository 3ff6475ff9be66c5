import * as vscode from 'vscode';
import { CURRENT_INSTANCE, type TargetState } from '../../services/model.ts';
import { listed, named, type Operation, type Target } from './operation.ts';

/** A question in a dialog, with one way on. */
async function isConfirmed(
  question: string,
  details: readonly string[],
  answer: string,
): Promise<true | undefined> {
  const detail = details.filter(Boolean).join('\n\n');
  const chosen = await vscode.window.showWarningMessage(question, { modal: true, detail }, answer);
  return chosen === answer ? true : undefined;
}

/** Asks the service to bring the instance there; batch jobs have no "current" one, so its own id is named. */
function request(target: Target, state: TargetState, change?: { flush?: boolean }): Promise<void> {
  const { service, ref, run } = target;
  const instance = run?.instanceId ?? CURRENT_INSTANCE;
  return service.changeInstanceState(ref.project, ref.job, instance, state, change);
}

export const pause: Operation<true> = {
  action: 'pause',
  event: 'stateRequested',
  title: () => vscode.l10n.t('Pause'),
  done: targets => vscode.l10n.t('Pause requested: {0}', named(targets)),
  prepare: () => Promise.resolve(true),
  run: target => request(target, 'PAUSED'),
};

/** @param flush whether the newest committed configuration is taken up (the service's default) */
export function resume(flush: boolean): Operation<true> {
  return {
    action: 'resume',
    event: 'stateRequested',
    title: () => vscode.l10n.t('Resume'),
    done: targets => vscode.l10n.t('Resume requested: {0}', named(targets)),
    prepare: () => Promise.resolve(true),
    run: target => request(target, 'RUNNING', { flush }),
  };
}

export const stop: Operation<true> = {
  action: 'stop',
  event: 'stateRequested',
  title: () => vscode.l10n.t('Stop'),
  done: targets => vscode.l10n.t('Stop requested: {0}', named(targets)),
  prepare: (targets, where) =>
    isConfirmed(
      vscode.l10n.t('Stop {0}?', named(targets)),
      [
        vscode.l10n.t('The state of the computation is given up. To keep it, pause instead.'),
        where,
        listed(targets),
      ],
      vscode.l10n.t('Stop'),
    ),
  run: target => request(target, 'TERMINATED'),
};

export const offline: Operation<true> = {
  action: 'offline',
  event: 'offline',
  title: () => vscode.l10n.t('Take Offline'),
  done: targets => vscode.l10n.t('Taken offline: {0}', named(targets)),
  prepare: (targets, where) =>
    isConfirmed(
      vscode.l10n.t('Take {0} offline?', named(targets)),
      [
        vscode.l10n.t(
          'It becomes a draft again and cannot be started until it is committed. The code stays.',
        ),
        where,
        listed(targets),
      ],
      vscode.l10n.t('Take Offline'),
    ),
  run: ({ service, ref }) => service.offlineJob(ref.project, ref.job),
};
