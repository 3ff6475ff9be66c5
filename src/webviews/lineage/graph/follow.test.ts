import { describe, expect, it } from 'vitest';
import { follow, goOn, type Followed } from './follow.ts';
import { graphOf } from './graph.ts';
import { layoutOf, moreId } from './layout.ts';
import { column, from, insert, LAYOUT } from './testing.ts';
import type { Step } from './walk.ts';

const ALL = { hasConditions: true, hasViews: true };

const drawn = layoutOf(
  graphOf(insert([column('a', [from('s.x')]), column('b', [from('s.x'), from('s.y'), from('t.z')])]), ALL),
  LAYOUT,
);

const start = (stop: string, isForward: boolean): Followed => {
  const followed = follow(stop, isForward, drawn);
  if (!followed) throw new Error(`${stop} has no wire`);
  return followed;
};

/** Where steps lead: a wire with its place among the others, or a stop. */
const go = (first: Followed, ...steps: Step[]) => {
  let at: ReturnType<typeof goOn> = first;
  for (const step of steps) at = at && 'wire' in at ? goOn(at, step, drawn) : undefined;
  return at && 'wire' in at ? `${at.wire.id} ${at.at}/${at.count}` : at?.stop;
};

describe('following wires', () => {
  it('steps onto the wires on the side that was chosen, from top to bottom of where they end', () => {
    expect(go(start('from:s.x', true))).toBe('from:s.x > sink:out.a 1/2');
    expect(go(start('from:s.x', true), 'ArrowDown')).toBe('from:s.x > sink:out.b 2/2');
    expect(go(start('sink:out.b', false))).toMatch(/ > sink:out\.b 1\/3$/);
    expect(follow('from:s.x', false, drawn)).toBeUndefined();
    expect(follow('gone', true, drawn)).toBeUndefined();
  });

  it('goes around among them, and to the first and the last', () => {
    const first = start('sink:out.b', false);
    const places = (...steps: Step[]) => go(first, ...steps)?.slice(-3);
    expect(places('ArrowUp')).toBe('3/3');
    expect(places('ArrowUp', 'ArrowDown')).toBe('1/3');
    expect(places('End')).toBe('3/3');
    expect(places('End', 'Home')).toBe('1/3');
    const met = [first, 'ArrowDown', 'End'] as const;
    expect(new Set([go(met[0]), go(first, met[1]), go(first, met[2])]).size).toBe(3);
  });

  it('goes on to where a wire begins and ends', () => {
    expect(go(start('from:s.x', true), 'ArrowDown', 'ArrowRight')).toBe('sink:out.b');
    expect(go(start('from:s.x', true), 'ArrowDown', 'ArrowLeft')).toBe('from:s.x');
    expect(go(start('sink:out.a', false), 'ArrowLeft')).toBe('from:s.x');
  });

  it('has all wires of a table at its head, and those of hidden rows at the line for them', () => {
    expect(start('sink:out', false).count).toBe(4);
    const long = layoutOf(
      graphOf(insert(Array.from({ length: 40 }, (_, i) => column(`c${i}`, [from('s.x')]))), ALL),
      LAYOUT,
    );
    expect(follow(moreId('sink:out'), false, long)?.wire.edges).toHaveLength(30);
  });

  it('ends where the wire is not drawn any more', () => {
    const followed = start('from:s.x', true);
    expect(goOn(followed, 'ArrowDown', { ...drawn, wires: [] })).toBeUndefined();
  });
});
