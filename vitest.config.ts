import { defineConfig } from 'vitest/config';
import { storeSuites } from './tests/support/store-suites.ts';

const suites = storeSuites();
const BROWSER = 'tests/e2e/**/*.test.ts';
/** They replace parts of what they import, or keep state in it as the page does. */
const APART = [
  'tests/web/**/*.test.ts',
  'tests/graph/backup/synced.test.ts',
  'tests/graph/server/clock-set.test.ts',
  'tests/docker-compose.test.ts',
  'tests/cli/migrate.test.ts',
];

export default defineConfig({
  test: {
    testTimeout: 90_000,
    hookTimeout: 240_000,
    pool: 'forks',
    reporters: ['default', './tests/support/closing-line-reporter.ts'],
    projects: [
      {
        extends: true,
        test: {
          name: 'units',
          include: ['tests/**/*.test.ts'],
          exclude: [...suites, BROWSER, ...APART],
          // What they import is loaded once for all, which took a quarter of their time.
          isolate: false,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: { name: 'units-apart', include: APART, exclude: suites, sequence: { groupOrder: 0 } },
      },
      {
        extends: true,
        test: {
          // A browser that draws in software wants the machine to itself.
          name: 'browser',
          include: [BROWSER],
          globalSetup: 'tests/support/page-build.ts',
          fileParallelism: false,
          // They share nothing but what they import, which takes three seconds a file.
          isolate: false,
          testTimeout: 120_000,
          // What a page shows next to what was waited for may come a moment later.
          expect: { poll: { timeout: 20_000 } },
          sequence: { groupOrder: 2 },
        },
      },
      {
        extends: true,
        test: {
          // One Neo4j server has one database, so these files run one after the other.
          name: 'stores',
          include: suites,
          globalSetup: 'tests/support/neo4j.ts',
          setupFiles: 'tests/support/stores-ready.ts',
          fileParallelism: false,
          isolate: false,
          testTimeout: 120_000,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
