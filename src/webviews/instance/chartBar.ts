import '@vscode-elements/elements/dist/vscode-toolbar-button/index.js';
import { css, html, LitElement } from 'lit';
import { baseStyles } from '../shared/styles.ts';
import './metricPicker.ts';
import type { MetricsEvent } from './metricPicker.ts';
import type { Choice } from './messages.ts';
import './rangePicker.ts';
import type { RangeEvent } from './rangePicker.ts';
import type { Ui } from './ui.ts';

export class ChoiceEvent extends Event {
  readonly choice: Choice;
  constructor(choice: Choice) {
    super('choice');
    this.choice = choice;
  }
}

/** What the charts show, how far back, and whether they follow. */
export class ChartBar extends LitElement {
  static override properties = {
    ui: { attribute: false },
    known: { attribute: false },
    windowMs: { attribute: false },
    choice: { attribute: false },
    isFollowing: { attribute: false },
    receivedAt: { attribute: false },
  };
  static override styles = [
    baseStyles,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px 12px;
      }
      h2 {
        margin: 0 4px 0 0;
        font-size: 1.15em;
        font-weight: 600;
      }
      .refresh {
        display: flex;
        align-items: center;
        gap: 6px;
        margin-left: auto;
        font-variant-numeric: tabular-nums;
      }
    `,
  ];

  declare ui: Ui;
  declare known: readonly string[];
  declare windowMs: number;
  declare choice: Choice;
  declare isFollowing: boolean;
  declare receivedAt: number | undefined;

  override render() {
    const { texts } = this.ui;
    const { choice, isFollowing } = this;
    const toggle = isFollowing ? texts.pauseRefresh : texts.resumeRefresh;
    return html`<h2>${texts.charts}</h2>
      <blink-range-picker
        .ui=${this.ui}
        .range=${choice.rangeSeconds}
        .windowMs=${this.windowMs}
        @range=${({ range }: RangeEvent) => this.#choose({ ...choice, rangeSeconds: range })}
      ></blink-range-picker>
      <blink-metric-picker
        .ui=${this.ui}
        .known=${this.known}
        .chosen=${choice.metrics}
        @metrics=${({ metrics }: MetricsEvent) => this.#choose({ ...choice, metrics })}
      ></blink-metric-picker>
      <div class="refresh quiet">
        <span class="age">${this.#age()}</span>
        <vscode-toolbar-button
          icon=${isFollowing ? 'debug-pause' : 'play'}
          label=${toggle}
          title=${toggle}
          @click=${() => this.dispatchEvent(new Event('follow'))}
        ></vscode-toolbar-button>
      </div>`;
  }

  #age(): string {
    const { texts, formats } = this.ui;
    if (this.receivedAt === undefined) return texts.notUpdated;
    const time = formats.time(this.receivedAt);
    return this.isFollowing ? texts.updated(time) : texts.updateStopped(time);
  }

  #choose(choice: Choice): void {
    this.dispatchEvent(new ChoiceEvent(choice));
  }
}

customElements.define('blink-chart-bar', ChartBar);
