import { expect, it } from 'vitest';
import { isCaseSensitive } from './engineVersion.ts';

it('tells cases apart up to Blink 3.2', () => {
  const versions = [
    'blink-2.2.7',
    'blink-3.2.1',
    'blink-3.3.0',
    'blink-3.4.0',
    'vvr-4.0',
    'latest',
    undefined,
  ];
  expect(versions.map(isCaseSensitive)).toEqual([true, true, false, false, false, false, false]);
});
