import * as vscode from 'vscode';
import type { JobRef, ProjectRef } from '../../connections/api.ts';
import { freeName } from '../../explorer/names.ts';
import { UserError } from '../../platform/userError.ts';
import type { JobName, NewJob } from '../../services/model.ts';
import { askName } from '../nameInput.ts';
import { isOutcomeUnknown } from '../outcome.ts';
import type { CommandParts } from '../parts.ts';
import { newPlace } from '../targets.ts';
import { templates } from '../templates/catalog.ts';
import { templateCode, type Template } from '../templates/template.ts';

/** `blink.job.new`: a template, a name, and the new job opens. */
export function newJob(parts: CommandParts) {
  return async (argument?: unknown): Promise<JobRef | undefined> => {
    const place = await newPlace(parts, argument);
    const template = place && (await pickTemplate());
    if (!template) return undefined;
    const name = await askJobName(parts, place, {
      title: vscode.l10n.t('New Job in {0}', place.project + (place.folder === '/' ? '' : place.folder)),
      value: template.jobName,
    });
    if (name === undefined) return undefined;
    const folder = await parts.explorer.data(place).folder(place.folder);
    const { type, api, properties } = template;
    const code = templateCode(template.text, vscode.env.language);
    const ref = await create(parts, place, {
      name,
      type,
      api,
      code,
      ...(properties !== undefined && { properties: templateCode(properties, vscode.env.language) }),
      ...(folder && { folderId: folder.id }),
    });
    await parts.documents.open(ref);
    return ref;
  };
}

async function pickTemplate(): Promise<Template | undefined> {
  const items = templates().map(template => ({
    template,
    label: `$(${template.icon}) ${template.label}`,
    detail: template.detail,
  }));
  const chosen = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('New Job: begin with'),
    matchOnDetail: true,
  });
  return chosen?.template;
}

interface JobNameQuestion {
  readonly title: string;
  readonly value: string;
  /** A name that is not counted as taken. */
  readonly own?: string;
}

/** Asks for the name of a job; a proposal that is in use is replaced by one that is free. */
export async function askJobName(
  parts: CommandParts,
  project: ProjectRef,
  { title, value, own }: JobNameQuestion,
): Promise<JobName | undefined> {
  const data = parts.explorer.data(project);
  const isTaken = async (name: string) => {
    if (name === own) return false;
    const { jobs } = await data.search(name);
    return jobs.some(job => job.name === name);
  };
  const alike = await data.search(value).then(
    ({ jobs }) => new Set<string>(jobs.map(({ name }) => name)),
    () => new Set<string>(),
  );
  const proposal = value === own ? value : freeName(value, name => alike.has(name));
  const prompt = vscode.l10n.t('Unique in the project {0}', project.project);
  return (await askName({ title, prompt, value: proposal, isTaken })) as JobName | undefined;
}

/**
 * Creates a job and says so to the views.
 * @throws UserError when the service did not answer and it is unknown whether the job was made; ServiceError
 */
export async function create(
  parts: CommandParts,
  { connection, project }: ProjectRef,
  job: NewJob,
): Promise<JobRef> {
  const ref = { connection, project, job: job.name };
  const service = await parts.connections.service(connection);
  try {
    await service.createJob(project, job);
  } catch (error) {
    if (!isOutcomeUnknown(error)) throw error;
    parts.events.fire({ kind: 'created', ref });
    throw new UserError(
      vscode.l10n.t(
        'The service did not answer: “{0}” may have been created or not. Look at the refreshed sidebar before you try again.',
        job.name,
      ),
      { cause: error },
    );
  }
  parts.events.fire({ kind: 'created', ref });
  return ref;
}
