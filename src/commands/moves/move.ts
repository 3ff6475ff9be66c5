import * as vscode from 'vscode';
import type { ProjectRef } from '../../connections/api.ts';
import { folderName } from '../../explorer/names.ts';
import type { Node } from '../../explorer/nodes.ts';
import { errorText } from '../../platform/errorText.ts';
import { showError } from '../../platform/errors.ts';
import { withProgress } from '../../platform/progress.ts';
import { UserError } from '../../platform/userError.ts';
import type { FolderPath } from '../../services/model.ts';
import { runBatch } from '../batch.ts';
import { isOutcomeUnknown } from '../outcome.ts';
import type { CommandParts } from '../parts.ts';
import { placeOf, rowsOf } from '../targets.ts';
import { pickFolder } from './pickFolder.ts';
import { planMoves, reversed, type Move, type MoveProblem } from './plan.ts';

/** `blink.explorer.move`: rows dropped on a row. */
export function moveOnto(parts: CommandParts) {
  return async (rows: readonly Node[], target: Node): Promise<void> => {
    const place = placeOf(target);
    if (!place) throw new UserError(vscode.l10n.t('Drop jobs and folders on a project or a folder.'));
    await moveRows(parts, rows, place, place.folder);
  };
}

/** `blink.explorer.moveTo`: the selected rows, to a folder the user picks. */
export function moveTo(parts: CommandParts) {
  return async (argument?: unknown, selected?: unknown): Promise<void> => {
    const rows = rowsOf(parts, argument, selected).filter(({ kind }) => kind === 'job' || kind === 'folder');
    const [first] = rows;
    const project = first && placeOf(first);
    if (!project)
      throw new UserError(vscode.l10n.t('Select the jobs and folders to move in the sidebar first.'));
    const folder = await pickFolder(parts, project, vscode.l10n.t('Move to'));
    if (folder !== undefined) await moveRows(parts, rows, project, folder);
  };
}

async function moveRows(
  parts: CommandParts,
  rows: readonly Node[],
  project: ProjectRef,
  to: FolderPath,
): Promise<void> {
  const { moves, problem } = planMoves(rows, project, to);
  if (problem) throw new UserError(problemText(problem));
  if (moves.length === 0) return;
  const done = await carryOut(parts, moves);
  if (done.length === 0) return;
  const undo = vscode.l10n.t('Undo');
  const [only, ...others] = done;
  const what = only && others.length === 0 ? `“${nameOf(only)}”` : vscode.l10n.t('{0} items', done.length);
  const text = vscode.l10n.t('Moved {0} to {1}.', what, to);
  // Not waited for: the notice may stay as long as it likes.
  void vscode.window.showInformationMessage(text, undo).then(async chosen => {
    if (chosen === undo) await carryOut(parts, reversed(done));
  });
}

function nameOf(move: Move): string {
  return move.kind === 'job' ? move.ref.job : folderName(move.from);
}

function problemText(problem: MoveProblem): string {
  return problem === 'otherProject'
    ? vscode.l10n.t(
        'Jobs and folders can be moved within one project only. To bring a job elsewhere, duplicate it.',
      )
    : vscode.l10n.t('A folder cannot be moved into itself.');
}

/** Does the moves one after the other: two of them may concern the same folder. */
async function carryOut(parts: CommandParts, moves: readonly Move[]): Promise<readonly Move[]> {
  const title = vscode.l10n.t('Move');
  const outcomes = await withProgress(
    title,
    (signal, report) =>
      runBatch(moves, move => carryOutOne(parts, move), {
        signal,
        atOnce: 1,
        onSettled: ({ item }) => {
          report(nameOf(item), 1 / moves.length);
        },
      }),
    { location: vscode.ProgressLocation.Window },
  );
  tell(parts, moves);
  const failures = outcomes.filter(outcome => outcome.result === 'failed');
  if (failures.length > 0) {
    const reasons = failures.map(({ item, error }) => `“${nameOf(item)}”: ${reasonOf(error)}`);
    void showError(new UserError(reasons.join('\n'), { cause: failures[0]?.error }), title);
  }
  return outcomes.filter(({ result }) => result === 'done').map(({ item }) => item);
}

function reasonOf(error: unknown): string {
  return isOutcomeUnknown(error)
    ? vscode.l10n.t('The service did not answer, it may have been moved. The sidebar is being read again.')
    : errorText(error);
}

async function carryOutOne(parts: CommandParts, move: Move): Promise<void> {
  const service = await parts.connections.service(move.ref.connection);
  if (move.kind === 'folder') {
    await service.moveFolder(move.ref.project, move.from, move.to);
    return;
  }
  const folder = await parts.explorer.data(move.ref).folder(move.to);
  if (!folder) throw new UserError(vscode.l10n.t('There is no folder {0}.', move.to));
  await service.updateJob(move.ref.project, move.ref.job, { folderId: folder.id });
}

function tell({ events }: CommandParts, moves: readonly Move[]): void {
  const [first] = moves;
  for (const move of moves) if (move.kind === 'job') events.fire({ kind: 'moved', ref: move.ref });
  if (first && moves.some(({ kind }) => kind === 'folder')) {
    const { connection, project } = first.ref;
    events.fire({ kind: 'foldersChanged', ref: { connection, project } });
  }
}
