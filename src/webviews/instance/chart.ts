import '@vscode-elements/elements/dist/vscode-toolbar-button/index.js';
import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { styled } from '../shared/styled.ts';
import { onThemeChange } from '../shared/theme.ts';
import { linesOf, valueAt, valueText, type ChartLine } from './chartLines.ts';
import { RATES_CHART, type ChartPlan } from './charts.ts';
import { chartStyles } from './chartStyles.ts';
import { metricInfo } from './metricCatalog.ts';
import { createPlot, seriesColor, type Plot } from './plot.ts';
import { alignLines, latest, pointCount, type Columns } from './series.ts';
import type { Points } from './state.ts';
import type { Ui } from './ui.ts';

/** The title of a chart in words. */
export function chartTitle(plan: ChartPlan, ui: Ui): string {
  const [only] = plan.metrics;
  return plan.id === RATES_CHART ? ui.texts.ratesTitle : metricInfo(only ?? plan.id).label[ui.language];
}

/**
 * One chart with its legend. The legend shows the newest values, or those under the crosshair, which moves in all
 * charts together. By keyboard the chart behaves as a slider over its points.
 */
export class MetricChart extends LitElement {
  static override properties = {
    ui: { attribute: false },
    plan: { attribute: false },
    points: { attribute: false },
    cursor: { state: true },
    isPointed: { state: true },
  };
  static override styles = chartStyles;

  declare ui: Ui;
  declare plan: ChartPlan;
  declare points: Points | undefined;
  /** Index of the point under the crosshair. */
  declare cursor: number | undefined;
  declare isPointed: boolean;

  #lines: readonly ChartLine[] = [];
  #columns: Columns = { times: [], values: [] };
  #plot: Plot | undefined;
  #plotKey = '';
  #forgetTheme: (() => void) | undefined;
  readonly #resize = new ResizeObserver(() => this.#fit());

