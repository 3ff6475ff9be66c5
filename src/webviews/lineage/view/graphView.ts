import { html, LitElement, svg } from 'lit';
import { baseStyles } from '../../shared/styles.ts';
import type { Layout } from '../graph/layout.ts';
import type { Links } from '../graph/paths.ts';
import type { Point } from '../graph/route.ts';
import { boxOf } from '../graph/stopPlaces.ts';
import { follow, goOn, type Followed } from '../graph/follow.ts';
import { bringIn, fit, hold, home, zoom, type Viewport } from '../graph/viewport.ts';
import { STEPS, stopsOf, walk, type Step } from '../graph/walk.ts';
import type { Ui } from '../ui.ts';
import { stopAt, StopEvent, wireAt, WireEvent } from './events.ts';
import { graphStyles } from './graphStyles.ts';
import { Hand } from './hand.ts';
import { applyMarks, NO_MARKS, type Marks } from './marks.ts';
import { tableBox } from './tableBox.ts';
import { wireLabel } from './wireWords.ts';

/** Wires of a graph with more than these are drawn fainter. */
const DENSE = 120;
const KEY_ZOOM = 1.2;

const WIRE_ATTRIBUTES = ['tabindex', 'role', 'aria-label'] as const;

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
  #held: { readonly table: string; readonly at: Point } | undefined;
  /** The wire that has the keyboard; then no stop has it. */
  #followed: Followed | undefined;
  readonly #hand = new Hand({
    view: () => this.#view,
    move: view => this.#moveTo(view),
    surface: () => this.renderRoot.querySelector('svg'),
  });
  #stops: ReadonlyMap<string, SVGGElement> = new Map();
  #hits: ReadonlyMap<string, SVGElement> = new Map();
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
    this.#moveTo(zoom(this.#view, factor, { x: width / 2, y: height / 2 }));
  }

  /** Moves just as far as is needed to see a row or table. */
  bring(stop: string): void {
    const box = boxOf(stop, this.layout.tables);
    if (box) this.#look(bringIn(this.#view, box, this.#page()));
  }

  /** Keeps a table where it is on the page when the graph is drawn next: who opens it goes on reading there. */
  hold(id: string): void {
    const at = this.layout.tables.find(({ table }) => table.id === id);
    this.#held = at && { table: id, at };
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
      @wheel=${this.#hand.wheel}
      @pointerdown=${this.#hand.press}
      @pointermove=${this.#hand.drag}
      @pointerup=${this.#hand.release}
      @pointercancel=${this.#hand.release}
      @pointerover=${this.#over}
      @pointerleave=${() => this.dispatchEvent(new StopEvent('point', undefined))}
      @click=${this.#click}
      @dblclick=${this.#doubleClick}
      @keydown=${this.#key}
      @focusin=${this.#focused}
      @focusout=${this.#left}
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
    const held = this.#held;
    this.#held = undefined;
    const now = this.layout.tables.find(({ table }) => table.id === held?.table);
    if (changed.has('subject')) this.#isMoved = false;
    if (held && now) this.#moveTo(hold(this.#view, held.at, now));
    else if (changed.has('layout') && !this.#isMoved) this.#home();
    else this.#look(this.#view);
    if (this.#current === undefined || !this.#element(this.#current)) {
      const last = this.layout.tables.find(({ table }) => table.role === 'sink') ?? this.layout.tables[0];
      this.#current = last && (stopsOf(last)[1] ?? stopsOf(last)[0]);
    }
    this.#keepKeys();
    this.#mark();
  }

  /** What was drawn as the wire that has the keyboard may be another one now, or none. */
  #keepKeys(): void {
    const followed = this.#followed;
    // Never takes the keyboard from another window, such as the editor's whose text just changed.
    if (!followed || !document.hasFocus()) {
      this.#followed = undefined;
      this.#rove(this.#current);
    } else if (this.#hits.has(followed.wire.id)) this.#enterWire(followed);
    else this.enter();
  }

  #page(): { width: number; height: number } {
    return { width: this.clientWidth, height: this.clientHeight };
  }

  #resize(): void {
    if (!this.hasUpdated || this.clientWidth === 0) return;
    if (!this.#isMoved) this.#home();
  }

  #home(): void {
    const sink = this.layout.tables.find(({ table }) => table.role === 'sink');
    this.#look(home(this.layout, this.#page(), sink));
  }

  #moveTo(view: Viewport): void {
    this.#isMoved = true;
    this.#look(view);
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
    this.#hits = collect('hit');
  }

  #mark(): void {
    if (!this.hasUpdated) return;
    const world = this.renderRoot.querySelector('.world');
    applyMarks(this.#marks, this.layout, { world, stops: this.#stops, wires: this.#drawnWires });
  }

  #rove(stop: string | undefined): void {
    this.#unrove();
    if (stop === undefined) return;
    this.#current = stop;
    this.#element(stop)?.setAttribute('tabindex', '0');
  }

  #unrove(): void {
    for (const element of this.renderRoot.querySelectorAll('.stop[tabindex="0"]'))
      element.setAttribute('tabindex', '-1');
    // There may be many wires: only the one that has the keyboard is more than a line.
    for (const hit of this.renderRoot.querySelectorAll('.hit[tabindex]'))
      for (const name of WIRE_ATTRIBUTES) hit.removeAttribute(name);
  }

  /** Gives the keyboard to a wire, which a screen reader then tells of. */
  #enterWire(followed: Followed): void {
    this.#followed = followed;
    const hit = this.#hits.get(followed.wire.id);
    if (!hit) return;
    this.#unrove();
    const tables = this.layout.tables.map(({ table }) => table);
    const label = wireLabel(followed, tables, this.ui);
    for (const [name, value] of [
      ['tabindex', '0'],
      ['role', 'button'],
      ['aria-label', label],
    ] as const)
      hit.setAttribute(name, value);
    hit.focus({ preventScroll: true });
    this.bring(followed.isForward ? followed.wire.to : followed.wire.from);
  }

  readonly #over = (event: PointerEvent): void => {
    if (this.#hand.isMoving) return;
    const wire = wireAt(event);
    if (wire !== undefined) this.dispatchEvent(new WireEvent('wire', wire));
    else this.dispatchEvent(new StopEvent('point', stopAt(event)));
  };

  readonly #click = (event: MouseEvent): void => {
    if (this.#hand.takeDragEnd()) return;
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
    const wire = wireAt(event);
    if (wire === undefined) {
      const stop = stopAt(event);
      this.#followed = undefined;
      this.#rove(stop);
      this.dispatchEvent(new StopEvent('enter', stop));
    } else if (this.#followed) this.dispatchEvent(new WireEvent('follow', wire));
    else this.enter();
  };

  /** A wire is followed as long as it has the keyboard, which may be away with another window for a while. */
  readonly #left = ({ relatedTarget }: FocusEvent): void => {
    const isAmongWires = relatedTarget instanceof SVGElement && relatedTarget.dataset['hit'] !== undefined;
    if (relatedTarget && !isAmongWires) this.#followed = undefined;
  };

  readonly #key = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const stop = stopAt(event);
    const step = STEPS.find(each => each === event.key);
    const followed = stop === undefined ? this.#followed : undefined;
    if (followed && step !== undefined) this.#goOn(followed, step);
    else if (followed && (event.key === 'Enter' || event.key === ' '))
      this.dispatchEvent(new StopEvent('choose', followed.wire.to));
    else if (event.shiftKey && stop !== undefined && (step === 'ArrowLeft' || step === 'ArrowRight'))
      this.#follow(stop, step === 'ArrowRight');
    else if (step !== undefined && stop !== undefined) this.#step(stop, step);
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
    this.#forgetPointer();
    this.enter(next);
  }

  #follow(stop: string, isForward: boolean): void {
    const followed = follow(stop, isForward, this.layout);
    if (!followed) return;
    this.#forgetPointer();
    this.#enterWire(followed);
  }

  #goOn(followed: Followed, step: Step): void {
    const next = goOn(followed, step, this.layout);
    if (!next) return;
    this.#forgetPointer();
    if ('wire' in next) this.#enterWire(next);
    else this.enter(next.stop);
  }

  /** The pointer may rest on a row all the while: who uses keys means what they lead to. */
  #forgetPointer(): void {
    this.dispatchEvent(new StopEvent('point', undefined));
  }
}

customElements.define('blink-lineage-graph', GraphView);
