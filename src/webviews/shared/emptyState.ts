import { css, html, LitElement } from 'lit';
import { baseStyles } from './styles.ts';

/** In place of content that is not there: an icon, what is the matter, what to do. `compact` is a single strip. */
export class EmptyState extends LitElement {
  static override properties = { compact: { type: Boolean, reflect: true } };
  static override styles = [
    baseStyles,
    css`
      :host {
        display: flex;
        flex-direction: column;
        align-items: center;
        gap: 10px;
        padding: 44px 20px;
        border: 1px dashed var(--vscode-widget-border, var(--vscode-panel-border));
        border-radius: 6px;
        text-align: center;
      }
      :host([compact]) {
        flex-direction: row;
        flex-wrap: wrap;
        padding: 10px 14px;
        text-align: start;
      }
      .words {
        max-width: 60ch;
        overflow-wrap: anywhere;
      }
      :host([compact]) .words {
        flex: 1 1 240px;
        max-width: none;
      }
      ::slotted(strong) {
        font-size: 1.1em;
        font-weight: 600;
      }
      ::slotted([slot='actions']) {
        display: flex;
        gap: 8px;
      }
    `,
  ];

  declare compact: boolean;

  constructor() {
    super();
    this.compact = false;
  }

  override render() {
    return html`<slot name="icon"></slot>
      <div class="words"><slot></slot></div>
      <slot name="actions"></slot>`;
  }
}

customElements.define('blink-empty-state', EmptyState);
