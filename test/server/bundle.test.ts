import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { program } from './testServer.ts';

it('is bundled in characters of one byte: with a single other one the engine keeps two bytes of each', async () => {
  const text = readFileSync(await program(), 'utf8');
  // The bundler escapes what stands in texts; in a regular expression write \u… yourself.
  expect(/.{0,40}[\u0100-\uffff].{0,40}/.exec(text)?.[0]).toBeUndefined();
});
