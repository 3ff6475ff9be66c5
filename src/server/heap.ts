import { setFlagsFromString } from 'node:v8';

/**
 * Keeps the process small. What a script of 10,000 lines needs is some 25 MB, but the engine lets three times as much
 * garbage pile up before it collects: a young generation of up to 48 MB, and an old one that may double. Both are told
 * to collect earlier: after some hundred keystrokes in such a script the process has 110 MB instead of 220, and each
 * takes a third of a millisecond longer.
 */
export function keepHeapSmall(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
  setFlagsFromString('--heap-growing-percent=50');
}
