import { SCHEMA_VERSION } from '../../../graph/schema.ts';
import { schemaOf } from '../../../graph/store/schema-version.ts';
import { chooseExtractor } from '../../extract/extractor-module.ts';
import { analyseAgain, changePapers, workFolders } from '../data-work.ts';
import { withInterrupt } from '../interrupt.ts';
import { printIngestReport } from '../report-text.ts';
import { locate, openForReading, printJson, withProgress, withWriter, workFolder } from '../session.ts';

export interface MigrateFlags {
  store?: string;
  extractor?: string;
  json?: boolean;
}

const NO_LIMIT = {};

/**
 * Makes the graph anew from the papers that it holds, as the next ingest would: what is derived from them is written where
 * it differs; papers, notes, judgements, names and decisions stay. A run that was killed is finished by the next.
 */
export async function runMigrate(flags: MigrateFlags): Promise<void> {
  const location = locate(flags.store);
  const extractor = flags.extractor === undefined ? undefined : await chooseExtractor(flags.extractor);
  const { before, report } = await withInterrupt(async (signal) => {
    // A writer would make the store where there is none; a reader says so.
    await (await openForReading(location, signal)).close();
    return withWriter(location, signal, (store) =>
      withProgress(async (lines) => {
        const before = await schemaOf(store);
        const progress = (_: string, stage: string, done: number, total: number | null): void =>
          lines.report(stage, done, total);
        const hooks = { signal, progress, changes: () => {} };
        const work = { what: 'add', files: [], names: [], limits: NO_LIMIT, whatever: true } as const;
        const report = await changePapers(store, work, workFolders(workFolder(location)), hooks, extractor);
        await analyseAgain(store, hooks);
        return { before, report };
      }),
    );
  });
  if (flags.json) return printJson({ ...report, schema: { before, now: SCHEMA_VERSION } });
  printIngestReport(report);
  process.stdout.write(
    `The graph is of schema ${SCHEMA_VERSION} now (it was of ${before ?? 'none'}), and analysed.\n`,
  );
}
