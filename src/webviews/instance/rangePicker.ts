import { css, html, LitElement } from 'lit';
import { baseStyles } from '../shared/styles.ts';
import { RANGES, type RangeSeconds } from './timeRange.ts';
import type { Ui } from './ui.ts';

export class RangeEvent extends Event {
  readonly range: RangeSeconds;
  constructor(range: RangeSeconds) {
    super('range');
    this.range = range;
  }
}

/** How far back the charts look: radio buttons, so that arrow keys work by themselves. */
export class RangePicker extends LitElement {
  static override properties = {
    ui: { attribute: false },
    range: { attribute: false },
    windowMs: { attribute: false },
  };
  static override styles = [
    baseStyles,
    css`
      fieldset {
        display: flex;
        margin: 0;
        padding: 0;
        border: 1px solid
          var(--vscode-contrastBorder, var(--vscode-widget-border, var(--vscode-panel-border)));
        border-radius: 4px;
      }
      label {
        position: relative;
        padding: 2px 10px;
        line-height: 20px;
        cursor: pointer;
        white-space: nowrap;
      }
      label + label {
        border-left: 1px solid var(--vscode-widget-border, var(--vscode-panel-border));
      }
      label:hover {
        background: var(--vscode-toolbar-hoverBackground);
      }
      label:has(:checked) {
        background: var(--vscode-inputOption-activeBackground);
        color: var(--vscode-inputOption-activeForeground);
        outline: 1px solid var(--vscode-inputOption-activeBorder);
        outline-offset: -1px;
      }
      label:has(:focus-visible) {
        outline: 1px solid var(--vscode-focusBorder);
        outline-offset: 1px;
        z-index: 1;
      }
      label:has(:disabled) {
        color: var(--vscode-disabledForeground);
        cursor: not-allowed;
      }
    `,
  ];

  declare ui: Ui;
  declare range: RangeSeconds;
  /** The farthest back the service can look, ms. */
  declare windowMs: number;

  override render() {
    const { texts } = this.ui;
    return html`<fieldset>
      <legend class="visually-hidden">${texts.range}</legend>
      ${RANGES.map(range => {
        const isTooFar = range * 1000 > this.windowMs;
        return html`<label title=${isTooFar ? texts.tooFar : texts.rangeHint[range]}
          ><input
            class="visually-hidden"
            type="radio"
            name="range"
            value=${range}
            aria-label=${texts.rangeHint[range]}
            .checked=${range === this.range}
            ?disabled=${isTooFar}
            @change=${() => this.dispatchEvent(new RangeEvent(range))}
          />${texts.rangeName[range]}</label
        >`;
      })}
    </fieldset>`;
  }
}

customElements.define('blink-range-picker', RangePicker);
