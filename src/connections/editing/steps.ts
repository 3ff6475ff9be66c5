import * as vscode from 'vscode';

/** What a step hands back when the user wants to go back, or to leave altogether. */
export const BACK = Symbol('back');
export const LEAVE = Symbol('leave');
type Answer<T> = T | typeof BACK | typeof LEAVE;

export interface TextQuestion {
  readonly prompt: string;
  readonly placeholder?: string;
  /** What is in the box at first. */
  readonly value?: string;
  readonly isPassword?: boolean;
  /** @returns what is wrong with the text, or undefined */
  readonly validate?: (text: string) => string | undefined;
}

export interface PickQuestion<T> {
  readonly placeholder: string;
  readonly items: readonly (vscode.QuickPickItem & { readonly value?: T })[];
  readonly active?: T | undefined;
  /** Makes an item of what was typed, for choices beyond the list. */
  readonly typed?: (text: string) => (vscode.QuickPickItem & { readonly value: T }) | undefined;
}

/** How a step asks; title, step count and the back button are seen to. */
export interface Asker {
  text(question: TextQuestion): Promise<Answer<string>>;
  pick<T>(question: PickQuestion<T>): Promise<Answer<T>>;
}

/** One question of a sequence: takes what is known, hands back what is known now. */
export interface Step<State> {
  /** Whether the question makes sense, by what is known; absent: always. */
  readonly isNeeded?: (state: State) => boolean;
  ask(asker: Asker, state: State): Promise<Answer<State>>;
}

/**
 * Asks one question after the other, with a way back; answers given before are offered again.
 * @returns what is known at the end; undefined when the user left
 */
export async function askSteps<State>(
  title: string,
  steps: readonly Step<State>[],
  initial: State,
  hasWayBack = false,
): Promise<Answer<State>> {
  let state = initial;
  const path: Step<State>[] = [];
  for (let at: Step<State> | undefined = nextOf(steps, undefined, state); at;) {
    const needed = steps.filter(step => step === at || (step.isNeeded?.(state) ?? true));
    const counts = { step: needed.indexOf(at) + 1, total: needed.length };
    const answer = await at.ask(askerOf(title, counts, hasWayBack || path.length > 0), state);
    if (answer === LEAVE) return LEAVE;
    if (answer === BACK) {
      const previous = path.pop();
      if (!previous) return BACK;
      at = previous;
      continue;
    }
    state = answer;
    path.push(at);
    at = nextOf(steps, at, state);
  }
  return state;
}

function nextOf<State>(
  steps: readonly Step<State>[],
  after: Step<State> | undefined,
  state: State,
): Step<State> | undefined {
  return steps.slice(after ? steps.indexOf(after) + 1 : 0).find(step => step.isNeeded?.(state) ?? true);
}

interface Counts {
  readonly step: number;
  readonly total: number;
}

function askerOf(title: string, counts: Counts, hasBack: boolean): Asker {
  const furnish = (input: vscode.QuickInput & { buttons: readonly vscode.QuickInputButton[] }) => {
    input.title = title;
    if (counts.total > 1) {
      input.step = counts.step;
      input.totalSteps = counts.total;
    }
    // Keys are fetched from a browser: a look at it must not throw away what was typed.
    input.ignoreFocusOut = true;
    if (hasBack) input.buttons = [vscode.QuickInputButtons.Back];
  };
  return { text: question => askText(question, furnish), pick: question => askPick(question, furnish) };
}

type Furnish = (input: vscode.QuickInput & { buttons: readonly vscode.QuickInputButton[] }) => void;

function askText(question: TextQuestion, furnish: Furnish): Promise<Answer<string>> {
  const input = vscode.window.createInputBox();
  furnish(input);
  input.prompt = question.prompt;
  input.placeholder = question.placeholder;
  input.value = question.value ?? '';
  input.password = question.isPassword ?? false;
  const check = () => {
    const problem = question.validate?.(input.value);
    input.validationMessage = problem ?? '';
    return problem === undefined;
  };
  return new Promise(resolve => {
    input.onDidChangeValue(() => {
      // A fault is shown once somebody tried to go on, and goes as soon as it is mended.
      if (input.validationMessage !== '' && input.validationMessage !== undefined) check();
    });
    input.onDidAccept(() => {
      if (check()) finish(input.value);
    });
    input.onDidTriggerButton(() => finish(BACK));
    input.onDidHide(() => finish(LEAVE));
    const finish = (answer: Answer<string>) => {
      resolve(answer);
      input.dispose();
    };
    input.show();
  });
}

function askPick<T>(question: PickQuestion<T>, furnish: Furnish): Promise<Answer<T>> {
  type Item = vscode.QuickPickItem & { readonly value?: T };
  const input = vscode.window.createQuickPick<Item>();
  furnish(input);
  input.placeholder = question.placeholder;
  input.matchOnDescription = true;
  input.matchOnDetail = true;
  input.items = question.items;
  input.activeItems = question.items.filter(({ value }) => value !== undefined && value === question.active);
  return new Promise(resolve => {
    input.onDidChangeValue(text => {
      const own = question.typed?.(text);
      input.items = own ? [...question.items, own] : question.items;
    });
    input.onDidAccept(() => {
      const value = input.selectedItems[0]?.value;
      if (value !== undefined) finish(value);
    });
    input.onDidTriggerButton(() => finish(BACK));
    input.onDidHide(() => finish(LEAVE));
    const finish = (answer: Answer<T>) => {
      resolve(answer);
      input.dispose();
    };
    input.show();
  });
}
