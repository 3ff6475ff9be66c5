import { css, html, LitElement, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { baseStyles } from '../shared/styles.ts';
import './chart.ts';
import './chartBar.ts';
import { ChoiceEvent } from './chartBar.ts';
import { planCharts, type ChartPlan } from './charts.ts';
import { failureNotice } from './failureNotice.ts';
import { idleNotice } from './idle.ts';
import type { Choice } from './messages.ts';
import type { PanelView } from './state.ts';
import type { Ui } from './ui.ts';

/** The metrics section: charts while the instance runs, and why there are none otherwise. */
export class Metrics extends LitElement {
  static override properties = { ui: { attribute: false }, view: { attribute: false } };
  static override styles = [
    baseStyles,
    css`
      :host {
        display: flex;
        flex-direction: column;
        gap: 12px;
      }
      .grid {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 400px), 1fr));
        gap: 12px;
      }
      .still {
        opacity: 0.6;
      }
    `,
  ];

  declare ui: Ui;
  declare view: PanelView;

  override render() {
    const { opened, status, points, choice, isFollowing } = this.view;
    const { texts } = this.ui;
    const phase = status.value?.phase;
    if (!opened || !choice || !phase) return nothing;
    const isRunning = phase === 'running';
    const received = points.value;
    if (!isRunning && !received) return idleNotice(this.ui, phase, this.view);
    return html`<blink-chart-bar
        .ui=${this.ui}
        .known=${opened.metrics}
        .windowMs=${opened.windowMs}
        .choice=${choice}
        .isFollowing=${isFollowing}
        .receivedAt=${received?.receivedAt}
        @choice=${({ choice: next }: ChoiceEvent) => this.#choose(next)}
        @follow=${() => this.dispatchEvent(new Event('follow'))}
      ></blink-chart-bar>
      ${isRunning ? nothing : idleNotice(this.ui, phase, this.view)}
      ${
        points.failure && isRunning && points.failure.message !== status.failure?.message
          ? failureNotice(this.ui, texts.pointsFailed, points.failure, received?.receivedAt)
          : nothing
      }
      ${choice.metrics.length === 0 ? html`<p class="quiet">${texts.noCharts}</p>` : nothing}
      <div
        class=${isRunning ? 'grid' : 'grid still'}
        aria-busy=${received || points.failure ? 'false' : 'true'}
      >
        ${repeat(
          planCharts(choice.metrics),
          ({ id }) => id,
          plan =>
            html`<blink-metric-chart
              .ui=${this.ui}
              .plan=${plan}
              .points=${received}
              @hide=${() => this.#hide(choice, plan)}
            ></blink-metric-chart>`,
        )}
      </div>`;
  }

  #hide(choice: Choice, plan: ChartPlan): void {
    this.#choose({ ...choice, metrics: choice.metrics.filter(name => !plan.metrics.includes(name)) });
  }

  #choose(choice: Choice): void {
    this.dispatchEvent(new ChoiceEvent(choice));
  }
}

customElements.define('blink-metrics', Metrics);
