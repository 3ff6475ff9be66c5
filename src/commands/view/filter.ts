import * as vscode from 'vscode';
import type { Explorer } from '../../explorer/explorer.ts';
import type { CommandParts } from '../parts.ts';

/** A pause in typing after which the tree follows, ms. */
const PAUSE_MS = 250;

/** `blink.explorer.filter`: the tree follows while the user types; Enter keeps the filter, Escape takes it back. */
export function filterTree({ explorer }: CommandParts) {
  return async (): Promise<void> => {
    const before = explorer.filter;
    const kept = await askFilter(explorer);
    explorer.setFilter(kept ?? before);
  };
}

/** `blink.explorer.clearFilter` */
export function clearFilter({ explorer }: CommandParts) {
  return (): void => {
    explorer.setFilter('');
  };
}

async function askFilter(explorer: Explorer): Promise<string | undefined> {
  const input = vscode.window.createInputBox();
  const clear: vscode.QuickInputButton = {
    iconPath: new vscode.ThemeIcon('clear-all'),
    tooltip: vscode.l10n.t('Clear the Filter'),
  };
  input.title = vscode.l10n.t('Filter jobs, folders and packages');
  input.placeholder = vscode.l10n.t('Parts of the name, separated by spaces');
  input.prompt = vscode.l10n.t('Also finds jobs in folders that are not open. Projects have to be open.');
  input.value = explorer.filter;
  input.buttons = [clear];
  let timer: NodeJS.Timeout | undefined;
  const result = await new Promise<string | undefined>(resolve => {
    input.onDidChangeValue(text => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        explorer.setFilter(text);
      }, PAUSE_MS);
    });
    input.onDidTriggerButton(() => {
      resolve('');
    });
    input.onDidAccept(() => {
      resolve(input.value);
    });
    input.onDidHide(() => {
      resolve(undefined);
    });
    input.show();
  });
  clearTimeout(timer);
  input.dispose();
  return result;
}
