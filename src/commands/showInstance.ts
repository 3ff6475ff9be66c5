import * as vscode from 'vscode';
import type { InstancePanels } from '../instance/panels.ts';
import { registerCommand } from '../platform/commands.ts';
import { placeFault, type FaultPlace } from './jobs/faultPlace.ts';
import type { CommandParts } from './parts.ts';
import { oneJob } from './targets.ts';

/** What an engine complained of, and the code it runs. */
interface Complaint {
  readonly message: string;
  readonly code: string;
}

/**
 * `blink.instance.show`: for a row, a job, a document, the active document, or what the user picks.
 * `blink.instance.openCode`, for the panel: the job's code, at the place the engine complains of where that is known.
 */
export function registerShowInstance(parts: CommandParts, panels: InstancePanels): vscode.Disposable {
  return vscode.Disposable.from(
    registerCommand('blink.instance.show', async (argument: unknown) => {
      const ref = await oneJob(parts, argument);
      if (ref) panels.show(ref);
    }),
    registerCommand('blink.instance.openCode', async (argument: unknown, complaint?: Complaint) => {
      const ref = await oneJob(parts, argument);
      if (!ref) return;
      const fault = complaint && (await placeFault(complaint.message, complaint.code));
      await parts.documents.open(ref, 'code', {
        preview: false,
        ...(fault ? { selection: rangeOf(fault) } : {}),
      });
    }),
  );
}

function rangeOf({ start, end }: FaultPlace): vscode.Range {
  return new vscode.Range(start.line, start.column, end.line, end.column);
}
