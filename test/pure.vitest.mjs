import { defineConfig } from 'vitest/config';

/** The tests that measure themselves and need nothing but Node: one file at a time. */
export default defineConfig({
  test: {
    include: ['**/*.test.ts'],
    exclude: ['**/fixtures/**'],
    pool: 'forks',
    fileParallelism: false,
    testTimeout: 60_000,
  },
});
