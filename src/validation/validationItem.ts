import * as vscode from 'vscode';
import type { Documents } from '../documents/documents.ts';
import { errorText } from '../platform/errorText.ts';
import type { TableUse } from '../services/model.ts';
import type { ServiceDiagnostics } from './diagnostics.ts';
import { validateWhen, VALIDATE_SETTING } from './settings.ts';
import type { Validator } from './validator.ts';
import type { Tables, Verdict } from './verdict.ts';

interface Shown {
  readonly icon: string;
  readonly text: string;
  readonly tooltip: vscode.MarkdownString | string;
  readonly command: string;
}

/** What the service says of the code in sight: valid, its errors, or why nothing can be said. */
export class ValidationItem implements vscode.Disposable {
  readonly #documents: Documents;
  readonly #validator: Validator;
  readonly #diagnostics: ServiceDiagnostics;
  readonly #item = vscode.window.createStatusBarItem('blink.validation', vscode.StatusBarAlignment.Left, 97);
  readonly #subscriptions: vscode.Disposable;

  constructor(documents: Documents, validator: Validator, diagnostics: ServiceDiagnostics) {
    this.#documents = documents;
    this.#validator = validator;
    this.#diagnostics = diagnostics;
    this.#item.name = vscode.l10n.t('Blink: Validation');
    const show = () => {
      this.#show();
    };
    this.#subscriptions = vscode.Disposable.from(
      this.#item,
      validator.onDidChange(show),
      vscode.window.onDidChangeActiveTextEditor(show),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (document === vscode.window.activeTextEditor?.document) show();
      }),
      vscode.workspace.onDidSaveTextDocument(show),
      // An error goes with the one of the language server that says the same.
      vscode.languages.onDidChangeDiagnostics(({ uris }) => {
        const active = vscode.window.activeTextEditor?.document.uri.toString();
        if (uris.some(uri => uri.toString() === active)) show();
      }),
      vscode.workspace.onDidChangeConfiguration(change => {
        if (change.affectsConfiguration(VALIDATE_SETTING)) show();
      }),
    );
    show();
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  #show(): void {
    const document = vscode.window.activeTextEditor?.document;
    const file = document && this.#documents.jobOf(document.uri);
    if (!file || file.kind !== 'code' || file.isDataStream) {
      this.#item.hide();
      return;
    }
    const verdict = this.#validator.verdict(file);
    const shown = shownOf(verdict, document, this.#diagnostics.count(document.uri));
    this.#item.text = `$(${shown.icon}) ${shown.text}`;
    this.#item.tooltip = shown.tooltip;
    const { connection, project, job } = file;
    this.#item.command = {
      command: shown.command,
      title: shown.text,
      arguments: [{ connection, project, job }],
    };
    this.#item.accessibilityInformation = {
      label: vscode.l10n.t('Validation of {0}: {1}', file.job, shown.text),
      role: 'button',
    };
    this.#item.show();
  }
}

const VALIDATE = 'blink.job.validate';
const SHOW_PROBLEMS = 'workbench.actions.view.problems';

function shownOf(verdict: Verdict, { isDirty }: vscode.TextDocument, errors: number): Shown {
  const saves = vscode.l10n.t('Click to save and validate.');
  switch (verdict.kind) {
    case 'running':
      return {
        icon: 'loading~spin',
        text: vscode.l10n.t('Validating …'),
        tooltip: vscode.l10n.t('The service is validating the code. Click to cancel.'),
        command: 'blink.job.cancelValidation',
      };
    case 'valid':
      return {
        icon: 'pass',
        text: validText(verdict),
        tooltip: tablesTooltip(verdict.tables),
        command: VALIDATE,
      };
    case 'notValidated':
      return {
        icon: 'warning',
        text: vscode.l10n.t('Not validated: {0}', firstWords(errorText(verdict.error))),
        tooltip: `${errorText(verdict.error)}\n${vscode.l10n.t('This says nothing about the code. Click to try again.')}`,
        command: VALIDATE,
      };
    case 'invalid':
    case 'unknown':
      if (errors > 0) {
        return {
          icon: 'error',
          text: errors === 1 ? vscode.l10n.t('1 error') : vscode.l10n.t('{0} errors', errors),
          tooltip: vscode.l10n.t('Found by the service in the saved code. Click to show the problems.'),
          command: SHOW_PROBLEMS,
        };
      }
      if (isDirty) {
        return {
          icon: 'circle-outline',
          text: vscode.l10n.t('Unsaved'),
          tooltip: `${vscode.l10n.t('The service validates saved code.')} ${saves}`,
          command: VALIDATE,
        };
      }
      return validateWhen() === 'off'
        ? {
            icon: 'circle-slash',
            text: vscode.l10n.t('Validation off'),
            tooltip: vscode.l10n.t(
              'The setting {0} is “off”. Click to validate this once.',
              VALIDATE_SETTING,
            ),
            command: VALIDATE,
          }
        : {
            icon: 'circle-outline',
            text: vscode.l10n.t('Not validated'),
            tooltip: vscode.l10n.t('Click to let the service validate the code.'),
            command: VALIDATE,
          };
  }
}

function validText({ inputs, outputs, dims }: Verdict & { readonly kind: 'valid' }): string {
  return dims === 0
    ? vscode.l10n.t('Valid: {0} in, {1} out', inputs, outputs)
    : vscode.l10n.t('Valid: {0} in, {1} out, {2} dim', inputs, outputs, dims);
}

/** The status bar has room for a few words; the tooltip has the rest. */
function firstWords(text: string): string {
  const sentence = /^[^.。:：\n]+/.exec(text)?.[0] ?? text;
  return sentence.length > 40 ? `${sentence.slice(0, 39)}…` : sentence;
}

function tablesTooltip({ inputs, outputs, dims }: Tables): vscode.MarkdownString {
  const text = new vscode.MarkdownString('', true);
  const section = (title: string, icon: string, tables: readonly TableUse[]) => {
    if (tables.length === 0) return;
    text.appendMarkdown(`**$(${icon}) ${title}**\n\n`);
    // Names come from the job: they are text, whatever they look like.
    for (const { alias, type } of tables) {
      text.appendMarkdown('- ').appendText(`${alias} (${type})`).appendMarkdown('\n');
    }
    text.appendMarkdown('\n');
  };
  section(vscode.l10n.t('Sources'), 'sign-in', inputs);
  section(vscode.l10n.t('Sinks'), 'sign-out', outputs);
  section(vscode.l10n.t('Dimension tables'), 'table', dims);
  text.appendMarkdown(vscode.l10n.t('Click to validate again.'));
  return text;
}
