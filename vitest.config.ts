import { defineConfig } from 'vitest/config';

const database = {
  globalSetup: ['test/support/database-server.ts'],
  // As `npm start` has them.
  execArgv: [
    '--no-memory-protection-keys',
    '--import',
    new URL('src/module-formats.mjs', import.meta.url).href,
  ],
};

export default defineConfig({
  test: {
    projects: [
      { extends: true, test: { name: 'unit', include: ['test/unit/**/*.test.ts'], testTimeout: 30_000 } },
      {
        extends: true,
        test: { name: 'surface', include: ['test/surface/**/*.test.ts'], testTimeout: 30_000 },
      },
      {
        extends: true,
        test: {
          name: 'feature',
          include: ['test/feature/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          ...database,
        },
      },
      {
        extends: true,
        test: {
          name: 'acceptance',
          include: ['test/acceptance/**/*.test.ts'],
          testTimeout: 240_000,
          hookTimeout: 120_000,
          ...database,
        },
      },
    ],
    // What is polled for comes when the machine has time for it; a second, Vitest's own bound, is a race.
    expect: { poll: { timeout: 30_000 } },
    // Every file of these brings servers and threads of its own.
    maxWorkers: 2,
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts'],
      reporter: ['text-summary', 'json-summary'],
      thresholds: { lines: 80 },
    },
  },
});
