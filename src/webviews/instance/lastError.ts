import '@vscode-elements/elements/dist/vscode-button/index.js';
import '@vscode-elements/elements/dist/vscode-icon/index.js';
import { css, html, LitElement } from 'lit';
import { baseStyles, cardStyles } from '../shared/styles.ts';
import type { Status } from './messages.ts';
import type { Ui } from './ui.ts';

/** The engine's last error: one line at first, the whole text on demand. It is hostile text: never HTML. */
export class LastError extends LitElement {
  static override properties = {
    ui: { attribute: false },
    error: { attribute: false },
    now: { attribute: false },
  };
  static override styles = [
    baseStyles,
    cardStyles,
    css`
      details {
        overflow: hidden;
      }
      summary {
        display: flex;
        align-items: center;
        gap: 8px;
        padding: 6px 10px;
        cursor: pointer;
        list-style: none;
      }
      summary:focus-visible {
        outline-offset: -2px;
        border-radius: 6px;
      }
      .mark {
        color: var(--vscode-errorForeground);
      }
      details[open] .chevron {
        transform: rotate(90deg);
      }
      b,
      .when {
        flex: none;
        font-weight: 600;
      }
      .when {
        font-weight: normal;
      }
      .first {
        flex: 1 1 0;
        min-width: 0;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .whole {
        position: relative;
        border-top: 1px solid var(--vscode-widget-border, var(--vscode-panel-border));
      }
      pre {
        max-height: 320px;
        margin: 0;
        padding: 10px 12px;
        overflow: auto;
        font-family: var(--vscode-editor-font-family, monospace);
        font-size: var(--vscode-editor-font-size, 12px);
        white-space: pre-wrap;
        overflow-wrap: anywhere;
      }
      .copy {
        position: absolute;
        top: 6px;
        right: 18px;
      }
    `,
  ];

  declare ui: Ui;
  declare error: NonNullable<Status['lastError']>;
  declare now: number;

  override render() {
    const { texts, formats, post } = this.ui;
    const { message, time } = this.error;
    return html`<details class="card">
      <summary>
        <vscode-icon class="chevron" name="chevron-right"></vscode-icon>
        <vscode-icon class="mark" name="error"></vscode-icon>
        <b>${texts.lastError}</b>
        <span class="first">${message.split('\n', 1)[0]}</span>
        <span class="when quiet" title=${time === undefined ? '' : formats.dateTime(time)}
          >${time === undefined ? '' : formats.relative(time, this.now)}</span
        >
      </summary>
      <div class="whole">
        <pre class="selectable" tabindex="0" aria-label=${texts.lastError}>${message}</pre>
        <vscode-button
          class="copy"
          secondary
          icon="copy"
          @click=${() => post({ type: 'copy', text: message })}
          >${texts.copy}</vscode-button
        >
      </div>
    </details>`;
  }
}

customElements.define('blink-last-error', LastError);
