import '@vscode-elements/elements/dist/vscode-icon/index.js';
import { css, html, LitElement, nothing } from 'lit';
import type { Bridge } from '../shared/bridge.ts';
import { connectHost } from '../shared/bridge.ts';
import { languageOf } from '../shared/language.ts';
import { baseStyles, cardStyles } from '../shared/styles.ts';
import { allowsMotion } from '../shared/theme.ts';
import type { ChoiceEvent } from './chartBar.ts';
import './facts.ts';
import { failureNotice } from './failureNotice.ts';
import './header.ts';
import './lastError.ts';
import { toPanel, type Choice, type PanelState, type ToHost, type ToPanel } from './messages.ts';
import './metrics.ts';
import { EMPTY_VIEW, receive, type PanelView } from './state.ts';
import { createUi, type Ui } from './ui.ts';

/** Times such as "2 minutes ago" are written anew this often, ms. */
const TICK = 1000;

/** The whole panel: keeps the view, hands its parts to the sections, tells the host what the user wants. */
export class InstancePanel extends LitElement {
  static override properties = { view: { state: true }, now: { state: true } };
  static override styles = [
    baseStyles,
    cardStyles,
    css`
      :host {
        max-width: 1800px;
        margin: 0 auto;
        padding: 20px 24px 32px;
      }
      main {
        display: flex;
        flex-direction: column;
        gap: 18px;
      }
      .facts {
        padding: 14px 16px;
      }
      .loading {
        display: flex;
        align-items: center;
        gap: 8px;
      }
      @media (max-width: 600px) {
        :host {
          padding: 14px 14px 24px;
        }
      }
    `,
  ];

  declare view: PanelView;
  /** Epoch ms. */
  declare now: number;

  readonly #bridge: Bridge<ToHost>;
  #ui: Ui;
  #ticker: ReturnType<typeof setInterval> | undefined;

  constructor() {
    super();
    this.view = EMPTY_VIEW;
    this.now = Date.now();
    this.#bridge = connectHost<ToPanel, ToHost>(toPanel, message => this.#receive(message));
    this.#ui = createUi(languageOf(document.documentElement.lang), message => this.#bridge.post(message));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#ticker = setInterval(() => (this.now = Date.now()), TICK);
    this.#bridge.post({ type: 'ready' });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#ticker);
  }

  #receive(message: ToPanel): void {
    this.view = receive(this.view, message);
    if (message.type !== 'opened') return;
    this.#ui = createUi(message.language, out => this.#bridge.post(out));
    this.#bridge.keep({ ref: message.ref } satisfies PanelState);
  }

  override render() {
    const ui = this.#ui;
    const { status, opened } = this.view;
    const { value, failure } = status;
    return html`<main aria-label=${ui.texts.panel}>
      ${opened ? html`<blink-instance-header .ui=${ui} .view=${this.view}></blink-instance-header>` : nothing}
      ${failure ? failureNotice(ui, ui.texts.statusFailed, failure, value?.checkedAt) : nothing}
      ${value || failure ? nothing : this.#loading()}
      ${
        value
          ? html`<blink-instance-facts
              class="card facts"
              .ui=${ui}
              .status=${value}
              .now=${this.now}
            ></blink-instance-facts>`
          : nothing
      }
      ${
        value?.lastError
          ? html`<blink-last-error .ui=${ui} .error=${value.lastError} .now=${this.now}></blink-last-error>`
          : nothing
      }
      <blink-metrics
        .ui=${ui}
        .view=${this.view}
        @choice=${({ choice }: ChoiceEvent) => this.#choose(choice)}
        @follow=${this.#follow}
      ></blink-metrics>
    </main>`;
  }

  #loading() {
    return html`<p class="loading quiet" role="status">
      <vscode-icon name="loading" ?spin=${allowsMotion()}></vscode-icon>${this.#ui.texts.loading}
    </p>`;
  }

  #choose(choice: Choice): void {
    this.view = { ...this.view, choice };
    this.#bridge.post({ type: 'choose', choice });
  }

  readonly #follow = (): void => {
    const isFollowing = !this.view.isFollowing;
    this.view = { ...this.view, isFollowing };
    this.#bridge.post({ type: 'follow', isFollowing });
  };
}

customElements.define('blink-instance-panel', InstancePanel);
