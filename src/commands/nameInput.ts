import * as vscode from 'vscode';
import { NAME_LIMIT, nameProblem, type NameProblem } from '../explorer/names.ts';

/** A pause in typing after which the service is asked whether a name is free, ms. */
const PAUSE_MS = 250;

interface NameQuestion {
  readonly title: string;
  readonly prompt: string;
  readonly value?: string;
  /** Whether the name is in use; asked when typing pauses. A failure to find out does not stand in the way. */
  readonly isTaken: (name: string) => Promise<boolean>;
}

function problemText(problem: NameProblem): string {
  switch (problem) {
    case 'empty':
      return vscode.l10n.t('Enter a name.');
    case 'tooLong':
      return vscode.l10n.t('A name has at most {0} characters.', NAME_LIMIT);
    case 'space':
      return vscode.l10n.t('A name does not begin or end with a space.');
    case 'characters':
      return vscode.l10n.t('A name cannot contain any of {0}', '/ \\ : * ? " \' ` < > | % #');
    case 'dots':
      return vscode.l10n.t('A name does not begin or end with a dot.');
  }
}

/**
 * Asks for a name and says while it is typed what is wrong with it.
 * @returns undefined when the user thinks better of it
 */
export async function askName({ title, prompt, value, isTaken }: NameQuestion): Promise<string | undefined> {
  let latest = 0;
  return vscode.window.showInputBox({
    title,
    prompt,
    ...(value !== undefined && { value }),
    ignoreFocusOut: true,
    validateInput: async name => {
      const problem = nameProblem(name);
      if (problem) return problemText(problem);
      const mine = ++latest;
      await new Promise(resolve => setTimeout(resolve, PAUSE_MS));
      if (mine !== latest) return undefined;
      const taken = await isTaken(name).catch(() => false);
      return taken ? vscode.l10n.t('“{0}” exists already.', name) : undefined;
    },
  });
}
