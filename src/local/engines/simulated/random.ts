/** A well mixed number in [0, 1) for a seed and some integers: the same today, tomorrow and on every machine. */
export function chance(seed: string, ...numbers: readonly number[]): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < seed.length; i++) hash = Math.imul(hash ^ seed.charCodeAt(i), 0x01000193);
  for (const number of numbers) hash = mix(hash ^ mix(number | 0) ^ mix(Math.floor(number / 2 ** 32)));
  return mix(hash) / 2 ** 32;
}

/** The finaliser of MurmurHash3: every bit of the input moves half of the bits of the result. */
function mix(value: number): number {
  let h = value;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** A number between `low` and `high` that depends on the seed alone. */
export function between(low: number, high: number, seed: string, ...numbers: readonly number[]): number {
  return low + (high - low) * chance(seed, ...numbers);
}

/** Smooth noise in [0, 1): a new random value every `period` ms, blended in between. */
export function noise(seed: string, time: number, period: number): number {
  const slot = Math.floor(time / period);
  const share = time / period - slot;
  const blend = share * share * (3 - 2 * share);
  return chance(seed, slot) * (1 - blend) + chance(seed, slot + 1) * blend;
}

/** `length` hexadecimal digits that depend on the seed alone. */
export function hex(length: number, seed: string): string {
  let text = '';
  for (let i = 0; text.length < length; i++) {
    text += Math.floor(chance(seed, i) * 2 ** 32)
      .toString(16)
      .padStart(8, '0');
  }
  return text.slice(0, length);
}
