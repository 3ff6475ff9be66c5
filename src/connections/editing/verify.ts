import * as vscode from 'vscode';
import { errorText } from '../../platform/errorText.ts';
import { isCancellation } from '../../platform/failure.ts';
import { logError } from '../../platform/log.ts';
import { withProgress } from '../../platform/progress.ts';
import { endpointOf } from '../../services/foas/endpoints.ts';
import { isServiceError } from '../../services/serviceError.ts';
import { checkService, type Check } from '../projects.ts';
import type { Sessions } from '../sessions.ts';
import { checkText } from './checkText.ts';
import { keysOf, type Draft } from './draft.ts';
import { ENDPOINT, KEY, NEEDED_PROJECTS, PROJECTS, REGION } from './questions.ts';
import { askSteps, BACK, LEAVE, type Step } from './steps.ts';

/**
 * Tries a draft out, and lets the user mend what does not work until it does.
 * @returns the draft to save; undefined when the user gave up
 */
export async function verify(title: string, draft: Draft, sessions: Sessions): Promise<Draft | undefined> {
  let current = draft;
  for (;;) {
    const verdict = await tryOut(current, sessions);
    if (verdict.kind === 'fine') return current;
    if (verdict.kind === 'trouble') {
      const save = vscode.l10n.t('Save Anyway');
      const choice = await vscode.window.showErrorMessage(
        verdict.text,
        { modal: true, detail: verdict.detail },
        verdict.changeTitle,
        save,
      );
      if (choice === save) return current;
      if (choice === undefined) return undefined;
    }
    const mended = await askSteps(title, verdict.steps, current);
    if (mended === LEAVE || mended === BACK) return undefined;
    current = mended;
  }
}

type Verdict =
  | { readonly kind: 'fine' }
  /** Only a question is left, nothing is wrong. */
  | { readonly kind: 'question'; readonly steps: readonly Step<Draft>[] }
  | {
      readonly kind: 'trouble';
      readonly text: string;
      readonly detail: string;
      readonly changeTitle: string;
      readonly steps: readonly Step<Draft>[];
    };

async function tryOut(draft: Draft, sessions: Sessions): Promise<Verdict> {
  try {
    const check = await checkDraft(draft, sessions);
    return verdictOf(check, draft);
  } catch (error) {
    if (!isCancellation(error)) logError(`Test of the connection ${draft.name}`, error);
    return { kind: 'trouble', detail: where(draft), ...remedyOf(error) };
  }
}

function verdictOf(check: Check, draft: Draft): Verdict {
  switch (check.kind) {
    case 'listed':
      return fine(checkText(draft.name, check));
    case 'namesNeeded':
      return { kind: 'question', steps: [NEEDED_PROJECTS] };
    case 'named':
      if (check.missing.length === 0) return fine(checkText(draft.name, check));
      return {
        kind: 'trouble',
        text: checkText(draft.name, check),
        detail: where(draft),
        changeTitle: vscode.l10n.t('Change Names'),
        steps: [PROJECTS],
      };
  }
}

function fine(text: string): Verdict {
  void vscode.window.showInformationMessage(text);
  return { kind: 'fine' };
}

/** Which questions to ask again, by what went wrong. */
function remedyOf(error: unknown): { text: string; changeTitle: string; steps: readonly Step<Draft>[] } {
  if (isCancellation(error)) {
    return {
      text: vscode.l10n.t('The test of the connection was cancelled.'),
      changeTitle: vscode.l10n.t('Change Connection'),
      steps: [REGION, ENDPOINT, ...KEY],
    };
  }
  const text = errorText(error);
  const kind = isServiceError(error) ? error.kind : undefined;
  if (kind === 'signature' || kind === 'denied') {
    return { text, changeTitle: vscode.l10n.t('Change Access Key'), steps: KEY };
  }
  if (kind === 'clock-skew' || kind === 'timeout' || kind === 'throttled' || kind === 'proxy') {
    return { text, changeTitle: vscode.l10n.t('Try Again'), steps: [] };
  }
  return { text, changeTitle: vscode.l10n.t('Change Endpoint'), steps: [REGION, ENDPOINT] };
}

/** Tries to list, or to read the named projects, under a progress notice. */
function checkDraft(draft: Draft, sessions: Sessions): Promise<Check> {
  const { name, regionId, projects } = draft;
  const endpoint = draft.endpoint === '' ? undefined : draft.endpoint;
  return withProgress(vscode.l10n.t('Testing the connection "{0}"...', name), async signal => {
    const service = await sessions.try({ regionId, endpoint, keys: keysOf(draft) }, name);
    return checkService(service, projects, signal);
  });
}

function where({ name, regionId, endpoint }: Draft): string {
  const origin = endpointOf(regionId, endpoint);
  return vscode.l10n.t('Connection: {0}\nRegion: {1}\nEndpoint: {2}', name, regionId, origin);
}
