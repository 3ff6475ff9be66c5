import type { Box, Point } from './route.ts';

/** What part of the graph is seen: graph coordinates times `scale`, plus `x` and `y`, are px of the page. */
export interface Viewport extends Point {
  readonly scale: number;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

const MIN_SCALE = 0.1;
const MAX_SCALE = 3;
/** Fitting never enlarges: a small graph keeps the size of the editor's text. */
const MAX_FIT = 1;
/** A graph that had to be smaller than this to fit is shown in part at first, so that its names can be read. */
const READABLE = 0.65;
const EDGE = 24;

const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

/** All of the graph, in the middle of the page. */
export function fit(graph: Size, page: Size): Viewport {
  const scale = clamp(
    Math.min(page.width / Math.max(1, graph.width), page.height / Math.max(1, graph.height)),
    MIN_SCALE,
    MAX_FIT,
  );
  return {
    scale,
    x: (page.width - graph.width * scale) / 2,
    y: (page.height - graph.height * scale) / 2,
  };
}

/** What is seen of a graph at first: all of it, or, of one too large to be read so, its right end with the sink's head. */
export function home(graph: Size, page: Size, sink: Box | undefined): Viewport {
  const view = fit(graph, page);
  if (view.scale >= READABLE) return view;
  const scale = READABLE;
  const [width, height] = [graph.width * scale, graph.height * scale];
  const middle = (page.height - height) / 2;
  const x = Math.min(page.width - width, (page.width - width) / 2);
  if (height <= page.height || sink === undefined) return { scale, x, y: middle };
  const isWhole = sink.height * scale + 2 * EDGE <= page.height;
  const y = isWhole ? page.height / 2 - (sink.y + sink.height / 2) * scale : EDGE - sink.y * scale;
  return { scale, x, y };
}

/** The same part of the page, though what stood at `before` in the graph now stands at `after`. */
export function hold(view: Viewport, before: Point, after: Point): Viewport {
  return pan(view, { x: (before.x - after.x) * view.scale, y: (before.y - after.y) * view.scale });
}

/** Larger or smaller by `factor`, with the point of the page under `at` staying where it is. */
export function zoom(view: Viewport, factor: number, at: Point): Viewport {
  const scale = clamp(view.scale * factor, MIN_SCALE, MAX_SCALE);
  const ratio = scale / view.scale;
  return { scale, x: at.x - (at.x - view.x) * ratio, y: at.y - (at.y - view.y) * ratio };
}

export function pan(view: Viewport, by: Point): Viewport {
  return { ...view, x: view.x + by.x, y: view.y + by.y };
}

/** Moved by no more than is needed to see a box of the graph. */
export function bringIn(view: Viewport, box: Box, page: Size): Viewport {
  const shift = (start: number, length: number, room: number): number => {
    const end = start + length;
    if (start >= EDGE && end <= room - EDGE) return 0;
    // What does not fit begins at the edge.
    if (start < EDGE || length > room - 2 * EDGE) return EDGE - start;
    return room - EDGE - end;
  };
  return pan(view, {
    x: shift(box.x * view.scale + view.x, box.width * view.scale, page.width),
    y: shift(box.y * view.scale + view.y, box.height * view.scale, page.height),
  });
}
