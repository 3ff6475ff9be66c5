import { html, LitElement, svg } from 'lit';
import { baseStyles } from '../../shared/styles.ts';
import { moreId, SIZE, type Layout } from '../graph/layout.ts';
import type { Links, Path } from '../graph/paths.ts';
import type { Box } from '../graph/route.ts';
import { bringIn, fit, home, pan, zoom, type Viewport } from '../graph/viewport.ts';
import { STEPS, stopsOf, walk, type Step } from '../graph/walk.ts';
import type { Ui } from '../ui.ts';
import { StopEvent, WireEvent } from './events.ts';
import { graphStyles } from './graphStyles.ts';
import { tableBox } from './tableBox.ts';

/** Wires of a graph with more than these are drawn fainter. */
const DENSE = 120;
const KEY_ZOOM = 1.2;
/** How much a wheel's delta enlarges. */
const WHEEL_ZOOM = 0.0016;
/** A press that moves less than this is a click, px. */
const CLICK = 4;

/** What is marked in a graph that is drawn. */
export interface Marks {
  /** Rows the user means: pointed at, focused, or under the cursor of the editor. */
  readonly active: ReadonlySet<string>;
  readonly path: Path | undefined;
  readonly matches: ReadonlySet<string>;
}

export const NO_MARKS: Marks = { active: new Set(), path: undefined, matches: new Set() };

/**
 * The graph, to be moved, zoomed and walked through by keyboard. Drawn anew with each layout only: marks are set on
 * what is drawn, since they change with every move of the pointer.
 */
export class GraphView extends LitElement {
  static override properties = {
    ui: { attribute: false },
    layout: { attribute: false },
    links: { attribute: false },
    subject: { attribute: false },
    label: { attribute: false },
  };
  static override styles = [baseStyles, graphStyles];

  declare ui: Ui;
  declare layout: Layout;
  declare links: Links;
  /** What the graph is of: another one is shown from its start, the same one changed stays where it is. */
  declare subject: string;
  declare label: string;

  #view: Viewport = { x: 0, y: 0, scale: 1 };
  #marks: Marks = NO_MARKS;
  /** Which stop has the tab key. */
  #current: string | undefined;
  /** The user has moved or zoomed: a new size of the page does not undo that. */
  #isMoved = false;
  #drag: { readonly id: number; x: number; y: number; isMoving: boolean } | undefined;
  #isDragEnd = false;
  #stops: ReadonlyMap<string, SVGGElement> = new Map();
  #drawnWires: ReadonlyMap<string, SVGElement> = new Map();
  readonly #resized = new ResizeObserver(() => this.#resize());

  override connectedCallback(): void {
    super.connectedCallback();
    this.#resized.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resized.disconnect();
  }

  set marks(marks: Marks) {
    this.#marks = marks;
    this.#mark();
  }

  /** All of the graph in view. */
  fit(): void {
    this.#isMoved = false;
    this.#look(fit(this.layout, this.#page()));
  }

  zoomBy(factor: number): void {
    const { width, height } = this.#page();
    this.#isMoved = true;
    this.#look(zoom(this.#view, factor, { x: width / 2, y: height / 2 }));
  }

  /** Moves just as far as is needed to see a row or table. */
  bring(stop: string): void {
    const box = this.#boxOf(stop);
    if (box) this.#look(bringIn(this.#view, box, this.#page()));
  }

