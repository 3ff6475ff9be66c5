import { pan, zoom, type Viewport } from '../graph/viewport.ts';

/** How much a wheel's delta enlarges. */
const WHEEL_ZOOM = 0.0016;
/** A press that moves less than this is a click, px. */
const CLICK = 4;

/** What is moved: what part of it is seen, and the element that takes the pointer. */
interface Movable {
  readonly view: () => Viewport;
  readonly move: (view: Viewport) => void;
  readonly surface: () => SVGSVGElement | null;
}

/** Moves and zooms the graph with pointer and wheel. */
export class Hand {
  readonly #moved: Movable;
  #drag: { readonly id: number; x: number; y: number; isMoving: boolean } | undefined;
  #isDragEnd = false;

  constructor(moved: Movable) {
    this.#moved = moved;
  }

  get isMoving(): boolean {
    return this.#drag?.isMoving === true;
  }

  /** Whether a click is only the end of a drag; asked once per click. */
  takeDragEnd(): boolean {
    const wasDrag = this.#isDragEnd;
    this.#isDragEnd = false;
    return wasDrag;
  }

  readonly wheel = (event: WheelEvent): void => {
    event.preventDefault();
    const view = this.#moved.view();
    const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
    const isSideways = event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY);
    if (isSideways) {
      const by = (event.deltaX || event.deltaY) * lines;
      this.#moved.move(pan(view, { x: -by, y: 0 }));
      return;
    }
    const { left = 0, top = 0 } = this.#moved.surface()?.getBoundingClientRect() ?? {};
    const factor = Math.exp(-event.deltaY * lines * WHEEL_ZOOM * (event.ctrlKey ? 4 : 1));
    this.#moved.move(zoom(view, factor, { x: event.clientX - left, y: event.clientY - top }));
  };

  readonly press = (event: PointerEvent): void => {
    if (event.button > 1) return;
    this.#drag = { id: event.pointerId, x: event.clientX, y: event.clientY, isMoving: false };
  };

  readonly drag = (event: PointerEvent): void => {
    const drag = this.#drag;
    if (drag?.id !== event.pointerId) return;
    const by = { x: event.clientX - drag.x, y: event.clientY - drag.y };
    if (!drag.isMoving) {
      if (Math.hypot(by.x, by.y) < CLICK) return;
      drag.isMoving = true;
      const surface = this.#moved.surface();
      surface?.setPointerCapture(event.pointerId);
      surface?.classList.add('dragging');
    }
    Object.assign(drag, { x: event.clientX, y: event.clientY });
    this.#moved.move(pan(this.#moved.view(), by));
  };

  readonly release = (event: PointerEvent): void => {
    if (this.#drag?.id !== event.pointerId) return;
    this.#moved.surface()?.classList.remove('dragging');
    // The click that ends a drag comes right after this, and is none.
    this.#isDragEnd = this.#drag.isMoving;
    this.#drag = undefined;
  };
}
