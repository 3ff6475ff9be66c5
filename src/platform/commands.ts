import * as vscode from 'vscode';
import { showError } from './errors.ts';
import { manifestText, type ManifestText } from './manifestText.ts';

const PREFIX = 'blink.';
const EXTENSION = 'blink-sql.blink-sql';

interface CommandEntry {
  readonly command: string;
  readonly title: ManifestText;
}

/** The command's title in the manifest, which VS Code has translated; its id where the manifest does not list it. */
function titleOf(id: string): string {
  const manifest = vscode.extensions.getExtension(EXTENSION)?.packageJSON as
    { contributes?: { commands?: readonly CommandEntry[] } } | undefined;
  const entry = manifest?.contributes?.commands?.find(({ command }) => command === id);
  return entry ? manifestText(entry.title) : id;
}

/**
 * Registers a command. What its handler throws is logged and told to the user under the command's title, and the
 * command then resolves to undefined; a cancellation says nothing.
 * @throws Error for an id without the extension's prefix
 */
export function registerCommand(id: string, handler: (...args: never[]) => unknown): vscode.Disposable {
  if (!id.startsWith(PREFIX)) throw new Error(`The command "${id}" must begin with "${PREFIX}".`);
  return vscode.commands.registerCommand(id, async (...args: never[]) => {
    try {
      return await handler(...args);
    } catch (error) {
      // Not awaited: the command has ended, the notice may stay for long.
      void showError(error, titleOf(id));
      return undefined;
    }
  });
}
