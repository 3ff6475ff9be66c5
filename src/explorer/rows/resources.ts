import * as vscode from 'vscode';
import type { PackageNode, QueueNode } from '../nodes.ts';
import { timeWords } from '../words.ts';
import { highlighted, row, themeIcon } from './row.ts';
import { Tooltip } from './tooltip.ts';

const PACKAGE_ICONS = { JAR: 'package', DICTIONARY: 'book', SCRIPT: 'terminal', PYTHON: 'snake' } as const;

/** How full a queue is before its row warns, 0 to 1. */
const NEARLY_FULL = 0.9;

export function packageRow(node: PackageNode): vscode.TreeItem {
  const { item: of } = node;
  const item = row(node, highlighted(of.name, node.highlights), 'package');
  item.iconPath = themeIcon(PACKAGE_ICONS[of.type]);
  item.description = of.type;
  const created = [of.createTime === undefined ? '' : timeWords(of.createTime), of.creator];
  item.tooltip = new Tooltip(of.name)
    .fact(vscode.l10n.t('Type'), of.type)
    .fact(vscode.l10n.t('File'), of.originName)
    .fact(vscode.l10n.t('Description'), of.description)
    .fact(vscode.l10n.t('OSS bucket'), of.ossBucket)
    .fact(vscode.l10n.t('OSS path'), of.ossPath)
    .fact('MD5', of.md5)
    .fact(vscode.l10n.t('Created'), created.filter(Boolean).join(', ')).markdown;
  item.command = {
    command: 'blink.package.edit',
    title: vscode.l10n.t('Edit Package'),
    arguments: [node],
  };
  return item;
}

/** Used against most, in cores and GB: 100 vcores are one core (blink-openapi-notes, section 9). */
export function queueRow(node: QueueNode): vscode.TreeItem {
  const { queue } = node;
  const item = row(node, queue.name, 'queue');
  const tooltip = new Tooltip(queue.name).fact(vscode.l10n.t('Cluster'), queue.clusterId);
  item.iconPath = themeIcon('layers');
  item.tooltip = tooltip.markdown;
  if (!queue.resource) return item;
  const { usedVcores, maxVcores, usedMemoryMb, maxMemoryMb, usedGpus, maxGpus } = queue.resource;
  const number = new Intl.NumberFormat(vscode.env.language, { maximumFractionDigits: 1 });
  const of = (used: number, max: number) => `${number.format(used)} / ${number.format(max)}`;
  const cores = of(usedVcores / 100, maxVcores / 100);
  const memory = of(usedMemoryMb / 1024, maxMemoryMb / 1024);
  item.description = vscode.l10n.t('{0} cores · {1} GB', cores, memory);
  tooltip
    .fact(vscode.l10n.t('Cores, used / most'), cores)
    .fact(vscode.l10n.t('Memory in GB, used / most'), memory);
  if (maxGpus) tooltip.fact(vscode.l10n.t('GPUs, used / most'), of(usedGpus ?? 0, maxGpus));
  const load = Math.max(maxVcores && usedVcores / maxVcores, maxMemoryMb && usedMemoryMb / maxMemoryMb);
  if (load >= NEARLY_FULL) item.iconPath = themeIcon('layers', 'charts.orange');
  return item;
}
