import * as vscode from 'vscode';
import type { Language } from '../languageClient/api.ts';
import { registerCommand } from '../platform/commands.ts';
import { panelRoot } from '../platform/panelView.ts';
import type { Disposable } from '../platform/disposable.ts';
import { panelStateShape } from '../webviews/lineage/messages.ts';
import { Choices } from './choices.ts';
import { isBlink } from './editors.ts';
import { LineagePanel, type PanelParts } from './panel.ts';

/** The panels' type, as the manifest's activation event names it. */
const VIEW_TYPE = 'blink.lineage';

export interface LineagePanelsParts {
  readonly context: vscode.ExtensionContext;
  readonly language: Language;
  readonly log: vscode.LogOutputChannel;
}

/** The lineage panels of this window and the command that opens them; open ones come back after a reload. */
export function createLineagePanels({ context, language, log }: LineagePanelsParts): Disposable {
  const { extensionUri } = context;
  const parts: PanelParts = { extensionUri, language, choices: new Choices(context.globalState), log };
  const open = new Set<LineagePanel>();

  function adopt(
    view: vscode.WebviewPanel,
    document: vscode.TextDocument | undefined,
    isPinned: boolean,
  ): void {
    const panel = new LineagePanel(view, parts, document, isPinned);
    open.add(panel);
    view.onDidDispose(() => open.delete(panel));
  }

  /** The panel that shows the document, or the one that follows; a pinned one is left to its own. */
  function show(document: vscode.TextDocument | undefined): void {
    const panels = [...open];
    const panel =
      panels.find(each => document !== undefined && each.document === document) ??
      panels.find(each => !each.isPinned);
    if (panel) {
      panel.reveal(document);
      return;
    }
    const view = vscode.window.createWebviewPanel(
      VIEW_TYPE,
      vscode.l10n.t('Lineage'),
      { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true },
      { enableScripts: true, localResourceRoots: [panelRoot(extensionUri)] },
    );
    adopt(view, document, false);
  }

  const command = registerCommand('blink.lineage.show', async (uri: unknown) => {
    const document =
      uri instanceof vscode.Uri
        ? await vscode.workspace.openTextDocument(uri)
        : vscode.window.activeTextEditor?.document;
    show(document && isBlink(document) ? document : undefined);
  });

  const serializer = vscode.window.registerWebviewPanelSerializer(VIEW_TYPE, {
    async deserializeWebviewPanel(view, state: unknown) {
      try {
        const { uri, isPinned } = panelStateShape.read(state, 'state');
        adopt(view, isPinned && uri !== null ? await reopened(uri) : undefined, isPinned);
      } catch (error) {
        log.warn(`A lineage panel could not be restored as it was. ${String(error)}`);
        adopt(view, undefined, false);
      }
    },
  });

  return {
    dispose() {
      command.dispose();
      serializer.dispose();
      for (const panel of [...open]) panel.close();
    },
  };
}

/** The document a panel was pinned to; undefined when it is not to be had any more. */
async function reopened(uri: string): Promise<vscode.TextDocument | undefined> {
  try {
    return await vscode.workspace.openTextDocument(vscode.Uri.parse(uri, true));
  } catch {
    return undefined;
  }
}
