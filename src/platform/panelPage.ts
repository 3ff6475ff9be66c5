/** Where the parts of a panel's page are, as URIs the webview may load. */
export interface PageParts {
  /** The custom element that is the panel. */
  readonly element: string;
  readonly cspSource: string;
  readonly script: string;
  readonly iconStyles: string;
  /** The editor's display language. */
  readonly language: string;
  readonly nonce: string;
}

/**
 * The page of a panel. Only the panel's own script runs, by its nonce; styles come from the extension's files or
 * through the object model; nothing is loaded from anywhere else. Names and errors come by message later and never
 * stand in this text.
 */
export function panelPage({ element, cspSource, script, iconStyles, language, nonce }: PageParts): string {
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src ${cspSource}`,
    `font-src ${cspSource}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" id="vscode-codicon-stylesheet" href="${iconStyles}">
</head>
<body>
<${element}></${element}>
<script nonce="${nonce}" src="${script}"></script>
</body>
</html>`;
}