  override connectedCallback(): void {
    super.connectedCallback();
    this.#forgetTheme = onThemeChange(() => this.#plot?.repaint());
    if (this.hasUpdated) this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#forgetTheme?.();
    this.#resize.disconnect();
    this.#plot?.destroy();
    this.#plot = undefined;
    this.#plotKey = '';
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('points') && !changed.has('plan') && !changed.has('ui')) return;
    this.#lines = linesOf(this.plan, this.points?.series ?? [], this.ui.language);
    this.#columns = alignLines(
      this.#lines.map(({ series }) => series),
      (this.points?.step ?? 1) * 1000,
    );
    const count = this.#lines.reduce((sum, { series }) => sum + pointCount(series), 0);
    this.dataset['metric'] = this.plan.metrics.join(' ');
    this.dataset['points'] = String(count);
  }

  override updated(changed: PropertyValues<this>): void {
    if (changed.has('points') || changed.has('plan') || changed.has('ui') || !this.#plot) this.#draw();
  }

  /** A plot is made anew only when its lines become others: otherwise a refresh would be seen. */
  #draw(): void {
    const target = this.renderRoot.querySelector<HTMLElement>('.canvas');
    if (!target) return;
    const key = [this.ui.language, this.plan.unit, ...this.#lines.map(({ label }) => label)].join('\n');
    if (!this.#plot || key !== this.#plotKey) {
      this.#plot?.destroy();
      this.#plotKey = key;
      this.#plot = createPlot({
        target,
        unit: this.plan.unit,
        formats: this.ui.formats,
        lineCount: this.#lines.length,
        onCursor: index => (this.cursor = index),
      });
      this.#resize.observe(target);
    }
    const { start, end } = this.points ?? { start: 0, end: 1000 };
    this.#plot.setData(this.#columns, start / 1000, end / 1000);
  }

  #fit(): void {
    const target = this.renderRoot.querySelector<HTMLElement>('.canvas');
    if (target && target.clientWidth > 0) this.#plot?.setSize(target.clientWidth, target.clientHeight);
  }

  override render() {
    const { texts, formats } = this.ui;
    const title = chartTitle(this.plan, this.ui);
    const isEmpty = this.points !== undefined && this.#columns.times.length === 0;
    const shown = this.#shownValues();
    return html`<div class="head">
        <h3>${title}</h3>
        <vscode-toolbar-button
          class="hide"
          icon="close"
          label=${texts.hideChart(title)}
          title=${texts.hideChart(title)}
          @click=${() => this.dispatchEvent(new Event('hide'))}
        ></vscode-toolbar-button>
      </div>
      <div class="legend">
        ${this.#lines.map(
          ({ label }, index) =>
            html`<span class="entry" data-line=${label}
              ><i ${styled({ background: seriesColor(index) })}></i
              >${this.#lines.length > 1 ? html`<span class="label">${label}</span>` : nothing}<b
                >${valueText(shown[index], this.plan.unit, formats)}</b
              ></span
            >`,
        )}
      </div>
      <div
        class="plot"
        role="slider"
        tabindex="0"
        aria-label=${texts.chartSummary(title, Number(this.dataset['points'] ?? 0), this.#spoken(undefined))}
        aria-valuemin="0"
        aria-valuemax=${Math.max(0, this.#columns.times.length - 1)}
        aria-valuenow=${this.cursor ?? Math.max(0, this.#columns.times.length - 1)}
        aria-valuetext=${this.#spoken(this.cursor)}
        @keydown=${this.#onKey}
        @blur=${() => this.#plot?.pointAt(undefined)}
        @pointerenter=${() => (this.isPointed = true)}
        @pointerleave=${() => (this.isPointed = false)}
      >
        <div class="canvas"></div>
        ${isEmpty ? html`<p class="empty quiet">${texts.noPoints}</p>` : nothing} ${this.#tooltip(shown)}
      </div>`;
  }

  #shownValues(): (number | undefined)[] {
    const { cursor } = this;
    return this.#lines.map(({ series }, line) =>
      cursor === undefined ? latest(series) : valueAt(this.#columns, line, cursor),
    );
  }

  #spoken(index: number | undefined): string {
    const time = index === undefined ? undefined : this.#columns.times[index];
    const values = this.#lines.map(({ label, series }, line) => {
      const value = index === undefined ? latest(series) : valueAt(this.#columns, line, index);
      const written =
        value === undefined ? this.ui.texts.noValue : valueText(value, this.plan.unit, this.ui.formats);
      return this.#lines.length > 1 ? `${label} ${written}` : written;
    });
    return [...(time === undefined ? [] : [this.ui.formats.time(time * 1000)]), ...values].join(', ');
  }

  #tooltip(shown: readonly (number | undefined)[]) {
    const { cursor } = this;
    const time = cursor === undefined ? undefined : this.#columns.times[cursor];
    if (!this.isPointed || cursor === undefined || time === undefined || !this.#plot) return nothing;
    const left = this.#plot.over.offsetLeft + this.#plot.leftOf(cursor);
    const isRight = left > this.offsetWidth / 2;
    return html`<div
      class="tooltip ${isRight ? 'before' : 'after'}"
      ${styled({ left: `${left}px` })}
      aria-hidden="true"
    >
      <div class="quiet">${this.ui.formats.dateTime(time * 1000)}</div>
      ${this.#lines.map(
        ({ label }, index) =>
          html`<div class="entry">
            <i ${styled({ background: seriesColor(index) })}></i><span class="label">${label}</span
            ><b>${valueText(shown[index], this.plan.unit, this.ui.formats)}</b>
          </div>`,
      )}
    </div>`;
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const last = this.#columns.times.length - 1;
    const at = this.cursor ?? last;
    const to = {
      ArrowLeft: at - 1,
      ArrowRight: at + 1,
      ArrowDown: at - 1,
      ArrowUp: at + 1,
      PageDown: at - 10,
      PageUp: at + 10,
      Home: 0,
      End: last,
    }[event.key];
    if (event.key === 'Escape') this.#plot?.pointAt(undefined);
    if (to === undefined || last < 0) return;
    event.preventDefault();
    this.#plot?.pointAt(Math.min(last, Math.max(0, to)));
  };
}

customElements.define('blink-metric-chart', MetricChart);
