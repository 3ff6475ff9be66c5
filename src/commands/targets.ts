import * as vscode from 'vscode';
import { jobKey, type JobRef, type ProjectRef } from '../connections/api.ts';
import { parseJobFile } from '../documents/uris.ts';
import { activeJobFile } from '../explorer/autoReveal.ts';
import type { FolderNode, JobNode, Node } from '../explorer/nodes.ts';
import { ROOT_FOLDER, type FolderPath } from '../services/model.ts';
import type { CommandParts } from './parts.ts';
import { pickJob, pickProject } from './pick.ts';

/** What keybindings of the tree pass, so that the selected rows are meant and not the open document. */
const FROM_SELECTION = 'selection';

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isNode(value: unknown): value is Node {
  return isRecord(value) && typeof value['kind'] === 'string' && typeof value['id'] === 'string';
}

function isJobRef(value: unknown): value is JobRef {
  return isRecord(value) && ['connection', 'project', 'job'].every(key => typeof value[key] === 'string');
}

function isSelectionKey(value: unknown): boolean {
  return isRecord(value) && value['from'] === FROM_SELECTION;
}

/**
 * The rows a command was called for: VS Code passes the row under the mouse and, when that is one of several selected
 * ones, all of them.
 */
export function rowsOf(parts: CommandParts, argument: unknown, selected: unknown): readonly Node[] {
  if (isSelectionKey(argument)) return parts.explorer.selection;
  if (Array.isArray(argument)) return argument.filter(isNode);
  if (!isNode(argument)) return [];
  const all = Array.isArray(selected) ? selected.filter(isNode) : [];
  return all.some(({ id }) => id === argument.id) ? all : [argument];
}

/** The job named by a JobRef, a document's URI or, without an argument, the active editor. */
function jobOf(argument: unknown): JobRef | undefined {
  if (argument instanceof vscode.Uri) return parseJobFile(argument);
  return isJobRef(argument) ? argument : undefined;
}

/**
 * The jobs a command is to work on: rows, a JobRef, a document, the active document, or what the user picks.
 * @returns an empty list when the user picks none, or none of the rows is a job
 */
export async function jobsOf(
  parts: CommandParts,
  argument: unknown,
  selected: unknown,
): Promise<readonly JobRef[]> {
  const rows = rowsOf(parts, argument, selected);
  if (rows.length > 0 || isSelectionKey(argument)) {
    const refs = rows.filter((row): row is JobNode => row.kind === 'job').map(({ ref }) => ref);
    return [...new Map(refs.map(ref => [jobKey(ref), ref])).values()];
  }
  const named = jobOf(argument) ?? activeJobFile() ?? (await pickJob(parts));
  if (!named) return [];
  const { connection, project, job } = named;
  return [{ connection, project, job }];
}

/** One job, for commands that make sense for one only. */
export async function oneJob(parts: CommandParts, argument: unknown): Promise<JobRef | undefined> {
  return (await jobsOf(parts, argument, undefined))[0];
}

export interface Place extends ProjectRef {
  readonly folder: FolderPath;
}

/** The folder a row stands for or in. */
export function placeOf(row: Node): Place | undefined {
  switch (row.kind) {
    case 'project':
      return { ...row.ref, folder: ROOT_FOLDER };
    case 'folder':
    case 'job':
    case 'more': {
      const { connection, project } = row.ref;
      return { connection, project, folder: row.folder.path };
    }
    case 'notice':
      return row.parent && placeOf(row.parent);
    case 'connection':
    case 'packages':
    case 'queues':
    case 'package':
    case 'queue':
      return undefined;
  }
}

/** Where something new is to be put: at the row, beside the open document, or in a project the user picks. */
export async function newPlace(parts: CommandParts, argument: unknown): Promise<Place | undefined> {
  const [row] = rowsOf(parts, argument, undefined);
  const place = row && placeOf(row);
  if (place) return place;
  if (row?.kind === 'connection') return rootOf(await pickProject(parts, row.connection.id));
  const file = argument === undefined ? activeJobFile() : undefined;
  return file ?? rootOf(await pickProject(parts));
}

function rootOf(ref: ProjectRef | undefined): Place | undefined {
  return ref && { ...ref, folder: ROOT_FOLDER };
}

/** The project a row belongs to, the open document's, or one the user picks. */
export async function projectOf(parts: CommandParts, argument: unknown): Promise<ProjectRef | undefined> {
  const [row] = rowsOf(parts, argument, undefined);
  let at: Node | undefined = row;
  while (at && !('ref' in at)) at = at.parent;
  if (at) return { connection: at.ref.connection, project: at.ref.project };
  return (
    activeJobFile() ?? (await pickProject(parts, row?.kind === 'connection' ? row.connection.id : undefined))
  );
}

/** The folder row a command was called for; there is no other way to name one. */
export function folderRow(parts: CommandParts, argument: unknown): FolderNode | undefined {
  const [row] = rowsOf(parts, argument, undefined);
  return row?.kind === 'folder' ? row : undefined;
}
