import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'tests/**/*.test.{ts,tsx}'],
    globalSetup: ['tests/support/global-setup.ts'],
    pool: 'forks',
    // Much of a test is waiting for the database, the browser or a timer: one worker a core, where one less is usual.
    maxWorkers: Math.max(2, availableParallelism()),
    // Files of one worker share the modules they load: a fifth of the time was reading the same thousand again for each.
    // So what a file leaves in a module's memory must be its own (a clock, a house, a source of its own people).
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
