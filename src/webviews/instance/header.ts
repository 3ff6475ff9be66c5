import '@vscode-elements/elements/dist/vscode-button/index.js';
import '@vscode-elements/elements/dist/vscode-icon/index.js';
import { css, html, LitElement, nothing } from 'lit';
import { baseStyles } from '../shared/styles.ts';
import { styled } from '../shared/styled.ts';
import { allowsMotion } from '../shared/theme.ts';
import { actionButtons } from './actionButtons.ts';
import { becoming } from './becoming.ts';
import { PHASE_LOOK } from './looks.ts';
import type { PanelView } from './state.ts';
import type { Ui } from './ui.ts';

/** Which job this is, how it stands, and what can be done about it. */
export class InstanceHeader extends LitElement {
  static override properties = { ui: { attribute: false }, view: { attribute: false } };
  static override styles = [
    baseStyles,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        align-items: flex-start;
        justify-content: space-between;
        gap: 12px 24px;
      }
      .names {
        flex: 1 1 300px;
        min-width: 0;
      }
      .line {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 6px 10px;
      }
      h1 {
        margin: 0;
        font-size: 1.55em;
        font-weight: 600;
        line-height: 1.25;
        overflow-wrap: anywhere;
      }
      .place {
        margin: 4px 0 0;
        overflow-wrap: anywhere;
      }
      .badge {
        display: inline-flex;
        align-items: center;
        gap: 5px;
        padding: 1px 9px 1px 6px;
        border: 1px solid var(--badge-color, var(--vscode-descriptionForeground));
        border-radius: 11px;
        white-space: nowrap;
      }
      .badge vscode-icon {
        color: var(--badge-color);
      }
      .simulated {
        --badge-color: var(--vscode-charts-purple);
        border-style: dashed;
      }
      .actions {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
        min-height: 26px;
      }
    `,
  ];

  declare ui: Ui;
  declare view: PanelView;

  override render() {
    const { texts } = this.ui;
    const { opened, status } = this.view;
    if (!opened) return nothing;
    const { value } = status;
    const kind = value && texts.kind(value.isBatch, value.isDataStream);
    return html`<div class="names">
        <div class="line">
          <h1 class="selectable">${opened.ref.job}</h1>
          ${this.#badges()}
        </div>
        <p class="place quiet">
          ${[opened.connectionName, opened.ref.project, kind].filter(Boolean).join(' · ')}
        </p>
      </div>
      <div class="actions" role="group">
        ${actionButtons(this.ui, value?.actions ?? [], this.view.acting)}
        <vscode-button
          secondary
          data-do="open-code"
          icon="go-to-file"
          @click=${() => this.ui.post({ type: 'openCode' })}
          >${texts.openCode}</vscode-button
        >
      </div>`;
  }

  #badges() {
    const { texts } = this.ui;
    const status = this.view.status.value;
    if (!status) return nothing;
    const look = PHASE_LOOK[status.phase];
    const target = becoming(status);
    return html`<span
        class="badge state"
        role="status"
        data-phase=${status.phase}
        ${styled({ '--badge-color': look.color })}
        ><vscode-icon name=${look.icon} ?spin=${look.icon === 'loading' && allowsMotion()}></vscode-icon
        ><span class="visually-hidden">${texts.state}:</span>${texts.phase[status.phase]}</span
      >${
        target ? html`<span class="quiet expected">${texts.becoming(texts.phase[target])}</span>` : nothing
      }${
        status.isSimulated
          ? html`<span class="badge simulated" title=${texts.simulatedHint}
              ><vscode-icon name="beaker"></vscode-icon>${texts.simulated}</span
            >`
          : nothing
      }`;
  }
}

customElements.define('blink-instance-header', InstanceHeader);
