import { css } from 'lit';

export const toolbarStyles = css`
  :host {
    flex: none;
    border-bottom: 1px solid var(--vscode-contrastBorder, var(--vscode-panel-border, #8886));
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px 10px;
    min-height: 38px;
    padding: 5px 10px;
  }
  .only {
    max-width: clamp(220px, 34vw, 480px);
    padding: 0 4px;
    font-weight: 600;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  select,
  input[type='search'] {
    height: 26px;
    min-width: 0;
    padding: 2px 6px;
    font: inherit;
    color: var(--vscode-input-foreground);
    background: var(--vscode-input-background);
    border: 1px solid var(--vscode-input-border, var(--vscode-widget-border, transparent));
    border-radius: 4px;
  }
  select {
    max-width: clamp(220px, 34vw, 480px);
    color: var(--vscode-dropdown-foreground);
    background: var(--vscode-dropdown-background);
    border-color: var(--vscode-dropdown-border, var(--vscode-widget-border, transparent));
  }
  select:focus-visible,
  input[type='search']:focus-visible {
    outline-offset: -1px;
  }
  input[type='search']::placeholder {
    color: var(--vscode-input-placeholderForeground);
  }
  .search {
    position: relative;
    flex: 0 1 190px;
    min-width: 110px;
  }
  .search input {
    width: 100%;
    padding-right: 64px;
  }
  .search input::-webkit-search-cancel-button {
    display: none;
  }
  .found {
    position: absolute;
    right: 8px;
    top: 0;
    line-height: 26px;
    font-size: 0.9em;
    pointer-events: none;
  }
  .group {
    display: flex;
    align-items: center;
    gap: 2px;
  }
  .end {
    margin-left: auto;
  }
  .said {
    margin-right: 6px;
  }
  .tool {
    display: inline-flex;
    align-items: center;
    gap: 5px;
    height: 26px;
    padding: 0 5px;
    border: 1px solid transparent;
    border-radius: 5px;
    background: none;
    color: var(--vscode-foreground);
    font: inherit;
    cursor: pointer;
    white-space: nowrap;
  }
  .tool.text {
    padding: 0 8px 0 5px;
  }
  .tool:hover {
    background: var(--vscode-toolbar-hoverBackground);
    outline: 1px dashed var(--vscode-contrastActiveBorder, transparent);
    outline-offset: -1px;
  }
  .tool[aria-pressed='true'] {
    background: var(--vscode-inputOption-activeBackground);
    border-color: var(--vscode-inputOption-activeBorder, transparent);
    color: var(--vscode-inputOption-activeForeground);
  }
  .tool:focus-visible {
    outline: 1px solid var(--vscode-focusBorder);
    outline-offset: -1px;
  }
  .tool vscode-icon {
    color: inherit;
  }
  fieldset {
    display: flex;
    margin: 0;
    padding: 0;
    border: 1px solid var(--vscode-contrastBorder, var(--vscode-widget-border, var(--vscode-panel-border)));
    border-radius: 5px;
  }
  label {
    position: relative;
    display: inline-flex;
    align-items: center;
    height: 24px;
    padding: 0 7px;
    cursor: pointer;
  }
  label:first-of-type {
    border-radius: 4px 0 0 4px;
  }
  label:last-of-type {
    border-radius: 0 4px 4px 0;
  }
  label:hover {
    background: var(--vscode-toolbar-hoverBackground);
  }
  label:has(:checked) {
    background: var(--vscode-inputOption-activeBackground);
    color: var(--vscode-inputOption-activeForeground);
    outline: 1px solid var(--vscode-inputOption-activeBorder, transparent);
    outline-offset: -1px;
  }
  label:has(:focus-visible) {
    outline: 1px solid var(--vscode-focusBorder);
    outline-offset: 1px;
    z-index: 1;
  }
  @media (max-width: 620px) {
    .tool.text span {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
  }
`;
