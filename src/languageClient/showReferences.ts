import * as vscode from 'vscode';
import type { PlainRange } from '../server/protocol.ts';

interface PlainLocation {
  readonly uri: string;
  readonly range: PlainRange;
}

/** `blink.showReferences`: what a lens of the server opens, in the protocol's plain types. */
export async function showReferences(
  uri: string,
  at: PlainRange['start'],
  locations: readonly PlainLocation[],
): Promise<void> {
  const position = new vscode.Position(at.line, at.character);
  await vscode.commands.executeCommand(
    'editor.action.showReferences',
    vscode.Uri.parse(uri),
    position,
    locations.map(({ uri: of, range }) => new vscode.Location(vscode.Uri.parse(of), rangeOf(range))),
  );
}

function rangeOf({ start, end }: PlainRange): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}
