import { css, html, LitElement, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { baseStyles } from '../../shared/styles.ts';
import { noSourcesOf } from '../gaps.ts';
import type { Column, Insert, Position, Range, Source } from '../messages.ts';
import type { Ui } from '../ui.ts';

/** A place of the script was chosen. */
export class PlaceEvent extends Event {
  readonly range: Range;
  constructor(range: Range) {
    super('place');
    this.range = range;
  }
}

/** The lineage as a table: what the graph says, for those who would rather read, and for screen readers. */
export class LineageTable extends LitElement {
  static override properties = {
    ui: { attribute: false },
    insert: { attribute: false },
    words: { attribute: false },
    hasConditions: { attribute: false },
    isCurrent: { attribute: false },
    cursor: { attribute: false },
  };
  static override styles = [
    baseStyles,
    css`
      :host {
        min-height: 0;
        overflow: auto;
      }
      table {
        width: 100%;
        border-collapse: collapse;
      }
      caption {
        padding: 10px 14px 6px;
        text-align: start;
        font-weight: 600;
      }
      th,
      td {
        padding: 5px 14px;
        text-align: start;
        vertical-align: top;
        font-weight: normal;
        border-bottom: 1px solid var(--vscode-contrastBorder, var(--vscode-panel-border, #8883));
      }
      thead th {
        position: sticky;
        top: 0;
        z-index: 1;
        background: var(--vscode-editor-background);
        color: var(--vscode-descriptionForeground);
        font-size: 0.92em;
        white-space: nowrap;
      }
      tbody th {
        font-weight: 600;
        overflow-wrap: anywhere;
      }
      tbody tr:hover {
        background: var(--vscode-list-hoverBackground);
      }
      tr.current {
        background: var(--vscode-list-inactiveSelectionBackground);
        outline: 1px dashed var(--vscode-contrastActiveBorder, transparent);
        outline-offset: -1px;
      }
      ul {
        display: flex;
        flex-direction: column;
        gap: 2px;
        margin: 0;
        padding: 0;
        list-style: none;
      }
      code {
        font-family: var(--vscode-editor-font-family, monospace);
        font-size: 0.95em;
        color: inherit;
        background: none;
        white-space: pre-wrap;
        overflow-wrap: anywhere;
      }
      /* Short words in one line: what needs room are sources and expressions. */
      th[scope='row'] {
        min-width: 9.5em;
      }
      .type {
        min-width: 11.5em;
      }
      .how {
        white-space: nowrap;
      }
      .type {
        color: var(--vscode-descriptionForeground);
      }
      .type code {
        /* A type is broken where it must be, but never made narrow for the sake of others. */
        overflow-wrap: break-word;
      }
      button {
        padding: 0;
        border: 0;
        border-radius: 2px;
        background: none;
        color: inherit;
        font: inherit;
        text-align: start;
        cursor: pointer;
        overflow-wrap: break-word;
      }
      button:hover {
        color: var(--vscode-textLink-activeForeground, var(--vscode-textLink-foreground));
        text-decoration: underline;
      }
      .none {
        padding: 14px;
      }
    `,
  ];

  declare ui: Ui;
  declare insert: Insert;
  /** What is searched for; only matching rows are shown. */
  declare words: string;
  declare hasConditions: boolean;
  /** Whether a column of the sink is the one under the cursor. */
  declare isCurrent: (index: number) => boolean;
  /** Only so that the table is drawn anew with it. */
  declare cursor: Position | undefined;

  override render() {
    const { texts } = this.ui;
    const { columns, sink, influences } = this.insert;
    const shown = columns
      .map((column, index) => ({ column, index }))
      .filter(({ column }) => this.#matches(column));
    return html`<table>
        <caption>
          ${texts.tableCaption(sink)}
        </caption>
        <thead>
          <tr>
            ${(['column', 'type', 'sources', 'kind', 'expression'] as const).map(
              name => html`<th scope="col">${texts.head[name]}</th>`,
            )}
          </tr>
        </thead>
        <tbody>
          ${repeat(
            shown,
            ({ index }) => index,
            ({ column, index }) => this.#row(column, index),
          )}
        </tbody>
      </table>
      ${shown.length === 0 ? html`<p class="none quiet" role="status">${texts.noMatch}</p>` : nothing}
      ${this.hasConditions && influences.length > 0 ? this.#conditions() : nothing}`;
  }

  #matches({ column, sources }: Column): boolean {
    const words = this.words.toLowerCase().split(/\s+/).filter(Boolean);
    const names = [column, ...sources.map(nameOf)].map(name => name.toLowerCase());
    return words.every(word => names.some(name => name.includes(word)));
  }

  #row(column: Column, index: number) {
    const { texts } = this.ui;
    const { type, sources, expression, declared, written } = column;
    const isCurrent = this.isCurrent(index);
    return html`<tr class=${isCurrent ? 'current' : ''} aria-current=${isCurrent ? 'true' : nothing}>
      <th scope="row">${this.#place(column.column, expression?.range ?? written?.[0] ?? declared)}</th>
      <td class="type"><code>${type ?? ''}</code></td>
      <td>
        ${sources.length === 0 ? html`<span class="quiet">${noSourcesOf(column, texts)}</span>` : this.#sources(sources)}
      </td>
      <td class="how quiet">${texts.kind[column.kind]}</td>
      <td>${expression ? this.#place(expression.text, expression.range, true) : nothing}</td>
    </tr>`;
  }

  #sources(sources: readonly Source[]) {
    return html`<ul>
      ${sources.map(source => {
        const { declared, named } = source;
        const mark = named ? html` <span class="quiet">${this.ui.texts.notDeclared}</span>` : nothing;
        return html`<li>${this.#place(nameOf(source), declared ?? named)}${mark}</li>`;
      })}
    </ul>`;
  }

  #conditions() {
    const { texts } = this.ui;
    return html`<table>
      <caption>
        ${texts.conditionsCaption}
      </caption>
      <thead>
        <tr>
          ${(['kind', 'condition', 'sources'] as const).map(
            name => html`<th scope="col">${texts.head[name]}</th>`,
          )}
        </tr>
      </thead>
      <tbody>
        ${this.insert.influences.map(
          ({ kind, text, range, view, sources }) =>
            html`<tr>
              <td class="quiet">
                ${texts.kind[kind]}${view === undefined ? nothing : html` ${texts.inView(view)}`}
              </td>
              <td>${this.#place(text, range, true)}</td>
              <td>${this.#sources(sources)}</td>
            </tr>`,
        )}
      </tbody>
    </table>`;
  }

  #place(text: string, range: Range | undefined, isCode = false) {
    const words = isCode ? html`<code>${text}</code>` : text;
    if (!range) return words;
    return html`<button
      type="button"
      title=${this.ui.texts.goTo(text.length > 80 ? `${text.slice(0, 80)}…` : text)}
      @click=${() => this.dispatchEvent(new PlaceEvent(range))}
    >
      ${words}
    </button>`;
  }
}

const nameOf = ({ table, column }: Source): string => (table === '' ? column : `${table}.${column}`);

customElements.define('blink-lineage-table', LineageTable);
