import type { JobRef, ProjectRef } from '../../connections/api.ts';
import { childPath, folderName, isWithin, parentPath } from '../../explorer/names.ts';
import type { Node } from '../../explorer/nodes.ts';
import { ROOT_FOLDER, type FolderPath } from '../../services/model.ts';

/** One thing that goes from one folder to another. */
export type Move =
  | { readonly kind: 'job'; readonly ref: JobRef; readonly from: FolderPath; readonly to: FolderPath }
  /** `from` and `to` are the folder's own paths, before and after. */
  | { readonly kind: 'folder'; readonly ref: ProjectRef; readonly from: FolderPath; readonly to: FolderPath };

/** Why nothing is moved. */
export type MoveProblem = 'otherProject' | 'intoItself';

export interface Plan {
  readonly moves: readonly Move[];
  readonly problem?: MoveProblem;
}

/**
 * What has to be moved so that `rows` end up in the folder `to`. What is there already stays, and what lies in a
 * folder that is moved comes along by itself.
 */
export function planMoves(rows: readonly Node[], project: ProjectRef, to: FolderPath): Plan {
  const moves: Move[] = [];
  const folders = rows.flatMap(row => (row.kind === 'folder' ? [row.folder.path] : []));
  for (const row of rows) {
    if (row.kind !== 'job' && row.kind !== 'folder') continue;
    const { ref } = row;
    if (ref.connection !== project.connection || ref.project !== project.project) {
      return { moves: [], problem: 'otherProject' };
    }
    const { path } = row.folder;
    const above = row.kind === 'folder' ? (parentPath(path) ?? ROOT_FOLDER) : path;
    if (folders.some(folder => folder !== path && isWithin(above, folder))) continue;
    if (row.kind === 'job') {
      if (folders.includes(path)) continue;
      if (path !== to) moves.push({ kind: 'job', ref: row.ref, from: path, to });
      continue;
    }
    if (isWithin(to, path)) return { moves: [], problem: 'intoItself' };
    if (above !== to)
      moves.push({ kind: 'folder', ref: row.ref, from: path, to: childPath(to, folderName(path)) });
  }
  return { moves };
}

/** The moves that bring everything back, last first. */
export function reversed(moves: readonly Move[]): Move[] {
  return moves.toReversed().map(move => ({ ...move, from: move.to, to: move.from }));
}
