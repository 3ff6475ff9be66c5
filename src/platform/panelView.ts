import * as vscode from 'vscode';
import { panelPage } from './panelPage.ts';

/** Where the scripts and styles of all panels are: what their webviews may load, and nothing else. */
export function panelRoot(extensionUri: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(extensionUri, 'dist', 'webviews');
}

/** Gives a webview panel its icon, its rights and its page, which come from files called `name`. */
export function dressPanel(
  view: vscode.WebviewPanel,
  extensionUri: vscode.Uri,
  name: 'instance' | 'lineage',
): void {
  const { webview } = view;
  const root = panelRoot(extensionUri);
  const icon = (theme: string) => vscode.Uri.joinPath(extensionUri, 'media', `${name}-${theme}.svg`);
  view.iconPath = { light: icon('light'), dark: icon('dark') };
  webview.options = { enableScripts: true, localResourceRoots: [root] };
  webview.html = panelPage({
    element: `blink-${name}-panel`,
    cspSource: webview.cspSource,
    script: webview.asWebviewUri(vscode.Uri.joinPath(root, `${name}.js`)).toString(),
    iconStyles: webview.asWebviewUri(vscode.Uri.joinPath(root, 'codicon.css')).toString(),
    language: vscode.env.language,
    nonce: crypto.randomUUID(),
  });
}
