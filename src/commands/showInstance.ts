import type * as vscode from 'vscode';
import type { InstancePanels } from '../instance/panels.ts';
import { registerCommand } from '../platform/commands.ts';
import type { CommandParts } from './parts.ts';
import { oneJob } from './targets.ts';

/** `blink.instance.show`: for a row, a job, a document, the active document, or what the user picks. */
export function registerShowInstance(parts: CommandParts, panels: InstancePanels): vscode.Disposable {
  return registerCommand('blink.instance.show', async (argument: unknown) => {
    const ref = await oneJob(parts, argument);
    if (ref) panels.show(ref);
  });
}
