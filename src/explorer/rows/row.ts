import * as vscode from 'vscode';
import type { Node } from '../nodes.ts';

const { None, Collapsed, Expanded } = vscode.TreeItemCollapsibleState;

/** The common part of all rows. `context` is the word `when` clauses of menus see. */
export function row(
  node: Node,
  label: string | vscode.TreeItemLabel,
  context: string,
  shape: 'leaf' | 'closed' | 'open' = 'leaf',
): vscode.TreeItem {
  const item = new vscode.TreeItem(label, shape === 'leaf' ? None : shape === 'open' ? Expanded : Collapsed);
  item.id = node.id;
  item.contextValue = context;
  return item;
}

/** A codicon, in a theme colour or in that of plain icons. */
export function themeIcon(icon: string, color?: string): vscode.ThemeIcon {
  return color === undefined
    ? new vscode.ThemeIcon(icon)
    : new vscode.ThemeIcon(icon, new vscode.ThemeColor(color));
}

/** The label with the found places of a filter marked. */
export function highlighted(
  label: string,
  highlights?: readonly (readonly [number, number])[],
): string | vscode.TreeItemLabel {
  if (!highlights || highlights.length === 0) return label;
  return { label, highlights: highlights.map(([start, end]) => [start, end]) };
}
