import '@vscode-elements/elements/dist/vscode-icon/index.js';
import { html, LitElement, nothing } from 'lit';
import { baseStyles } from '../../shared/styles.ts';
import type { Choice } from '../messages.ts';
import type { PanelView } from '../state.ts';
import type { Ui } from '../ui.ts';
import { toolbarStyles } from './toolbarStyles.ts';

/** A button of the bar was pressed. */
export class ToolEvent extends Event {
  readonly tool: 'fit' | 'zoomIn' | 'zoomOut' | 'copy' | 'save' | 'pin';
  constructor(tool: ToolEvent['tool']) {
    super('tool');
    this.tool = tool;
  }
}

export class PreferEvent extends Event {
  readonly choice: Choice;
  constructor(choice: Choice) {
    super('prefer');
    this.choice = choice;
  }
}

export class SearchEvent extends Event {
  readonly words: string;
  /** On to the next match (1), or back (-1); 0 when the words have changed. */
  readonly step: -1 | 0 | 1;
  constructor(words: string, step: -1 | 0 | 1) {
    super('seek');
    this.words = words;
    this.step = step;
  }
}

export class PickEvent extends Event {
  readonly index: number;
  constructor(index: number) {
    super('pick');
    this.index = index;
  }
}

/** What is shown, how, and what can be done with it. */
export class Toolbar extends LitElement {
  static override properties = {
    ui: { attribute: false },
    view: { attribute: false },
    words: { attribute: false },
    found: { attribute: false },
    said: { attribute: false },
  };
  static override styles = [baseStyles, toolbarStyles];

  declare ui: Ui;
  declare view: PanelView;
  declare words: string;
  /** How many columns match, and which of them is shown, from 1. */
  declare found: { readonly count: number; readonly at: number } | undefined;
  /** Said for a moment, such as "Copied". */
  declare said: string | undefined;

  /** Puts the keyboard into the search. */
  search(): void {
    const input = this.renderRoot.querySelector<HTMLInputElement>('input[type="search"]');
    input?.focus();
    input?.select();
  }

  override render() {
    const { texts } = this.ui;
    const { choice, lineage, document } = this.view;
    const isGraph = choice.view === 'graph';
    return html`<div class="bar" role="toolbar" aria-label=${texts.panel}>
      ${this.#inserts()}
      ${
        lineage
          ? html`${this.#ways()} ${this.#search()}
              <div class="group">
                ${this.#toggle('hasConditions', 'filter', texts.conditions, texts.conditionsHint)}
                ${
                  isGraph && (lineage.insert.views?.length ?? 0) > 0
                    ? this.#toggle('hasViews', 'layers', texts.views, texts.viewsHint)
                    : nothing
                }
              </div>`
          : nothing
      }
      <div class="group end">
        <span class="said quiet" role="status">${this.said}</span>
        ${
          lineage && isGraph
            ? html`${this.#tool('zoomOut', 'zoom-out', texts.zoomOut)}
              ${this.#tool('zoomIn', 'zoom-in', texts.zoomIn)} ${this.#tool('fit', 'screen-full', texts.fit)}`
            : nothing
        }
        ${
          lineage
            ? html`${this.#tool('copy', 'copy', texts.copyText)}
              ${isGraph ? this.#tool('save', 'save', texts.saveSvg) : nothing}`
            : nothing
        }
        ${document?.uri == null ? nothing : this.#pin(document.isPinned)}
      </div>
    </div>`;
  }

  #inserts() {
    const { texts } = this.ui;
    const { lineage } = this.view;
    if (!lineage) return nothing;
    const { inserts, index } = lineage;
    if (inserts.length === 1)
      return html`<b class="only" title=${lineage.insert.sink}>${lineage.insert.sink}</b>`;
    return html`<select
      aria-label=${texts.insert}
      title=${texts.insert}
      .value=${String(index)}
      @change=${({ target }: Event) =>
        this.dispatchEvent(new PickEvent(Number((target as HTMLSelectElement).value)))}
    >
      ${inserts.map(
        ({ sink, line }, each) =>
          html`<option value=${each} ?selected=${each === index}>${texts.insertAt(sink, line + 1)}</option>`,
      )}
    </select>`;
  }

  #ways() {
    const { texts } = this.ui;
    const { choice } = this.view;
    return html`<fieldset>
      <legend class="visually-hidden">${texts.showAs}</legend>
      ${(['graph', 'table'] as const).map(
        way =>
          html`<label title=${texts[way]}
            ><input
              class="visually-hidden"
              type="radio"
              name="way"
              value=${way}
              aria-label=${texts[way]}
              .checked=${choice.view === way}
              @change=${() => this.dispatchEvent(new PreferEvent({ ...choice, view: way }))} /><vscode-icon
              name=${way === 'graph' ? 'type-hierarchy' : 'table'}
            ></vscode-icon
          ></label>`,
      )}
    </fieldset>`;
  }

  #search() {
    const { texts } = this.ui;
    const { found, words } = this;
    return html`<div class="search">
      <input
        type="search"
        placeholder=${texts.search}
        aria-label=${texts.search}
        title=${texts.searchHint}
        .value=${words}
        @input=${({ target }: Event) => this.#seek((target as HTMLInputElement).value, 0)}
        @keydown=${(event: KeyboardEvent) => {
          if (event.key === 'Enter') this.#seek(words, event.shiftKey ? -1 : 1);
          else if (event.key === 'Escape' && words !== '') {
            this.#seek('', 0);
            event.stopPropagation();
          } else return;
          event.preventDefault();
        }}
      />
      <span class="found quiet" role="status">${found ? texts.found(found.count, found.at) : nothing}</span>
    </div>`;
  }

  #seek(words: string, step: -1 | 0 | 1): void {
    this.dispatchEvent(new SearchEvent(words, step));
  }

  #toggle(key: 'hasConditions' | 'hasViews', icon: string, text: string, hint: string) {
    const { choice } = this.view;
    const isOn = choice[key];
    return html`<button
      type="button"
      class="tool text"
      data-do=${key}
      title=${hint}
      aria-pressed=${isOn}
      @click=${() => this.dispatchEvent(new PreferEvent({ ...choice, [key]: !isOn }))}
    >
      <vscode-icon name=${icon}></vscode-icon><span>${text}</span>
    </button>`;
  }

  #tool(tool: ToolEvent['tool'], icon: string, text: string) {
    return html`<button
      type="button"
      class="tool"
      data-do=${tool}
      title=${text}
      aria-label=${text}
      @click=${() => this.dispatchEvent(new ToolEvent(tool))}
    >
      <vscode-icon name=${icon}></vscode-icon>
    </button>`;
  }

  #pin(isPinned: boolean) {
    const text = isPinned ? this.ui.texts.unpin : this.ui.texts.pin;
    return html`<button
      type="button"
      class="tool"
      data-do="pin"
      title=${text}
      aria-label=${this.ui.texts.pin}
      aria-pressed=${isPinned}
      @click=${() => this.dispatchEvent(new ToolEvent('pin'))}
    >
      <vscode-icon name=${isPinned ? 'pinned' : 'pin'}></vscode-icon>
    </button>`;
  }
}

customElements.define('blink-lineage-toolbar', Toolbar);
