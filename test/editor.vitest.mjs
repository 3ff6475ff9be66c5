import { defineConfig } from 'vitest/config';

/** The tests that open editors: one file at a time, since each brings a whole editor and a browser along. */
export default defineConfig({
  test: {
    include: ['**/*.test.ts'],
    exclude: ['**/fixtures/**'],
    pool: 'forks',
    fileParallelism: false,
    testTimeout: 240_000,
    hookTimeout: 240_000,
  },
});
