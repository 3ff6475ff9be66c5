import '@vscode-elements/elements/dist/vscode-toolbar-button/index.js';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { baseStyles } from '../shared/styles.ts';
import type { Status } from './messages.ts';
import type { Ui } from './ui.ts';

interface Fact {
  readonly id: string;
  readonly name: string;
  readonly value: string | undefined;
  readonly detail?: string | undefined;
  readonly extra?: TemplateResult;
}

/** What is known about the instance, as a list of names and values. */
export class InstanceFacts extends LitElement {
  static override properties = {
    ui: { attribute: false },
    status: { attribute: false },
    now: { attribute: false },
  };
  static override styles = [
    baseStyles,
    css`
      dl {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(100%, 150px), 1fr));
        gap: 12px 16px;
        margin: 0;
      }
      dt {
        color: var(--vscode-descriptionForeground);
        font-size: 0.92em;
      }
      dd {
        margin: 1px 0 0;
        min-height: 1.4em;
        overflow-wrap: anywhere;
        font-variant-numeric: tabular-nums;
      }
      .copyable {
        display: flex;
        align-items: center;
        gap: 4px;
      }
      /* An id is never broken: it may reach into the card's padding instead. */
      [data-fact='instance'] .selectable {
        white-space: nowrap;
      }
      .copyable vscode-toolbar-button {
        margin: -4px 0;
      }
    `,
  ];

  declare ui: Ui;
  declare status: Status;
  declare now: number;

  override render() {
    return html`<dl aria-label=${this.ui.texts.facts}>
      ${this.#shownFacts().map(
        fact =>
          html`<div data-fact=${fact.id}>
            <dt>${fact.name}</dt>
            <dd>
              ${
                fact.value === undefined
                  ? html`<span class="quiet" aria-label=${this.ui.texts.unknown}>—</span>`
                  : html`<span class="copyable"
                        ><span class="selectable">${fact.value}</span>${fact.extra ?? nothing}</span
                      >${fact.detail ? html`<span class="quiet">${fact.detail}</span>` : nothing}`
              }
            </dd>
          </div>`,
      )}
    </dl>`;
  }

  /** Without an instance there is nothing to be missed. */
  #shownFacts(): Fact[] {
    const facts = this.#facts();
    return this.status.instanceId === undefined ? facts.filter(({ value }) => value !== undefined) : facts;
  }

  #facts(): Fact[] {
    const { texts, formats } = this.ui;
    const { status, now } = this;
    const { startTime, endTime } = status;
    const isOver = endTime !== undefined;
    const at = (time: number) => ({ value: formats.dateTime(time), detail: formats.relative(time, now) });
    const queue = [status.clusterId, status.queueName].filter(Boolean).join(' / ');
    return [
      { id: 'expected', name: texts.expected, value: status.expected && texts.phase[status.expected] },
      {
        id: 'started',
        name: texts.started,
        ...(startTime === undefined ? { value: undefined } : at(startTime)),
      },
      ...(isOver ? [{ id: 'ended', name: texts.ended, ...at(endTime) }] : []),
      {
        id: 'uptime',
        name: isOver ? texts.ranFor : texts.uptime,
        value:
          startTime === undefined ? undefined : formats.duration(wholeSeconds((endTime ?? now) - startTime)),
      },
      {
        id: 'delay',
        name: texts.delay,
        value: status.delay === undefined ? undefined : formats.duration(status.delay),
      },
      { id: 'starter', name: texts.starter, value: status.starter },
      { id: 'engine', name: texts.engine, value: status.engineVersion },
      { id: 'queue', name: texts.queue, value: queue || undefined },
      { id: 'instance', name: texts.instanceId, value: status.instanceId, extra: this.#copyButton() },
    ];
  }

  #copyButton(): TemplateResult {
    const { texts, post } = this.ui;
    return html`<vscode-toolbar-button
      icon="copy"
      label=${texts.copyInstanceId}
      title=${texts.copyInstanceId}
      @click=${() => post({ type: 'copy', text: this.status.instanceId ?? '' })}
    ></vscode-toolbar-button>`;
  }
}

/** Uptime counts in seconds: fractions would flicker. */
function wholeSeconds(ms: number): number {
  return Math.max(0, Math.floor(ms / 1000) * 1000);
}

customElements.define('blink-instance-facts', InstanceFacts);
