import * as vscode from 'vscode';
import { jobFileUri } from '../../documents/uris.ts';
import type { JobSummary, RunSummary } from '../../services/model.ts';
import { LOOKS } from '../look.ts';
import type { JobNode } from '../nodes.ts';
import { contextOf, type JobStatus } from '../status.ts';
import { durationWords, NOTABLE_DELAY_MS, phaseWords, statusWords, timeWords } from '../words.ts';
import { highlighted, row, themeIcon } from './row.ts';
import { Tooltip } from './tooltip.ts';

/** A job's row: its state in an icon and in words. */
export function jobRow(node: JobNode, status: JobStatus, run: RunSummary | undefined): vscode.TreeItem {
  const { job } = node;
  const item = row(node, highlighted(job.name, node.highlights), contextOf(job, status));
  const { icon, color } = LOOKS[status.phase];
  item.iconPath = themeIcon(icon, color);
  // The document's URI lets the row carry the badge of the document's problems.
  item.resourceUri = jobFileUri(node.ref, node.folder.path, 'code', job.api === 'DATASTREAM');
  item.description = describe(job, status, run);
  item.tooltip = tooltip(job, status, run);
  item.accessibilityInformation = { label: vscode.l10n.t('Job {0}, {1}', job.name, item.description) };
  item.command = {
    command: 'blink.job.open',
    title: vscode.l10n.t('Open Job'),
    arguments: [node],
  };
  return item;
}

function describe(job: JobSummary, status: JobStatus, run: RunSummary | undefined): string {
  const words = [statusWords(status)];
  const delay = run?.inputDelay;
  if (status.phase === 'running' && delay !== undefined && delay >= NOTABLE_DELAY_MS) {
    words.push(vscode.l10n.t('delay {0}', durationWords(delay)));
  }
  if (job.api === 'DATASTREAM') words.push('DataStream');
  if (job.type === 'FLINK_BATCH') words.push(vscode.l10n.t('batch'));
  return words.join(' · ');
}

function tooltip(job: JobSummary, status: JobStatus, run: RunSummary | undefined): vscode.MarkdownString {
  const publication = status.phase === status.publication ? '' : ` · ${phaseWords(status.publication)}`;
  const isSimulated = run?.engineJobHandler?.startsWith('simulated') ?? false;
  return new Tooltip(job.name)
    .fact(vscode.l10n.t('State'), phaseWords(status.phase) + publication)
    .fact(vscode.l10n.t('Description'), job.description)
    .fact(
      vscode.l10n.t('Engine'),
      [job.engineVersion, isSimulated ? vscode.l10n.t('simulated') : ''].filter(Boolean).join(' · '),
    )
    .fact(vscode.l10n.t('Delay'), run?.inputDelay === undefined ? undefined : durationWords(run.inputDelay))
    .fact(vscode.l10n.t('Queue'), job.queueName)
    .fact(vscode.l10n.t('Packages'), job.packages.join(', '))
    .fact(vscode.l10n.t('Modified'), moment(job.modifyTime, job.modifier))
    .fact(vscode.l10n.t('Created'), moment(job.createTime, job.creator))
    .block(
      vscode.l10n.t('Last error, {0}', run?.lastErrorTime === undefined ? '–' : timeWords(run.lastErrorTime)),
      run?.lastErrorMessage,
    ).markdown;
}

function moment(time: number | undefined, who: string | undefined): string {
  return [time === undefined ? '' : timeWords(time), who].filter(Boolean).join(', ');
}
