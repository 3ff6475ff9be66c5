import { css, html, LitElement, nothing } from 'lit';
import { baseStyles } from '../../shared/styles.ts';
import { styled } from '../../shared/styled.ts';
import type { Graph, Row, Table } from '../graph/model.ts';
import type { Links } from '../graph/paths.ts';
import type { Wire } from '../graph/route.ts';
import type { Ui } from '../ui.ts';
import { ROLE_COLOR, subtitleOf } from './looks.ts';
import { wireWords } from './wireWords.ts';

/** Names of one side that are written out. */
const MOST = 8;

/** Below the graph: what the column is that is pointed at, focused, or under the cursor. Always of the same height. */
export class Details extends LitElement {
  static override properties = {
    ui: { attribute: false },
    graph: { attribute: false },
    links: { attribute: false },
    row: { attribute: false },
    wire: { attribute: false },
    table: { attribute: false },
  };
  static override styles = [
    baseStyles,
    css`
      :host {
        flex: none;
        height: 104px;
        overflow: auto;
        padding: 8px 14px;
        border-top: 1px solid var(--vscode-contrastBorder, var(--vscode-panel-border, #8886));
        background: var(--vscode-editor-background);
      }
      .empty {
        display: flex;
        flex-wrap: wrap;
        justify-content: space-between;
        gap: 4px 20px;
      }
      .line {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        gap: 2px 10px;
      }
      .dot {
        flex: none;
        align-self: center;
        width: 8px;
        height: 8px;
        border-radius: 50%;
        background: var(--role);
      }
      b {
        font-weight: 600;
        overflow-wrap: anywhere;
      }
      code,
      pre {
        font-family: var(--vscode-editor-font-family, monospace);
        font-size: calc(var(--vscode-editor-font-size, 13px) * 0.95);
        color: var(--vscode-foreground);
        background: none;
      }
      pre {
        margin: 5px 0;
        padding: 4px 8px;
        max-height: 4.4em;
        overflow: auto;
        border-radius: 4px;
        background: var(--vscode-textCodeBlock-background);
        white-space: pre-wrap;
        overflow-wrap: anywhere;
      }
      .sides {
        display: flex;
        flex-wrap: wrap;
        gap: 2px 24px;
        overflow-wrap: anywhere;
      }
    `,
  ];

  declare ui: Ui;
  declare graph: Graph;
  declare links: Links;
  declare row: Row | undefined;
  /** Shown before all others. */
  declare wire: Wire | undefined;
  /** Shown when no row is. */
  declare table: Table | undefined;

  override render() {
    const { texts } = this.ui;
    const { row, wire } = this;
    if (wire) return this.#wire(wire);
    if (!row) return this.table ? this.#table(this.table) : this.#hint();
    const table = this.graph.tables.find(({ id }) => id === row.table);
    return html`<div class="line">
        ${table ? html`<i class="dot" ${styled({ '--role': ROLE_COLOR[table.role] })}></i>` : nothing}
        ${row.is === 'column' ? html`<b class="selectable">${table?.name}.${row.name}</b>` : html`<b>${table?.name}</b>`}
        ${row.type === undefined ? nothing : html`<code>${row.type}</code>`}
        <span class="quiet">${this.#kind(row, table?.role)}</span>
      </div>
      ${row.expression === undefined ? nothing : html`<pre class="selectable">${row.expression}</pre>`}
      <div class="sides">
        ${this.#side(
          texts.madeOf,
          (this.links.incoming.get(row.id) ?? []).map(({ from }) => this.#nameOf(from)),
        )}
        ${this.#side(
          texts.feeds,
          (this.links.outgoing.get(row.id) ?? []).map(({ to }) => this.#nameOf(to)),
        )}
      </div>`;
  }

  #wire({ edges }: Wire) {
    const { from, to, how, expression } = wireWords(edges, this.graph.tables, this.ui);
    return html`<div class="line">
        <b class="selectable">${from}</b><span aria-hidden="true">→</span><b class="selectable">${to}</b>
        <span class="quiet">${how}</span>
      </div>
      ${expression === undefined ? nothing : html`<pre class="selectable">${expression}</pre>`}`;
  }

  #hint() {
    const { texts } = this.ui;
    const columns = [...this.graph.rows.values()].filter(({ is }) => is === 'column').length;
    return html`<div class="empty quiet">
      <span>${texts.hint}</span><span>${texts.counts(this.graph.tables.length, columns)}</span>
      <span>${texts.keys}</span>
    </div>`;
  }

  #table(table: Table) {
    const { name, role, rows } = table;
    const { texts } = this.ui;
    const { incoming, outgoing } = this.links;
    const tablesOf = (ids: readonly string[]) => [
      ...new Set(ids.map(id => this.graph.rows.get(id)?.table).map(id => this.#tableName(id))),
    ];
    const before = rows.flatMap(({ id }) => (incoming.get(id) ?? []).map(({ from }) => from));
    const after = rows.flatMap(({ id }) => (outgoing.get(id) ?? []).map(({ to }) => to));
    return html`<div class="line">
        <i class="dot" ${styled({ '--role': ROLE_COLOR[role] })}></i>
        <b class="selectable">${name}</b>
        <span class="quiet">${subtitleOf(table, texts)}</span>
      </div>
      <div class="sides">
        ${this.#side(texts.madeOf, tablesOf(before))} ${this.#side(texts.feeds, tablesOf(after))}
      </div>`;
  }

  #tableName(id: string | undefined): string | undefined {
    return this.graph.tables.find(each => each.id === id)?.name;
  }

  #kind(row: Row, role: keyof typeof ROLE_COLOR | undefined): string {
    const { texts } = this.ui;
    const word = role === undefined ? '' : texts.role[role];
    // Columns of tables are as they come; how they are made is a matter of views and sinks.
    const isMade = row.is === 'condition' || role === 'view' || role === 'sink';
    return [word, isMade ? texts.kind[row.kind] : ''].filter(Boolean).join(' · ');
  }

  #side(title: string, all: readonly (string | undefined)[]) {
    const names = all.filter(name => name !== undefined);
    if (names.length === 0) return nothing;
    const rest = names.length - MOST;
    return html`<span
      ><span class="quiet">${title}</span> ${names.slice(0, MOST).join(', ')}${
        rest > 0 ? ` … ${this.ui.texts.more(rest)}` : nothing
      }</span
    >`;
  }

  #nameOf(id: string): string | undefined {
    const row = this.graph.rows.get(id);
    const table = row && this.graph.tables.find(each => each.id === row.table);
    if (!row || !table) return undefined;
    return row.is === 'column'
      ? `${table.name}.${row.name}`
      : `${table.name} (${this.ui.texts.kind[row.kind]})`;
  }
}

customElements.define('blink-lineage-details', Details);
