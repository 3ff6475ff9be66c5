import { describe, expect, it } from 'vitest';
import { bringIn, fit, hold, home, pan, zoom } from './viewport.ts';

const PAGE = { width: 800, height: 600 };

describe('the view of a graph', () => {
  it('fits all of it in the middle, never larger than life', () => {
    expect(fit({ width: 400, height: 300 }, PAGE)).toEqual({ scale: 1, x: 200, y: 150 });
    expect(fit({ width: 1600, height: 600 }, PAGE)).toEqual({ scale: 0.5, x: 0, y: 150 });
    expect(fit({ width: 0, height: 0 }, PAGE).scale).toBe(1);
  });

  it('begins with the sink where all of it would be too small to read', () => {
    const view = home({ width: 4000, height: 600 }, PAGE, undefined);
    expect(view.scale).toBeGreaterThan(0.5);
    expect(4000 * view.scale + view.x).toBeCloseTo(PAGE.width);
    const small = { width: 800, height: 600 };
    expect(home(small, PAGE, undefined)).toEqual(fit(small, PAGE));
  });

  it('begins with the head of the sink, and with all of it where there is room', () => {
    const tall = { width: 800, height: 4000 };
    const sink = { x: 500, y: 3000, width: 200, height: 300 };
    const view = home(tall, PAGE, sink);
    expect((sink.y + sink.height / 2) * view.scale + view.y).toBeCloseTo(PAGE.height / 2);
    const taller = { ...sink, y: 100, height: 3800 };
    const head = home(tall, PAGE, taller);
    expect(taller.y * head.scale + head.y).toBeCloseTo(24);
  });

  it('stays with what has moved', () => {
    const [before, after] = [
      { x: 10, y: 500 },
      { x: 30, y: 100 },
    ];
    const view = hold({ scale: 0.5, x: 7, y: 9 }, before, after);
    expect([after.x * view.scale + view.x, after.y * view.scale + view.y]).toEqual([12, 259]);
  });

  it('zooms around a point, within limits', () => {
    const at = { x: 300, y: 100 };
    const view = zoom({ scale: 1, x: 10, y: 20 }, 2, at);
    // The graph's point under the pointer is the same as before.
    expect([(at.x - view.x) / view.scale, (at.y - view.y) / view.scale]).toEqual([290, 80]);
    expect(zoom(view, 100, at).scale).toBe(3);
    expect(zoom(view, 0.0001, at).scale).toBe(0.1);
  });

  it('moves no farther than is needed to see a box', () => {
    const view = { scale: 1, x: 0, y: 0 };
    const box = { x: 300, y: 300, width: 100, height: 24 };
    expect(bringIn(view, box, PAGE)).toEqual(view);
    expect(bringIn(view, { ...box, x: 900 }, PAGE)).toEqual(pan(view, { x: -224, y: 0 }));
    expect(bringIn(view, { ...box, y: -50 }, PAGE)).toEqual(pan(view, { x: 0, y: 74 }));
    expect(bringIn(view, { ...box, width: 5000 }, PAGE).x).toBe(-276);
  });
});
