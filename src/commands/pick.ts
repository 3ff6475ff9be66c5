import * as vscode from 'vscode';
import type { JobRef, ProjectRef } from '../connections/api.ts';
import { statusOf } from '../explorer/status.ts';
import { phaseWords } from '../explorer/words.ts';
import type { ConnectionId, JobSummary } from '../services/model.ts';
import { errorText } from '../platform/errorText.ts';
import type { CommandParts } from './parts.ts';

/** A pause in typing after which the service is asked, ms. */
const PAUSE_MS = 200;

/** Asks for a connection unless there is but one. */
async function pickConnection({ connections }: CommandParts): Promise<ConnectionId | undefined> {
  const [only, ...others] = connections.all;
  if (others.length === 0) return only?.id;
  const items = connections.all.map(({ id, name, kind, regionId }) => ({
    id,
    label: name,
    description: kind === 'local' ? vscode.l10n.t('simulated') : regionId,
  }));
  const title = vscode.l10n.t('Connection');
  return (await vscode.window.showQuickPick(items, { title }))?.id;
}

/** Asks for a project unless there is but one. */
export async function pickProject(
  parts: CommandParts,
  connection?: ConnectionId,
): Promise<ProjectRef | undefined> {
  const chosen = connection ?? (await pickConnection(parts));
  if (chosen === undefined) return undefined;
  const projects = await parts.connections.projects(chosen);
  const [only, ...others] = projects;
  if (only && others.length === 0) return { connection: chosen, project: only.name };
  const items = projects.map(({ name, description = '' }) => ({ label: name, description, name }));
  const picked = await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Project') });
  return picked && { connection: chosen, project: picked.name };
}

interface JobItem extends vscode.QuickPickItem {
  readonly ref?: JobRef;
}

/** Asks for a job; the service is searched while the user types. */
export async function pickJob(parts: CommandParts): Promise<JobRef | undefined> {
  const project = await pickProject(parts);
  if (!project) return undefined;
  const picker = vscode.window.createQuickPick<JobItem>();
  picker.title = vscode.l10n.t('Job in {0}', project.project);
  picker.placeholder = vscode.l10n.t('Type a part of its name');
  let timer: NodeJS.Timeout | undefined;
  let latest = 0;
  const search = async () => {
    const mine = ++latest;
    picker.busy = true;
    const items = await jobItems(parts, project, picker.value);
    if (mine !== latest) return;
    picker.items = items;
    picker.busy = false;
  };
  picker.onDidChangeValue(() => {
    clearTimeout(timer);
    timer = setTimeout(() => void search(), PAUSE_MS);
  });
  void search();
  const chosen = await new Promise<JobItem | undefined>(resolve => {
    picker.onDidAccept(() => {
      resolve(picker.selectedItems[0]);
    });
    picker.onDidHide(() => {
      resolve(undefined);
    });
    picker.show();
  });
  clearTimeout(timer);
  latest++;
  picker.dispose();
  return chosen?.ref;
}

async function jobItems(parts: CommandParts, project: ProjectRef, text: string): Promise<JobItem[]> {
  try {
    const { jobs } = await parts.explorer.data(project).search(text.trim());
    return jobs.map(job => jobItem(parts, { ...project, job: job.name }, job));
  } catch (error) {
    return [
      { label: vscode.l10n.t('The jobs cannot be listed'), detail: errorText(error), alwaysShow: true },
    ];
  }
}

function jobItem({ states }: CommandParts, ref: JobRef, job: JobSummary): JobItem {
  return { ref, label: job.name, description: phaseWords(statusOf(job, states.get(ref), false).phase) };
}
