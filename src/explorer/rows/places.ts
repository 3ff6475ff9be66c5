import * as vscode from 'vscode';
import type { LocalState } from '../../connections/api.ts';
import { errorText } from '../../platform/errorText.ts';
import { folderName } from '../names.ts';
import type { ConnectionNode, FolderNode, GroupNode, MoreNode, ProjectNode } from '../nodes.ts';
import { highlighted, row, themeIcon } from './row.ts';
import { Tooltip } from './tooltip.ts';

/** A connection; the local one says that its engine is simulated. */
export function connectionRow(node: ConnectionNode, localState: LocalState): vscode.TreeItem {
  const { connection } = node;
  const isLocal = connection.kind === 'local';
  const shape = node.isExpanded ? 'open' : 'closed';
  const item = row(node, connection.name, `connection.${connection.kind}`, shape);
  item.iconPath = themeIcon(isLocal ? 'vm' : 'cloud');
  item.description = isLocal ? localWords(localState) : connection.regionId;
  item.tooltip = isLocal
    ? new Tooltip(connection.name).fact(
        vscode.l10n.t('Engine'),
        vscode.l10n.t('simulated: states and metrics are made up, nothing leaves this machine'),
      ).markdown
    : new Tooltip(connection.name)
        .fact(vscode.l10n.t('Region'), connection.regionId)
        .fact(vscode.l10n.t('Endpoint'), connection.endpoint).markdown;
  return item;
}

function localWords(state: LocalState): string {
  switch (state) {
    case 'starting':
      return vscode.l10n.t('simulated · starting...');
    case 'failed':
      return vscode.l10n.t('simulated · did not start');
    case 'stopped':
    case 'running':
      return vscode.l10n.t('simulated');
  }
}

/** @param pollError why the states of its jobs are old */
export function projectRow(node: ProjectNode, pollError: unknown): vscode.TreeItem {
  const { project } = node;
  const item = row(node, project.name, 'project', node.isExpanded ? 'open' : 'closed');
  item.iconPath = themeIcon('project');
  if (pollError !== undefined) {
    item.iconPath = themeIcon('warning', 'list.warningForeground');
    item.description = vscode.l10n.t('states not up to date');
  }
  item.tooltip = new Tooltip(project.name)
    .fact(vscode.l10n.t('Description'), project.description)
    .fact(vscode.l10n.t('Region'), project.region)
    .fact(vscode.l10n.t('Cluster'), project.clusterId)
    .fact(vscode.l10n.t('State'), project.state)
    .block(
      vscode.l10n.t('States not up to date'),
      pollError === undefined ? undefined : errorText(pollError),
    ).markdown;
  return item;
}

export function folderRow(node: FolderNode): vscode.TreeItem {
  const label = highlighted(folderName(node.folder.path), node.highlights);
  const isOpen = node.matches !== undefined && (!node.matches.isMatch || node.matches.jobs.length > 0);
  const item = row(node, label, 'folder', isOpen ? 'open' : 'closed');
  item.iconPath = vscode.ThemeIcon.Folder;
  item.tooltip = new Tooltip(node.folder.path).markdown;
  return item;
}

export function groupRow(node: GroupNode): vscode.TreeItem {
  const isPackages = node.kind === 'packages';
  const label = isPackages ? vscode.l10n.t('Packages') : vscode.l10n.t('Queues');
  const item = row(node, label, node.kind, 'closed');
  item.iconPath = themeIcon(isPackages ? 'library' : 'server');
  return item;
}

export function moreRow(node: MoreNode): vscode.TreeItem {
  const title = vscode.l10n.t('Load More...');
  const item = row(node, title, 'more');
  item.description = vscode.l10n.t('{0} more jobs', node.left);
  item.iconPath = themeIcon('ellipsis');
  item.command = { command: 'blink.explorer.loadMore', title, arguments: [node] };
  return item;
}
