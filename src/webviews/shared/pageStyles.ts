import { css } from 'lit';

const pageStyles = css`
  body {
    padding: 0;
  }
  /* Check boxes and scroll bars of the browser's own. Not on the root: the frame would get a background. */
  body:is(.vscode-dark, .vscode-high-contrast:not(.vscode-high-contrast-light)) {
    color-scheme: dark;
  }
`;

/** Panels reach to the edges of their page, which VS Code pads by default. */
export function adoptPageStyles(): void {
  const { styleSheet } = pageStyles;
  if (styleSheet) document.adoptedStyleSheets.push(styleSheet);
}
