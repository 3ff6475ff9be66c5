import { describe, expect, it } from 'vitest';
import { bringIn, fit, home, pan, zoom } from './viewport.ts';

const PAGE = { width: 800, height: 600 };

describe('the view of a graph', () => {
  it('fits all of it in the middle, never larger than life', () => {
    expect(fit({ width: 400, height: 300 }, PAGE)).toEqual({ scale: 1, x: 200, y: 150 });
    expect(fit({ width: 1600, height: 600 }, PAGE)).toEqual({ scale: 0.5, x: 0, y: 150 });
    expect(fit({ width: 0, height: 0 }, PAGE).scale).toBe(1);
  });

  it('begins with the sink where all of it would be too small to read', () => {
    const view = home({ width: 4000, height: 600 }, PAGE);
    expect(view.scale).toBeGreaterThan(0.5);
    expect(4000 * view.scale + view.x).toBeCloseTo(PAGE.width);
    expect(home({ width: 800, height: 600 }, PAGE)).toEqual(fit({ width: 800, height: 600 }, PAGE));
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