  /** Gives the keyboard to a row or table; to the one that had it last when none is named. */
  enter(stop = this.#current): void {
    if (stop === undefined || !this.#element(stop)) return;
    this.#rove(stop);
    this.#element(stop)?.focus({ preventScroll: true });
    this.bring(stop);
  }

  override render() {
    const { tables, wires } = this.layout;
    return html`<svg
      role="application"
      aria-label=${this.label}
      aria-description=${this.ui.texts.graphHelp}
      @wheel=${this.#wheel}
      @pointerdown=${this.#press}
      @pointermove=${this.#move}
      @pointerup=${this.#release}
      @pointercancel=${this.#release}
      @pointerover=${this.#over}
      @pointerleave=${() => this.dispatchEvent(new StopEvent('point', undefined))}
      @click=${this.#click}
      @dblclick=${this.#doubleClick}
      @keydown=${this.#key}
      @focusin=${this.#focused}
    >
      <g class="world ${wires.length > DENSE ? 'dense' : ''}">
        <g class="wires">
          ${wires.map(
            ({ id, path, edges, kind }) =>
              svg`<path class="wire ${edges.length > 1 ? 'many' : ''} ${
                kind === 'filter' || kind === 'join' || kind === 'group' ? 'conditional' : ''
              }" data-wire=${id} d=${path}></path>`,
          )}
        </g>
        <g>${wires.map(({ id, path }) => svg`<path class="hit" data-hit=${id} d=${path}></path>`)}</g>
        <g>${tables.map(table => tableBox(table, this.links, this.ui))}</g>
      </g>
    </svg>`;
  }

  override updated(changed: Map<PropertyKey, unknown>): void {
    this.#collect();
    if (changed.has('subject')) {
      this.#isMoved = false;
      this.#look(home(this.layout, this.#page()));
    } else if (changed.has('layout') && !this.#isMoved) {
      this.#look(home(this.layout, this.#page()));
    } else {
      this.#look(this.#view);
    }
    if (this.#current === undefined || !this.#element(this.#current)) {
      const last = this.layout.tables.find(({ table }) => table.role === 'sink') ?? this.layout.tables[0];
      this.#current = last && (stopsOf(last)[1] ?? stopsOf(last)[0]);
    }
    this.#rove(this.#current);
    this.#mark();
  }

  #page(): { width: number; height: number } {
    return { width: this.clientWidth, height: this.clientHeight };
  }

  #resize(): void {
    if (!this.hasUpdated || this.clientWidth === 0) return;
    if (!this.#isMoved) this.#look(home(this.layout, this.#page()));
  }

  #look(view: Viewport): void {
    this.#view = view;
    const { x, y, scale } = view;
    this.renderRoot
      .querySelector('.world')
      ?.setAttribute('transform', `translate(${x} ${y}) scale(${scale})`);
  }

  #element(stop: string): SVGGElement | undefined {
    return this.#stops.get(stop);
  }

  /** What is drawn, by its id: marks are set far more often than the graph is drawn. */
  #collect(): void {
    const collect = <T extends SVGElement>(name: string) =>
      new Map(
        [...this.renderRoot.querySelectorAll<T>(`[data-${name}]`)].map(each => [
          each.dataset[name] ?? '',
          each,
        ]),
      );
    this.#stops = collect('stop');
    this.#drawnWires = collect('wire');
  }

  #boxOf(stop: string): Box | undefined {
    for (const { table, x, y, width, rows, more } of this.layout.tables) {
      if (table.id === stop) return { x, y, width, height: SIZE.header };
      const row = rows.find(each => each.row.id === stop);
      const top = row?.y ?? (moreId(table.id) === stop ? more?.y : undefined);
      if (top !== undefined) return { x, y: y + top, width, height: SIZE.row };
    }
    return undefined;
  }

  #mark(): void {
    if (!this.hasUpdated) return;
    const { active, path, matches } = this.#marks;
    this.renderRoot.querySelector('.world')?.classList.toggle('has-path', path !== undefined);
    for (const { id, edges } of this.layout.wires) {
      const isOn = path !== undefined && edges.some(edge => path.edges.has(edge.id));
      this.#drawnWires.get(id)?.classList.toggle('on', isOn);
    }
    for (const { table, rows, more } of this.layout.tables) {
      const isOn = table.rows.some(({ id }) => path?.rows.has(id));
      this.#stops.get(table.id)?.parentElement?.classList.toggle('on', isOn);
      for (const { row } of rows) {
        const classes = this.#stops.get(row.id)?.classList;
        classes?.toggle('on', path?.rows.has(row.id) ?? false);
        classes?.toggle('active', active.has(row.id));
        classes?.toggle('match', matches.has(row.id));
      }
      const hides = (set: ReadonlySet<string> | undefined) =>
        more?.hidden.some(({ id }) => set?.has(id)) ?? false;
      const classes = this.#stops.get(moreId(table.id))?.classList;
      classes?.toggle('active', hides(active));
      classes?.toggle('match', hides(matches));
    }
  }

  #rove(stop: string | undefined): void {
    for (const element of this.renderRoot.querySelectorAll('[tabindex="0"]'))
      element.setAttribute('tabindex', '-1');
    if (stop === undefined) return;
    this.#current = stop;
    this.#element(stop)?.setAttribute('tabindex', '0');
  }

  readonly #wheel = (event: WheelEvent): void => {
    event.preventDefault();
    this.#isMoved = true;
    const { left, top } = this.getBoundingClientRect();
    const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
    const isSideways = event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY);
    if (isSideways) {
      const by = (event.deltaX || event.deltaY) * lines;
      this.#look(pan(this.#view, { x: -by, y: 0 }));
      return;
    }
    const factor = Math.exp(-event.deltaY * lines * WHEEL_ZOOM * (event.ctrlKey ? 4 : 1));
    this.#look(zoom(this.#view, factor, { x: event.clientX - left, y: event.clientY - top }));
  };

  readonly #press = (event: PointerEvent): void => {
    if (event.button > 1) return;
    this.#drag = { id: event.pointerId, x: event.clientX, y: event.clientY, isMoving: false };
  };

  readonly #move = (event: PointerEvent): void => {
    const drag = this.#drag;
    if (drag?.id !== event.pointerId) return;
    const by = { x: event.clientX - drag.x, y: event.clientY - drag.y };
    if (!drag.isMoving) {
      if (Math.hypot(by.x, by.y) < CLICK) return;
      drag.isMoving = true;
      const surface = this.renderRoot.querySelector('svg');
      surface?.setPointerCapture(event.pointerId);
      surface?.classList.add('dragging');
    }
    this.#isMoved = true;
    Object.assign(drag, { x: event.clientX, y: event.clientY });
    this.#look(pan(this.#view, by));
  };

  readonly #release = (event: PointerEvent): void => {
    if (this.#drag?.id !== event.pointerId) return;
    this.renderRoot.querySelector('svg')?.classList.remove('dragging');
    // The click that ends a drag comes right after this, and is none.
    const wasMoving = this.#drag.isMoving;
    this.#drag = undefined;
    this.#isDragEnd = wasMoving;
  };

  readonly #over = (event: PointerEvent): void => {
    if (this.#drag?.isMoving === true) return;
    const wire = wireAt(event);
    if (wire !== undefined) this.dispatchEvent(new WireEvent(wire));
    else this.dispatchEvent(new StopEvent('point', stopAt(event)));
  };

  readonly #click = (event: MouseEvent): void => {
    const wasDrag = this.#isDragEnd;
    this.#isDragEnd = false;
    if (wasDrag) return;
    const wire = wireAt(event);
    const stop = wire === undefined ? stopAt(event) : this.layout.wires.find(({ id }) => id === wire)?.to;
    if (stop === undefined) return;
    this.#rove(stop);
    this.#element(stop)?.focus({ preventScroll: true });
    this.dispatchEvent(new StopEvent('choose', stop));
  };

  readonly #doubleClick = (event: MouseEvent): void => {
    const stop = stopAt(event);
    if (stop !== undefined) this.dispatchEvent(new StopEvent('edit', stop));
  };

  readonly #focused = (event: FocusEvent): void => {
    const stop = stopAt(event);
    this.#rove(stop);
    this.dispatchEvent(new StopEvent('enter', stop));
  };

  readonly #key = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const stop = stopAt(event);
    const step = STEPS.find(each => each === event.key);
    if (step !== undefined && stop !== undefined) this.#step(stop, step);
    else if ((event.key === 'Enter' || event.key === ' ') && stop !== undefined)
      this.dispatchEvent(new StopEvent('choose', stop));
    else if (event.key === '+' || event.key === '=') this.zoomBy(KEY_ZOOM);
    else if (event.key === '-') this.zoomBy(1 / KEY_ZOOM);
    else if (event.key === '0') this.fit();
    else return;
    event.preventDefault();
  };

  #step(stop: string, step: Step): void {
    const next = walk(stop, step, this.layout.tables, this.layout.wires);
    if (next === undefined) return;
    // The pointer may rest on a row all the while: who uses keys means what they lead to.
    this.dispatchEvent(new StopEvent('point', undefined));
    this.enter(next);
  }
}

function stopAt({ target }: Event): string | undefined {
  return (target as Element | null)?.closest<SVGGElement>('[data-stop]')?.dataset['stop'];
}

function wireAt({ target }: Event): string | undefined {
  return (target as SVGElement | null)?.dataset['hit'];
}

customElements.define('blink-lineage-graph', GraphView);
