import '@vscode-elements/elements/dist/vscode-icon/index.js';
import { css, html, LitElement } from 'lit';
import { baseStyles } from './styles.ts';

/**
 * A strip that tells what is wrong, or what to know. Title and details are slotted text; actions stand in the slot
 * `actions`. An error is announced to screen readers when it appears.
 */
export class Notice extends LitElement {
  static override properties = { kind: { reflect: true }, icon: {} };
  static override styles = [
    baseStyles,
    css`
      :host {
        --edge: var(--vscode-inputValidation-infoBorder, var(--vscode-focusBorder));
        display: flex;
        flex-wrap: wrap;
        align-items: flex-start;
        gap: 8px 12px;
        padding: 8px 12px;
        border: 1px solid var(--edge);
        border-radius: 4px;
        background: var(--vscode-inputValidation-infoBackground, transparent);
      }
      :host([kind='error']) {
        --edge: var(--vscode-inputValidation-errorBorder, var(--vscode-errorForeground));
        background: var(--vscode-inputValidation-errorBackground, transparent);
      }
      :host([kind='warning']) {
        --edge: var(--vscode-inputValidation-warningBorder, var(--vscode-editorWarning-foreground));
        background: var(--vscode-inputValidation-warningBackground, transparent);
      }
      vscode-icon {
        flex: none;
        margin-top: 1px;
        color: var(--edge);
      }
      .words {
        flex: 1 1 260px;
        min-width: 0;
        overflow-wrap: anywhere;
      }
      .actions {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
      }
    `,
  ];

  declare kind: 'info' | 'warning' | 'error';

  /** Codicon; the kind's own by default. */
  declare icon: string | undefined;

  constructor() {
    super();
    this.kind = 'info';
  }

  override render() {
    return html`<vscode-icon name=${this.icon ?? this.kind}></vscode-icon>
      <div class="words selectable" role=${this.kind === 'info' ? 'status' : 'alert'}><slot></slot></div>
      <div class="actions"><slot name="actions"></slot></div>`;
  }
}

customElements.define('blink-notice', Notice);
