import * as vscode from 'vscode';
import { errorText } from '../../platform/errorText.ts';
import { errorLook, type ErrorLook } from '../errorKind.ts';
import { connectionOf, type NoticeNode } from '../nodes.ts';
import { row, themeIcon } from './row.ts';
import { Tooltip } from './tooltip.ts';

interface Face {
  readonly icon: string;
  readonly color?: string;
  readonly text: string;
  readonly command?: string;
}

/** A row in place of rows. It says what is missing; a click does what helps. */
export function noticeRow(node: NoticeNode): vscode.TreeItem {
  const { notice } = node;
  if (notice.kind === 'error') return errorRow(node, notice.error);
  const face = faceOf(notice.kind);
  const item = row(node, face.text, `notice.${notice.kind}`);
  item.iconPath = themeIcon(face.icon, face.color ?? 'descriptionForeground');
  if (notice.kind === 'tooManyMatches') item.description = vscode.l10n.t('{0} more', notice.left);
  const target = notice.kind === 'noProjects' ? connectionOf(node).connection.id : node;
  if (face.command) item.command = { command: face.command, title: face.text, arguments: [target] };
  return item;
}

function faceOf(kind: Exclude<NoticeNode['notice']['kind'], 'error'>): Face {
  switch (kind) {
    case 'noProjects':
      return {
        icon: 'info',
        text: vscode.l10n.t('No projects: name them in the connection'),
        command: 'blink.connection.edit',
      };
    case 'noJobs':
      return { icon: 'add', text: vscode.l10n.t('No jobs yet: create one...'), command: 'blink.job.new' };
    case 'noPackages':
      return {
        icon: 'add',
        text: vscode.l10n.t('No packages yet: register one...'),
        command: 'blink.package.create',
      };
    case 'noQueues':
      return { icon: 'info', text: vscode.l10n.t('No queue is bound to this project') };
    case 'noMatch':
      return {
        icon: 'search-stop',
        text: vscode.l10n.t('No match: clear the filter'),
        command: 'blink.explorer.clearFilter',
      };
    case 'tooManyMatches':
      return {
        icon: 'info',
        text: vscode.l10n.t('Not all matches are shown: type more'),
        command: 'blink.explorer.filter',
      };
  }
}

function errorRow(node: NoticeNode, error: unknown): vscode.TreeItem {
  const look = errorLook(error);
  const { connection } = connectionOf(node);
  const isLocal = connection.kind === 'local';
  const face = errorFace(look, isLocal);
  const item = row(node, face.text, `notice.error.${look}${isLocal ? '.local' : ''}`);
  item.description = errorText(error);
  item.iconPath = themeIcon(face.icon, face.color);
  item.tooltip = new Tooltip(face.text).fact(vscode.l10n.t('Reason'), errorText(error)).markdown;
  item.accessibilityInformation = { label: `${face.text}: ${errorText(error)}` };
  item.command = face.command
    ? { command: face.command, title: face.text, arguments: [connection.id] }
    : { command: 'blink.explorer.retry', title: face.text, arguments: [node] };
  return item;
}

function errorFace(look: ErrorLook, isLocal: boolean): Face {
  const warning = 'list.warningForeground';
  const failure = 'list.errorForeground';
  if (isLocal && look === 'setup') {
    const text = vscode.l10n.t('The local service does not run: restart it');
    return { icon: 'debug-disconnect', color: warning, text, command: 'blink.local.restart' };
  }
  switch (look) {
    case 'offline':
      return { icon: 'debug-disconnect', color: warning, text: vscode.l10n.t('Offline: try again') };
    case 'denied': {
      const text = vscode.l10n.t('Access denied: edit the connection');
      return { icon: 'lock', color: failure, text, command: 'blink.connection.edit' };
    }
    case 'setup': {
      const text = vscode.l10n.t('Not connected: edit the connection');
      return { icon: 'key', color: warning, text, command: 'blink.connection.edit' };
    }
    case 'failed':
      return { icon: 'error', color: failure, text: vscode.l10n.t('Failed: try again') };
  }
}
