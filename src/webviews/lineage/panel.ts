import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { createRef, ref } from 'lit/directives/ref.js';
import { connectHost, type Bridge } from '../shared/bridge.ts';
import { languageOf } from '../shared/language.ts';
import '../shared/notice.ts';
import { baseStyles } from '../shared/styles.ts';
import { onThemeChange } from '../shared/theme.ts';
import { Draughtsman, type Drawing } from './drawing.ts';
import { asText } from './export/asText.ts';
import { drawingSvg } from './export/drawingSvg.ts';
import { gapsOf } from './gaps.ts';
import { partOf } from './graph/collapse.ts';
import { rowsAt } from './graph/cursor.ts';
import { moreId } from './graph/layout.ts';
import type { Row } from './graph/model.ts';
import { searchColumns } from './graph/search.ts';
import { toPanel, type Choice, type PanelState, type Range, type ToHost, type ToPanel } from './messages.ts';
import { panelStyles } from './panelStyles.ts';
import { selectionOf, type Meant } from './selection.ts';
import { EMPTY_VIEW, receive, type PanelView } from './state.ts';
import { createUi, type Ui } from './ui.ts';
import { canvasMeasure } from './view/canvasMeasure.ts';
import './view/details.ts';
import type { StopEvent, WireEvent } from './view/events.ts';
import type { GraphView } from './view/graphView.ts';
import './view/graphView.ts';
import { nothingToShow } from './view/nothing.ts';
import type { PlaceEvent } from './view/tableView.ts';
import './view/tableView.ts';
import type { PickEvent, PreferEvent, SearchEvent, Toolbar, ToolEvent } from './view/toolbar.ts';
import './view/toolbar.ts';

/** How long "Copied" is said, ms. */
const SAID = 2500;
const ZOOM = 1.3;

/** The whole panel: keeps the view, hands its parts to the sections, tells the host what the user wants. */
export class LineagePanel extends LitElement {
  static override properties = {
    view: { state: true },
    meant: { state: true },
    opened: { state: true },
    words: { state: true },
    said: { state: true },
  };
  static override styles = [baseStyles, panelStyles];

  declare view: PanelView;
  declare meant: Omit<Meant, 'cursor'>;
  /** Tables shown in full. */
  declare opened: ReadonlySet<string>;
  declare words: string;
  declare said: string | undefined;

  readonly #bridge: Bridge<ToHost>;
  readonly #draughtsman = new Draughtsman();
  readonly #graph = createRef<GraphView>();
  readonly #toolbar = createRef<Toolbar>();
  #ui: Ui;
  #measure = canvasMeasure();
  #saidTimer: ReturnType<typeof setTimeout> | undefined;
  #endTheme: (() => void) | undefined;

