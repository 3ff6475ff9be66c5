import * as vscode from 'vscode';
import { jobKey, type Connections, type JobEvents, type JobRef, type JobStates } from '../connections/api.ts';
import type { Documents } from '../documents/documents.ts';
import type { Explorer } from '../explorer/explorer.ts';
import { registerCommand } from '../platform/commands.ts';
import { ServiceDiagnostics } from './diagnostics.ts';
import { JobItem } from './jobItem.ts';
import { validateWhen, VALIDATE_SETTING } from './settings.ts';
import { jobOfArgument } from './target.ts';
import { ValidationItem } from './validationItem.ts';
import { Validator } from './validator.ts';
import type { Verdict } from './verdict.ts';

export interface ValidationOptions {
  readonly context: vscode.ExtensionContext;
  readonly documents: Documents;
  readonly connections: Connections;
  readonly events: JobEvents;
  readonly states: JobStates;
  readonly explorer: Pick<Explorer, 'commits' | 'selection'>;
  readonly log: vscode.LogOutputChannel;
}

/** The service's judgement of jobs, in the Problems view and the status bar. */
export interface Validation {
  /**
   * Asks the service about a job's code. What is not saved yet is saved first, since the service judges what it has.
   * @returns the verdict; undefined when it was called off or the code could not be saved
   * @throws UserError for a DataStream job, which has no SQL
   */
  validate(ref: JobRef): Promise<Verdict | undefined>;
  /** Where the language server's faults meet the service's, so that the same one is shown once. */
  readonly faults: Pick<ServiceDiagnostics, 'merge' | 'marked' | 'forget' | 'onDidConfirm'>;
}

export function createValidation(options: ValidationOptions): Validation & { dispose(): void } {
  const { documents } = options;
  const diagnostics = new ServiceDiagnostics();
  const validator = new Validator(options, diagnostics);
  const disposables = vscode.Disposable.from(
    diagnostics,
    validator,
    new JobItem(options),
    new ValidationItem(documents, validator, diagnostics),
    vscode.workspace.onDidSaveTextDocument(document => {
      if (validateWhen() === 'onSave') void validator.afterSave(document);
    }),
    vscode.workspace.onDidChangeConfiguration(change => {
      if (change.affectsConfiguration(VALIDATE_SETTING) && validateWhen() === 'off') validator.forgetAll();
    }),
    registerCommand('blink.job.validate', async (argument: unknown) => {
      const ref = jobOfArgument(argument, documents, options.explorer.selection);
      const verdict = await validator.validate(ref);
      if (verdict?.kind === 'notValidated') throw verdict.error;
    }),
    registerCommand('blink.job.cancelValidation', (argument: unknown) => {
      validator.cancel(jobKey(jobOfArgument(argument, documents)));
    }),
  );
  return {
    validate: ref => validator.validate(ref),
    faults: diagnostics,
    dispose: () => {
      disposables.dispose();
    },
  };
}
