import type { Source } from './sources.ts';

const SCHEMA = 'graph/schema.ts';
const ERRORS = 'graph/errors.ts';
/** Calls of the system, and what their failures mean; they know nothing of the graph. */
const MAKE_FOLDER = 'graph/make-folder.ts';
const DISK_FULL = 'graph/disk-full.ts';
const CONTRACT = ['graph/contract.ts', 'graph/contract/'];
const STORE_INTERFACE = 'graph/store/store.ts';
const STORE_PAGES = 'graph/store/pages-by-id.ts';
const DATABASE_PACKAGES = ['neo4j-driver', '@grafeo-db/js'];

interface Rule {
  name: string;
  /** Files that the rule speaks of. */
  from: (path: string) => boolean;
  /** Whether such a file may import this one. */
  allows: (target: string, from: string) => boolean;
}

const inside =
  (...folders: string[]) =>
  (path: string): boolean =>
    folders.some((folder) => path === folder || path.startsWith(folder));

const isCommandLine = inside('ingest/cli/');

/** The arrows of docs/design.md. */
export const RULES: readonly Rule[] = [
  {
    name: 'the schema and the errors import nothing of ours',
    from: inside(SCHEMA, ERRORS),
    allows: () => false,
  },
  {
    name: 'the contract imports the schema only',
    from: inside(...CONTRACT),
    allows: inside(...CONTRACT, SCHEMA),
  },
  {
    name: 'ingest sees schema, errors, the store interface and what pages through it',
    from: (path) => path.startsWith('ingest/') && !isCommandLine(path),
    allows: (target) =>
      inside('ingest/', SCHEMA, ERRORS, MAKE_FOLDER, STORE_INTERFACE, STORE_PAGES)(target) &&
      !isCommandLine(target),
  },
  {
    name: 'analysis never sees a store',
    from: inside('graph/analysis/'),
    allows: inside('graph/analysis/', SCHEMA, ERRORS),
  },
  {
    name: 'questions are handed what asks the graph, and never see a store',
    from: inside('graph/questions/'),
    allows: inside('graph/questions/', 'graph/analysis/', ...CONTRACT, SCHEMA, ERRORS),
  },
  {
    name: 'the store knows only schema and errors',
    from: inside('graph/store/'),
    allows: inside('graph/store/', SCHEMA, ERRORS, MAKE_FOLDER, DISK_FULL),
  },
  {
    name: 'only open imports the backends',
    from: (path) => inside('ingest/', 'graph/', 'web/')(path) && path !== 'graph/store/open.ts',
    allows: (target, from) =>
      (!target.startsWith('graph/store/embedded/') || from.startsWith('graph/store/embedded/')) &&
      (!target.startsWith('graph/store/neo4j/') || from.startsWith('graph/store/neo4j/')),
  },
  {
    name: 'the server is handed a reader and can reach no writer',
    from: inside('graph/server/'),
    allows: inside(
      'graph/server/',
      // Pure: they are handed data and give data.
      'graph/analysis/',
      'graph/export/',
      'graph/questions/',
      'graph/gap-definitions.ts',
      // Knows time and turns only.
      'graph/analyse/breather.ts',
      ...CONTRACT,
      SCHEMA,
      ERRORS,
      DISK_FULL,
      STORE_INTERFACE,
    ),
  },
  {
    name: 'the page imports contract and schema only',
    from: inside('web/'),
    // Pure too, and the command line writes the same file.
    allows: inside(
      'web/',
      ...CONTRACT,
      SCHEMA,
      'graph/export/share-file.ts',
      'graph/export/part-of-view.ts',
      'graph/export/csv-cell.ts',
    ),
  },
  {
    name: "the page's state imports no component",
    from: inside('web/state/'),
    allows: (target) => !inside('web/panels/', 'web/components/', 'web/sigma/')(target),
  },
  {
    name: 'nothing but the command line and tests imports the command line',
    from: (path) => inside('ingest/', 'graph/', 'web/')(path) && !isCommandLine(path),
    allows: (target) => !isCommandLine(target),
  },
  {
    name: 'the product never imports tests or benchmarks',
    from: inside('ingest/', 'graph/', 'web/'),
    allows: (target) => !inside('tests/', 'bench/')(target),
  },
];

/** Sentences that name each forbidden import. */
export function brokenRules(sources: readonly Source[]): string[] {
  return sources.flatMap((source) => [
    ...RULES.filter((rule) => rule.from(source.path)).flatMap((rule) =>
      source.imports
        .filter((target) => !rule.allows(target, source.path))
        .map((target) => `${source.path} imports ${target}: ${rule.name}`),
    ),
    ...(/^graph\/store\/(embedded|neo4j)\//.test(source.path) || !/^(ingest|graph|web)\//.test(source.path)
      ? []
      : source.packages
          .filter((name) => DATABASE_PACKAGES.includes(name))
          .map((name) => `${source.path} imports ${name}: only backend files import a database package`)),
  ]);
}
