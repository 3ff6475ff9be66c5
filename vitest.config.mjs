import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'test/{unit,cli,server}/**/*.test.ts'],
    pool: 'forks',
    testTimeout: 30_000,
  },
});
