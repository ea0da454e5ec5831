import { existsSync } from 'node:fs';
import { digestOf } from '../../../graph/backup/graph-digest.ts';
import { LacunaError } from '../../../graph/errors.ts';
import { SCHEMA_VERSION } from '../../../graph/schema.ts';
import { standingOf } from '../../../graph/store/journal/journal.ts';
import { damagedLines } from '../../../graph/store/journal/read-journal.ts';
import { rebuildAdvice } from '../../../graph/store/journal/rebuild-advice.ts';
import { sealedState } from '../../../graph/store/journal/sealed-state.ts';
import { journalFile } from '../../../graph/store/journal/store-files.ts';
import { schemaOf } from '../../../graph/store/schema-version.ts';
import { digestOfJournal } from '../digest-of-journal.ts';
import { withInterrupt } from '../interrupt.ts';
import { locate, printJson, withProgress, withReader } from '../session.ts';

export interface CheckFlags {
  store?: string;
  journal?: boolean;
  json?: boolean;
}

/**
 * Reads a store through. An embedded one is compared with what its journal says its file was when it was closed; where it was not closed in order,
 * or when asked, with a store that is built from the journal. Throws `unavailable` for one that is damaged.
 */
export async function runCheck(flags: CheckFlags): Promise<void> {
  const location = locate(flags.store);
  const folder = location.kind === 'embedded' ? location.folder : null;
  const hasJournal = folder !== null && existsSync(journalFile(folder));
  const result = await withInterrupt((signal) =>
    withProgress(async (lines) => {
      const { schema, graph, transactions } = await withReader(location, signal, async (store) => ({
        schema: await schemaOf(store),
        graph: await digestOf(store, (rows) => lines.report('read', rows, null)),
        transactions: await store.transactions?.(),
      }));
      if (!folder || !hasJournal) return { graph, schema, sealed: null, journal: null };
      // NOTE: before anything that trusts the journal: one that was cut off says less than the store, which is whole.
      if (transactions !== undefined && standingOf(journalFile(folder), transactions) === 'behind')
        return { graph, schema, sealed: null, journal: 'behind' };
      const sealed = sealedState(folder);
      if (sealed === false) throw damaged(folder, 'its file is not as it was when it was closed');
      if (sealed && !flags.journal) {
        const isWhole = (await damagedLines(journalFile(folder))).length === 0;
        return { graph, schema, sealed, journal: isWhole ? 'whole' : 'damaged' };
      }
      const told = await digestOfJournal(folder, {
        progress: (done) => lines.report('rebuild', done, null),
        signal,
      });
      if (told.skipped > 0) return { graph, schema, sealed, journal: 'damaged' };
      if (told.graph !== graph) throw damaged(folder, 'it is not what its journal says');
      return { graph, schema, sealed, journal: 'same' };
    }),
  );
  if (flags.json) return printJson(result);
  const { graph, schema, journal } = result;
  process.stdout.write(`The store is whole.\nGraph hash ${graph}\n`);
  if (schema !== null && schema < SCHEMA_VERSION) {
    process.stdout.write(
      `An older version made it (schema ${schema} of ${SCHEMA_VERSION}): lacuna migrate makes it anew.\n`,
    );
  }
  if (journal === 'damaged' || journal === 'behind') {
    const what = journal === 'damaged' ? 'is damaged' : 'lacks transactions that the store has';
    process.stdout.write(
      `Its journal ${what}: back the store up with lacuna backup, and move graph.journal away; the next change begins a new one.\n`,
    );
  }
}

const damaged = (folder: string, what: string): LacunaError =>
  new LacunaError('unavailable', `The store ${folder} is damaged: ${what}. ${rebuildAdvice(folder)}`);
