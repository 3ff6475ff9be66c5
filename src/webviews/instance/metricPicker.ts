import '@vscode-elements/elements/dist/vscode-button/index.js';
import { css, html, LitElement, nothing } from 'lit';
import { createRef, ref } from 'lit/directives/ref.js';
import { baseStyles } from '../shared/styles.ts';
import { DEFAULT_METRICS } from './charts.ts';
import { METRIC_GROUPS, metricInfo, type MetricInfo } from './metricCatalog.ts';
import { filterMetrics } from './metricFilter.ts';
import type { Ui } from './ui.ts';

export class MetricsEvent extends Event {
  readonly metrics: readonly string[];
  constructor(metrics: readonly string[]) {
    super('metrics');
    this.metrics = metrics;
  }
}

/** A button that opens the list of all metrics of the service, to be filtered and ticked. */
export class MetricPicker extends LitElement {
  static override properties = {
    ui: { attribute: false },
    known: { attribute: false },
    chosen: { attribute: false },
    words: { state: true },
  };
  static override styles = [
    baseStyles,
    css`
      :host {
        position: relative;
      }
      .popup {
        position: absolute;
        inset: auto;
        margin: 4px 0 0;
        width: min(380px, calc(100vw - 32px));
        max-height: min(440px, 70vh);
        padding: 0;
        background: var(--vscode-menu-background, var(--vscode-editorWidget-background));
        color: var(--vscode-menu-foreground, var(--vscode-foreground));
        border: 1px solid var(--vscode-menu-border, var(--vscode-widget-border));
        border-radius: 6px;
        box-shadow: 0 4px 16px var(--vscode-widget-shadow, transparent);
        overflow: hidden;
      }
      .popup:popover-open {
        display: flex;
        flex-direction: column;
      }
      .top,
      .bottom {
        display: flex;
        flex: none;
        align-items: center;
        gap: 8px;
        padding: 8px;
      }
      .bottom {
        justify-content: space-between;
        border-top: 1px solid var(--vscode-widget-border, var(--vscode-panel-border));
      }
      input[type='search'] {
        flex: 1;
        min-width: 0;
        padding: 4px 8px;
        font: inherit;
        color: var(--vscode-input-foreground);
        background: var(--vscode-input-background);
        border: 1px solid var(--vscode-input-border, var(--vscode-widget-border, transparent));
        border-radius: 3px;
      }
      input[type='search']::placeholder {
        color: var(--vscode-input-placeholderForeground);
      }
      input:focus-visible {
        outline-offset: 0;
      }
      .list {
        flex: 1;
        min-height: 0;
        overflow: auto;
        padding: 0 4px 6px;
      }
      fieldset {
        margin: 0;
        padding: 0;
        border: 0;
      }
      legend {
        padding: 6px 6px 2px;
        font-size: 0.92em;
        font-weight: 600;
        color: var(--vscode-descriptionForeground);
      }
      label {
        display: grid;
        grid-template-columns: auto 1fr;
        gap: 0 8px;
        align-items: center;
        padding: 3px 6px;
        border-radius: 4px;
        cursor: pointer;
      }
      label:hover {
        background: var(--vscode-list-hoverBackground);
      }
      label input {
        margin: 0;
        accent-color: var(--vscode-button-background);
      }
      code {
        grid-column: 2;
        font-family: var(--vscode-editor-font-family, monospace);
        font-size: 0.88em;
        color: var(--vscode-descriptionForeground);
        overflow-wrap: anywhere;
      }
      .none {
        margin: 0;
        padding: 10px 8px;
      }
    `,
  ];

  declare ui: Ui;
  /** Names the service knows. */
  declare known: readonly string[];
  declare chosen: readonly string[];
  declare words: string;

  readonly #popup = createRef<HTMLElement>();
  readonly #button = createRef<HTMLElement>();

  constructor() {
    super();
    this.words = '';
  }

  override render() {
    const { texts } = this.ui;
    const found = filterMetrics(this.known.map(metricInfo), this.words);
    return html`<vscode-button
        ${ref(this.#button)}
        secondary
        icon="graph-line"
        aria-haspopup="dialog"
        @click=${this.#toggle}
        >${texts.metrics}</vscode-button
      >
      <div ${ref(this.#popup)} class="popup" popover role="dialog" aria-label=${texts.metricsHint}>
        <div class="top">
          <input
            type="search"
            placeholder=${texts.filterMetrics}
            aria-label=${texts.filterMetrics}
            .value=${this.words}
            @input=${(event: InputEvent) => (this.words = (event.target as HTMLInputElement).value)}
          />
        </div>
        <div class="list">
          ${METRIC_GROUPS.map(group => {
            const members = found.filter(metric => metric.group === group);
            return members.length === 0
              ? nothing
              : html`<fieldset>
                  <legend>${texts.group[group]}</legend>
                  ${members.map(metric => this.#row(metric))}
                </fieldset>`;
          })}
          ${found.length === 0 ? html`<p class="none quiet">${texts.noMetricMatches}</p>` : nothing}
        </div>
        <div class="bottom">
          <span class="quiet" role="status">${texts.chosen(this.chosen.length)}</span>
          <vscode-button secondary @click=${() => this.#choose(DEFAULT_METRICS)}
            >${texts.resetMetrics}</vscode-button
          >
        </div>
      </div>`;
  }

  #row({ name, label }: MetricInfo) {
    return html`<label
      ><input
        type="checkbox"
        value=${name}
        .checked=${this.chosen.includes(name)}
        @change=${(event: Event) => this.#tick(name, (event.target as HTMLInputElement).checked)}
      /><span>${label[this.ui.language]}</span><code>${name}</code></label
    >`;
  }

  #tick(name: string, isChosen: boolean): void {
    this.#choose([...this.chosen.filter(each => each !== name), ...(isChosen ? [name] : [])]);
  }

  #choose(metrics: readonly string[]): void {
    this.dispatchEvent(new MetricsEvent(metrics));
  }

  /** The popup is in the top layer: it has to be put under its button by hand. */
  readonly #toggle = (): void => {
    const popup = this.#popup.value;
    const box = this.#button.value?.getBoundingClientRect();
    if (!popup || !box) return;
    popup.togglePopover();
    if (!popup.matches(':popover-open')) return;
    const left = Math.min(box.left, document.documentElement.clientWidth - popup.offsetWidth - 16);
    popup.style.left = `${Math.max(16, left) + scrollX}px`;
    popup.style.top = `${box.bottom + scrollY}px`;
    popup.querySelector('input')?.focus();
  };
}

customElements.define('blink-metric-picker', MetricPicker);
