import * as vscode from 'vscode';
import type { EndpointProblem } from './endpoint.ts';
import type { ProfileProblem } from './profiles.ts';

/** What is wrong with an endpoint, for the user. The endpoint itself is not repeated: it may hold a key. */
export function endpointText(problem: EndpointProblem): string {
  switch (problem) {
    case 'syntax':
      return vscode.l10n.t(
        'Enter a host name or an https:// address, such as foas.cn-shanghai.aliyuncs.com.',
      );
    case 'insecure':
      return vscode.l10n.t('Only https:// is allowed; plain http:// is for this computer (127.0.0.1) alone.');
    case 'userInfo':
      return vscode.l10n.t('Leave the user name and password out of the address.');
    case 'path':
      return vscode.l10n.t('Enter the address without a path, query or fragment.');
    case 'accessKey':
      return vscode.l10n.t(
        'This looks like an access key. Keys do not belong in the address; they are asked for later.',
      );
  }
}

/** A fault of the setting `blink.connections`: which entry, what, and what to do. */
export function profileText(problem: ProfileProblem): string {
  if (problem.kind === 'notAList') return vscode.l10n.t('blink.connections must be a list of connections.');
  const number = problem.index + 1;
  switch (problem.kind) {
    case 'notAnObject':
      return vscode.l10n.t('Connection {0}: must be an object with id, name and regionId.', number);
    case 'missing':
      return vscode.l10n.t('Connection {0}: "{1}" is missing.', number, problem.member);
    case 'notText':
      return vscode.l10n.t('Connection {0}: "{1}" must be text.', number, problem.member);
    case 'id':
      return vscode.l10n.t(
        'Connection {0}: the id "{1}" cannot be used. Use lower-case letters, digits and hyphens, and not "local".',
        number,
        problem.value,
      );
    case 'region':
      return vscode.l10n.t(
        'Connection {0}: "{1}" is not a region ID, such as cn-shanghai.',
        number,
        problem.value,
      );
    case 'duplicateId':
      return vscode.l10n.t(
        'Connection {0}: the id "{1}" is used by a connection before it.',
        number,
        problem.value,
      );
    case 'duplicateName':
      return vscode.l10n.t(
        'Connection {0}: the name "{1}" is used by a connection before it.',
        number,
        problem.value,
      );
    case 'endpoint':
      return vscode.l10n.t('Connection {0}, endpoint: {1}', number, endpointText(problem.reason));
    case 'projects':
      return vscode.l10n.t('Connection {0}: "projects" must be a list of project names.', number);
    case 'secret':
      return vscode.l10n.t(
        'Connection {0}: remove "{1}" from the settings and replace that key: settings are stored and synchronised unencrypted. Keys are entered with "Blink: Edit Connection".',
        number,
        problem.member,
      );
  }
}