  constructor() {
    super();
    this.view = EMPTY_VIEW;
    this.meant = {};
    this.opened = new Set();
    this.words = '';
    this.said = undefined;
    this.#bridge = connectHost<ToPanel, ToHost>(toPanel, message => this.#receive(message));
    this.#ui = createUi(languageOf(document.documentElement.lang), message => this.#bridge.post(message));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('keydown', this.#key);
    this.#endTheme = onThemeChange(() => {
      this.#measure = canvasMeasure();
      this.requestUpdate();
    });
    this.#bridge.post({ type: 'ready' });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.removeEventListener('keydown', this.#key);
    this.#endTheme?.();
    clearTimeout(this.#saidTimer);
  }

  #receive(message: ToPanel): void {
    const before = this.#subject();
    this.view = receive(this.view, message);
    // What was opened, searched and pointed at belongs to one INSERT.
    if (this.#subject() !== before) {
      this.meant = {};
      this.opened = new Set();
    }
    switch (message.type) {
      case 'opened':
        this.#ui = createUi(message.language, out => this.#bridge.post(out));
        return;
      case 'document':
        this.#bridge.keep({ uri: message.uri, isPinned: message.isPinned } satisfies PanelState);
        return;
      case 'done':
        this.#say(this.#ui.texts.done[message.what]);
        return;
      case 'focus':
        void this.updateComplete.then(() => this.#takeKeys());
        return;
      case 'cursor':
      case 'lineage':
      case 'nothing':
      case 'busy':
        return;
    }
  }

  /** The keyboard goes to what the cursor means, or to what had it last; without a graph, to the first button. */
  #takeKeys(): void {
    const { graph } = this.#drawing() ?? {};
    const { cursor } = this.view;
    const [row] = graph && cursor ? rowsAt(graph, cursor) : [];
    if (this.#graph.value) this.#graph.value.enter(row);
    else this.renderRoot.querySelector<HTMLElement>('vscode-button, blink-lineage-table')?.focus();
  }

  /** What the graph is of; edits change its lineage, not this. */
  #subject(): string {
    const { document, lineage } = this.view;
    return `${document?.uri ?? ''} ${lineage?.index ?? ''} ${lineage?.insert.sink ?? ''}`;
  }

  #drawing(): Drawing | undefined {
    const { choice, lineage } = this.view;
    if (!lineage) return undefined;
    const { insert } = lineage;
    const { opened } = this;
    return this.#draughtsman.draw({ insert, choice, opened, ui: this.#ui, measure: this.#measure });
  }

  override render() {
    const { texts } = this.#ui;
    const drawing = this.#drawing();
    return html`<main aria-label=${texts.panel} aria-busy=${this.view.isBusy}>
      <div class="busy ${this.view.isBusy ? 'on' : ''}" role="progressbar" aria-label=${texts.busy}></div>
      <blink-lineage-toolbar
        ${ref(this.#toolbar)}
        .ui=${this.#ui}
        .view=${this.view}
        .words=${this.words}
        .found=${drawing && this.#found(drawing)}
        .said=${this.said}
        @tool=${({ tool }: ToolEvent) => this.#use(tool)}
        @prefer=${({ choice }: PreferEvent) => this.#prefer(choice)}
        @seek=${({ words, step }: SearchEvent) => this.#seek(words, step)}
        @pick=${({ index }: PickEvent) => this.#bridge.post({ type: 'choose', index })}
      ></blink-lineage-toolbar>
      ${drawing ? this.#shown(drawing) : this.#nothing()}
    </main>`;
  }

  #nothing() {
    const { reason } = this.view;
    return reason ? html`<div class="nothing">${nothingToShow(this.#ui, reason)}</div>` : nothing;
  }

  #shown(drawing: Drawing): TemplateResult {
    const { choice, lineage } = this.view;
    const gaps = lineage ? gapsOf(lineage.insert, this.#ui.texts) : [];
    return html`${
      gaps.length > 0
        ? html`<blink-notice class="gaps" kind="warning">
            <strong>${this.#ui.texts.incomplete}</strong>
            ${gaps.map(gap => html`<div>${gap}</div>`)}
          </blink-notice>`
        : nothing
    }
    ${choice.view === 'graph' ? this.#asGraph(drawing) : this.#asTable(drawing)}`;
  }

  #asGraph({ graph, layout, links }: Drawing): TemplateResult {
    const { active, table, wire } = this.#selection({ graph, layout, links });
    const [row] = [...active].map(id => graph.rows.get(id));
    return html`<blink-lineage-graph
        ${ref(this.#graph)}
        class="content"
        .ui=${this.#ui}
        .layout=${layout}
        .links=${links}
        .subject=${this.#subject()}
        .label=${this.#ui.texts.graphLabel(this.view.lineage?.insert.sink ?? '')}
        @point=${({ stop }: StopEvent) => this.#mean({ pointed: stop === undefined ? undefined : { stop } })}
        @wire=${({ wire }: WireEvent) => this.#mean({ pointed: { wire } })}
        @enter=${({ stop }: StopEvent) => this.#mean({ focused: stop === undefined ? undefined : { stop } })}
        @follow=${({ wire }: WireEvent) => this.#mean({ focused: { wire } })}
        @focusout=${() => this.#mean({ focused: undefined })}
        @choose=${({ stop }: StopEvent) => this.#choose(stop, false)}
        @edit=${({ stop }: StopEvent) => this.#choose(stop, true)}
      ></blink-lineage-graph>
      <blink-lineage-details
        .ui=${this.#ui}
        .graph=${graph}
        .links=${links}
        .row=${row}
        .wire=${wire}
        .table=${graph.tables.find(({ id }) => id === table)}
      ></blink-lineage-details>`;
  }

  #asTable({ graph }: Drawing): TemplateResult {
    const { lineage, choice, cursor } = this.view;
    const active = new Set(cursor ? rowsAt(graph, cursor) : []);
    const sink = graph.tables.find(({ role }) => role === 'sink');
    const columns = sink?.rows.filter(({ is }) => is === 'column') ?? [];
    return html`<blink-lineage-table
      class="content"
      .ui=${this.#ui}
      .insert=${lineage?.insert}
      .words=${this.words}
      .hasConditions=${choice.hasConditions}
      .cursor=${cursor}
      .isCurrent=${(index: number) => active.has(columns[index]?.id ?? '')}
      @place=${({ range }: PlaceEvent) => this.#reveal(range, false)}
    ></blink-lineage-table>`;
  }

  override updated(): void {
    const drawing = this.#drawing();
    const graph = this.#graph.value;
    if (!drawing || !graph) return;
    const matches = new Set(searchColumns(drawing.layout.tables, this.words).map(({ id }) => id));
    const marks = { ...this.#selection(drawing), matches };
    void graph.updateComplete.then(() => (graph.marks = marks));
  }

  #selection({ graph, layout, links }: Drawing) {
    const { cursor } = this.view;
    const meant = { ...this.meant, cursor: cursor ? rowsAt(graph, cursor) : [] };
    return selectionOf(meant, graph, links, layout.wires);
  }

  #mean(change: { [K in keyof Omit<Meant, 'cursor'>]: Meant[K] | undefined }): void {
    const merged = Object.entries({ ...this.meant, ...change }).filter(([, value]) => value !== undefined);
    this.meant = Object.fromEntries(merged);
  }

  #choose(stop: string | undefined, hasFocus: boolean): void {
    const drawing = this.#drawing();
    if (stop === undefined || !drawing) return;
    const table = drawing.graph.tables.find(({ id }) => id === stop || moreId(id) === stop);
    if (table && moreId(table.id) === stop) {
      this.#toggle(table.id);
      return;
    }
    this.#reveal(drawing.graph.rows.get(stop)?.reveal ?? table?.reveal, hasFocus);
  }

  #reveal(range: Range | undefined, hasFocus: boolean): void {
    if (range) this.#bridge.post({ type: 'reveal', range, hasFocus });
  }

  #toggle(table: string): void {
    this.#graph.value?.hold(table);
    const opened = new Set(this.opened);
    if (!opened.delete(table)) opened.add(table);
    this.opened = opened;
  }

  #prefer(choice: Choice): void {
    this.view = { ...this.view, choice };
    this.#bridge.post({ type: 'prefer', choice });
  }

  #found({ layout }: Drawing) {
    if (this.words.trim() === '' || this.view.choice.view !== 'graph') return undefined;
    const rows = searchColumns(layout.tables, this.words);
    return { count: rows.length, at: rows.findIndex(({ id }) => id === this.meant.sought) + 1 };
  }

  #seek(words: string, step: -1 | 0 | 1): void {
    this.words = words;
    const drawing = this.#drawing();
    if (!drawing || this.view.choice.view !== 'graph') return;
    const rows = searchColumns(drawing.layout.tables, words);
    const at = rows.findIndex(({ id }) => id === this.meant.sought);
    const next = rows.at((at < 0 ? 0 : at + step) % Math.max(1, rows.length));
    this.#mean({ sought: next?.id });
    if (next) void this.#show(next, drawing);
  }

  /** Brings a row in view, out of a table that is cut too. */
  async #show(row: Row, { graph }: Drawing): Promise<void> {
    const table = graph.tables.find(({ id }) => id === row.table);
    if (table && partOf(table, this.opened).hidden.includes(row)) this.#toggle(table.id);
    await this.updateComplete;
    await this.#graph.value?.updateComplete;
    this.#graph.value?.bring(row.id);
  }

  #use(tool: ToolEvent['tool']): void {
    const graph = this.#graph.value;
    const { lineage, document } = this.view;
    switch (tool) {
      case 'fit':
        graph?.fit();
        return;
      case 'zoomIn':
        graph?.zoomBy(ZOOM);
        return;
      case 'zoomOut':
        graph?.zoomBy(1 / ZOOM);
        return;
      case 'pin':
        this.#bridge.post({ type: 'pin', isPinned: !document?.isPinned });
        return;
      case 'copy':
        if (lineage) this.#bridge.post({ type: 'copy', text: asText(lineage.insert, this.#ui.texts) });
        return;
      case 'save':
        this.#save();
    }
  }

  #save(): void {
    const drawing = this.#drawing();
    const sink = this.view.lineage?.insert.sink;
    if (!drawing || sink === undefined) return;
    this.#bridge.post({ type: 'saveSvg', name: sink, text: drawingSvg(drawing, sink, this.#ui) });
  }

  #say(text: string): void {
    this.said = text;
    clearTimeout(this.#saidTimer);
    this.#saidTimer = setTimeout(() => (this.said = undefined), SAID);
  }

  readonly #key = (event: KeyboardEvent): void => {
    const isCommand = event.ctrlKey || event.metaKey;
    if (isCommand && event.key.toLowerCase() === 'f') this.#toolbar.value?.search();
    else if (event.key === 'Escape') this.#bridge.post({ type: 'focusEditor' });
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
}

customElements.define('blink-lineage-panel', LineagePanel);
