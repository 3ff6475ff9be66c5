import * as vscode from 'vscode';

/** When a job's code is validated by the service. */
export type ValidateWhen = 'off' | 'onSave' | 'onDemand';

export const VALIDATE_SETTING = 'blink.validate';

export function validateWhen(): ValidateWhen {
  return vscode.workspace.getConfiguration().get<ValidateWhen>(VALIDATE_SETTING, 'onSave');
}
