import * as vscode from 'vscode';
import type { Node } from '../../explorer/nodes.ts';
import type { CommandParts } from '../parts.ts';
import { rowsOf } from '../targets.ts';

/** A key in the tree means different commands on different rows: `when` clauses of keys do not see the row. */
const RENAME: Partial<Record<Node['kind'], string>> = {
  job: 'blink.job.rename',
  folder: 'blink.folder.rename',
  package: 'blink.package.edit',
};
const DELETE: Partial<Record<Node['kind'], string>> = {
  job: 'blink.job.delete',
  folder: 'blink.folder.delete',
  package: 'blink.package.delete',
};
const COPY_NAME: Partial<Record<Node['kind'], string>> = {
  job: 'blink.job.copyName',
  package: 'blink.package.copyName',
};
const COMMANDS = { rename: RENAME, delete: DELETE, copyName: COPY_NAME };

/** `blink.explorer.rename`, `.delete` and `.copyName`: the selected rows of the kind of the first one. */
export function dispatch(parts: CommandParts, verb: keyof typeof COMMANDS) {
  const commands = COMMANDS[verb];
  return async (argument?: unknown, selected?: unknown): Promise<void> => {
    const rows = rowsOf(parts, argument, selected);
    const [first] = rows;
    const command = first && commands[first.kind];
    if (!command) return;
    const alike = rows.filter(({ kind }) => kind === first.kind);
    await vscode.commands.executeCommand(command, first, alike);
  };
}
