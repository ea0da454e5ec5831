import { existsSync } from 'node:fs';
import { digestOf } from '../../../graph/backup/graph-digest.ts';
import { LacunaError } from '../../../graph/errors.ts';
import { SCHEMA_VERSION } from '../../../graph/schema.ts';
import { standingOf } from '../../../graph/store/journal/journal.ts';
import { journalDamage } from '../../../graph/store/journal/journal-damage.ts';
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
  strict?: boolean;
  json?: boolean;
}

interface Checked {
  graph: string;
  schema: number | null;
  /** Null where no line of the journal says what the file should be. */
  sealed: boolean | null;
  /** `behind`: it lacks transactions that the store has. Null where there is none. */
  journal: 'whole' | 'same' | 'damaged' | 'behind' | null;
  /** The damaged lines of the journal, and those of them that held a transaction, or may have. */
  damaged: number[];
  lost: number[];
}

/**
 * Reads a store through. An embedded one is compared with what its journal says its file was when it was closed; where it was not closed in order, or that
 * can't be read, or when asked, with a store that is built from the journal. Throws `unavailable` for one that is damaged; when strict, for one
 * whose journal is not all there too.
 */
export async function runCheck(flags: CheckFlags): Promise<void> {
  const location = locate(flags.store);
  const folder = location.kind === 'embedded' ? location.folder : null;
  const path = folder === null ? null : journalFile(folder);
  const hasJournal = path !== null && existsSync(path);
  const result = await withInterrupt((signal) =>
    withProgress(async (lines): Promise<Checked> => {
      const { schema, graph, transactions } = await withReader(location, signal, async (store) => ({
        schema: await schemaOf(store),
        graph: await digestOf(store, (rows) => lines.report('read', rows, null)),
        transactions: await store.transactions?.(),
      }));
      const read = { graph, schema, sealed: null, damaged: [], lost: [] };
      if (!folder || !path || !hasJournal) return { ...read, journal: null };
      // NOTE: before anything that trusts the journal: one that was cut off says less than the store, which is whole.
      if (transactions !== undefined && standingOf(path, transactions) === 'behind')
        return { ...read, journal: 'behind' };
      const sealed = sealedState(folder);
      if (sealed === false) throw damaged(folder, 'its file is not as it was when it was closed');
      const found = { ...read, sealed, ...(await journalDamage(path, transactions ?? null)) };
      const isWhole = found.damaged.length === 0;
      if (sealed && !flags.journal) return { ...found, journal: isWhole ? 'whole' : 'damaged' };
      // NOTE: what lacks a transaction makes another graph, whatever the store is.
      if (found.lost.length > 0) return { ...found, journal: 'damaged' };
      const told = await digestOfJournal(folder, {
        progress: (done) => lines.report('rebuild', done, null),
        signal,
      });
      if (told !== graph) throw damaged(folder, 'it is not what its journal says');
      return { ...found, journal: isWhole ? 'same' : 'damaged' };
    }),
  );
  const fault = flags.strict && folder !== null ? journalFault(result) : null;
  if (!flags.json) print(result, folder);
  else if (fault === null) printJson(result);
  if (fault !== null) throw new LacunaError('unavailable', `The journal of the store ${folder} ${fault}.`);
}

function print({ graph, schema, ...journal }: Checked, folder: string | null): void {
  // NOTE: the line that is damaged may be the one that said what the file was; the same graph alone can come of a changed file.
  const isProven = journal.sealed === true || journal.journal !== 'damaged';
  const whole = isProven ? 'is whole.' : `could not be proven whole: ${whyUnproven(journal)}.`;
  process.stdout.write(`The store ${whole}\nGraph hash ${graph}\n`);
  if (schema !== null && schema < SCHEMA_VERSION) {
    process.stdout.write(
      `An older version made it (schema ${schema} of ${SCHEMA_VERSION}): lacuna migrate makes it anew.\n`,
    );
  }
  const advice = folder === null ? null : journalAdvice(journal, folder, isProven);
  if (advice !== null) process.stdout.write(`${advice}\n`);
}

const BEHIND = 'lacks transactions that the store has';

type Journal = Pick<Checked, 'journal' | 'sealed' | 'damaged' | 'lost'>;

const linesOf = (numbers: readonly number[]): string => `line ${numbers.join(', ')}`;

const whyUnproven = ({ damaged, lost }: Journal): string =>
  lost.length > 0
    ? `its journal, which it is compared with, may have lost transactions (${linesOf(lost)})`
    : `what its file should be can't be read from its journal (${linesOf(damaged)}). Its graph is what the journal makes`;

/** Null where nothing is to be done about the journal. */
function journalAdvice(
  { journal, damaged, lost }: Journal,
  folder: string,
  isProven: boolean,
): string | null {
  if (journal !== 'damaged' && journal !== 'behind') return null;
  if (journal === 'damaged' && lost.length === 0) {
    const kept = `Its journal is damaged in ${linesOf(damaged)}, but all its transactions can be read: keep it.`;
    if (isProven) return kept;
    return `${kept} ${rebuildAdvice(folder)}, before anything is written: a journal that is begun anew has only what the store holds now.`;
  }
  const what = journal === 'damaged' ? 'is damaged' : BEHIND;
  const advice = `Its journal ${what}: back the store up with lacuna backup, and move graph.journal away; the next change begins a new one.`;
  return isProven ? advice : `${advice} Keep what is moved: it may have what the store lost.`;
}

/** What is wrong with the journal of an embedded store; null where nothing is. */
function journalFault({ journal }: Checked): string | null {
  if (journal === null) return 'is missing';
  if (journal === 'damaged') return 'is damaged';
  return journal === 'behind' ? BEHIND : null;
}

const damaged = (folder: string, what: string): LacunaError =>
  new LacunaError('unavailable', `The store ${folder} is damaged: ${what}. ${rebuildAdvice(folder)}`);
