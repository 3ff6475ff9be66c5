import * as vscode from 'vscode';
import { jobKey } from '../../connections/api.ts';
import { durationWords, timeWords } from '../../explorer/words.ts';
import type { CommandParts } from '../parts.ts';
import { parseStartTime, startOfDay } from '../startTime.ts';
import { named, type Operation, type Target } from './operation.ts';

/** From where the sources are read: epoch ms, or as the code and the service have it. */
interface StartChoice {
  readonly from: number | undefined;
}

interface StartItem extends vscode.QuickPickItem {
  readonly choose: () => StartChoice | Promise<StartChoice | undefined>;
}

/** Starts jobs: reading from now, or from a time the user picks. */
export function start(
  parts: CommandParts,
  ask: (targets: readonly Target[]) => Promise<StartChoice | undefined>,
) {
  const { globalState } = parts.context;
  return {
    action: 'start',
    event: 'started',
    title: () => vscode.l10n.t('Start'),
    done: (targets, { from }) =>
      from === undefined
        ? vscode.l10n.t('Start requested: {0}', named(targets))
        : vscode.l10n.t('Start requested: {0}, reading from {1}', named(targets), timeWords(from)),
    prepare: ask,
    run: async ({ service, ref }, { from }) => {
      await service.startJob(ref.project, ref.job, from);
    },
    finish: async (targets, { from }) => {
      for (const { ref } of targets) await globalState.update(lastStartKey(jobKey(ref)), from);
    },
  } satisfies Operation<StartChoice>;
}

export function startNow(): Promise<StartChoice> {
  return Promise.resolve({ from: Date.now() });
}

/** Asks for the time. Times are this computer's: the zone is said, since the cluster's may be another one. */
export function askStart({ context }: CommandParts) {
  return async (targets: readonly Target[]): Promise<StartChoice | undefined> => {
    const [only, ...others] = targets;
    const last =
      only && others.length === 0
        ? context.globalState.get<number>(lastStartKey(jobKey(only.ref)))
        : undefined;
    const chosen = await vscode.window.showQuickPick(startItems(Date.now(), last), {
      title: vscode.l10n.t('Start {0}: read the sources from', named(targets)),
      placeHolder: vscode.l10n.t('Times in {0}', zoneName()),
    });
    return chosen?.choose();
  };
}

function startItems(now: number, last: number | undefined): StartItem[] {
  const at = (icon: string, label: string, time: number): StartItem => ({
    label: `$(${icon}) ${label}`,
    description: timeWords(time),
    choose: () => ({ from: time }),
  });
  return [
    { ...at('play', vscode.l10n.t('Now'), now), choose: startNow },
    at('history', vscode.l10n.t('One hour ago'), now - 3_600_000),
    at('calendar', vscode.l10n.t('Today 00:00'), startOfDay(now)),
    ...(last === undefined ? [] : [at('refresh', vscode.l10n.t('As last time'), last)]),
    { label: `$(edit) ${vscode.l10n.t('From a time...')}`, choose: askTime },
    {
      label: `$(code) ${vscode.l10n.t('As the code says')}`,
      description: vscode.l10n.t('startTime of the sources, or the default of the service'),
      choose: () => ({ from: undefined }),
    },
  ];
}

async function askTime(): Promise<StartChoice | undefined> {
  const text = await vscode.window.showInputBox({
    title: vscode.l10n.t('Read the sources from'),
    prompt: vscode.l10n.t('Date and time in {0}, or how long ago', zoneName()),
    placeHolder: '2026-03-01 08:00 | 08:00 | 2h | 30m | 1740787200000',
    ignoreFocusOut: true,
    validateInput: judge,
  });
  if (text === undefined) return undefined;
  const { time } = parseStartTime(text, Date.now());
  return time === undefined ? undefined : { from: time };
}

function judge(text: string): vscode.InputBoxValidationMessage | string {
  const now = Date.now();
  const { time, problem } = parseStartTime(text, now);
  if (problem === 'future')
    return vscode.l10n.t('This lies in the future. Nothing can be read from there yet.');
  if (time === undefined) {
    return vscode.l10n.t('Not a time. Examples: 2026-03-01 08:00, 08:00 (today), 2h (two hours ago)');
  }
  const message = vscode.l10n.t('{0}, {1} ago', timeWords(time), durationWords(now - time));
  return { message, severity: vscode.InputBoxValidationSeverity.Info };
}

/** For example "Asia/Shanghai (GMT+8)". */
function zoneName(): string {
  const format = new Intl.DateTimeFormat(vscode.env.language, { timeZoneName: 'shortOffset' });
  const offset = format.formatToParts().find(({ type }) => type === 'timeZoneName')?.value ?? '';
  return `${format.resolvedOptions().timeZone} (${offset})`;
}

function lastStartKey(key: string): string {
  return `start\n${key}`;
}
