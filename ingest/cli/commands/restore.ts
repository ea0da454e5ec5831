import { existsSync } from 'node:fs';
import { LacunaError } from '../../../graph/errors.ts';
import { standingOf } from '../../../graph/store/journal/journal.ts';
import { journalDamage } from '../../../graph/store/journal/journal-damage.ts';
import { rebuildStore } from '../../../graph/store/journal/rebuild-store.ts';
import { sealedState } from '../../../graph/store/journal/sealed-state.ts';
import { journalFile, storeFile } from '../../../graph/store/journal/store-files.ts';
import { openReader, openWriter } from '../../../graph/store/open.ts';
import type { StoreLocation } from '../../../graph/store/store.ts';
import { withInterrupt } from '../interrupt.ts';
import { refuseWhileHeld, restoreInto } from '../restore-into.ts';
import { locate, printJson, say, withProgress } from '../session.ts';

export interface RestoreFlags {
  store?: string;
  journal?: boolean;
  replace?: boolean;
  json?: boolean;
}

const count = (value: number): string => value.toLocaleString('en');

/** Makes a store from a backup, or an embedded one from its own journal. */
export async function runRestore(file: string | undefined, flags: RestoreFlags): Promise<void> {
  if ((file === undefined) === (flags.journal !== true)) {
    throw new LacunaError(
      'input',
      'Name the backup to restore, or say --journal to build a store again from its journal.',
    );
  }
  const location = locate(flags.store);
  if (file === undefined) return fromJournal(location, flags);
  const { head, end, kept } = await withInterrupt((signal) =>
    withProgress((lines) => restoreInto(file, location, { replace: flags.replace === true, lines, signal })),
  );
  if (flags.json) return printJson({ file, ...head, ...end, kept });
  process.stdout.write(
    `Restored ${count(end.nodes)} nodes and ${count(end.relations)} relations of ${head.at}.\nGraph hash ${end.graph}, as in the backup\n`,
  );
  if (kept) process.stdout.write(`What was there is kept in ${kept}: remove it when it is not needed.\n`);
}

async function fromJournal(location: StoreLocation, flags: RestoreFlags): Promise<void> {
  if (location.kind !== 'embedded') {
    throw new LacunaError(
      'input',
      'Only an embedded store has a journal. Neo4j recovers by its own log; else restore a backup.',
    );
  }
  await refuseWhileHeld(location.folder);
  const held = await transactionsIn(location.folder);
  if (held !== null) await refuseIfFurther(location.folder, held);
  const { transactions, skipped, kept } = await withInterrupt((signal) =>
    withProgress((lines) =>
      rebuildStore(location.folder, (folder) => openWriter({ kind: 'embedded', folder }), {
        progress: (done) => lines.report('rebuild', done, null),
        signal,
        transactions: held,
      }),
    ),
  );
  for (const number of skipped)
    say(`The journal is damaged in line ${number}: that transaction is left out.`);
  if (flags.json) return printJson({ transactions, skipped, kept });
  process.stdout.write(
    `Built the store again from ${count(transactions)} transactions.\nWhat was there is kept in ${kept}: remove it when it is not needed.\n`,
  );
  if (skipped.length === 0) return;
  process.stdout.write(
    'Ingest the same files and analyse again: all papers are written anew then. A note, judgement, name or decision that a line left out said is to be said again.\n',
  );
}

/** Throws `refused` where the store that is there is not damaged, and holds what a store built from its journal would lack. */
async function refuseIfFurther(folder: string, transactions: number): Promise<void> {
  if (!existsSync(journalFile(folder))) return;
  const lacks =
    standingOf(journalFile(folder), transactions) === 'behind'
      ? 'holds transactions that its journal lacks'
      : await damagedBeside(folder, transactions);
  if (lacks === null) return;
  throw new LacunaError(
    'refused',
    `The store ${folder} ${lacks}, and one built from it would lack them too. ` +
      `Keep it: lacuna backup FILE --store file:${folder}, and move graph.journal away. To build it from the journal all the same, move ${storeFile(folder)} away first.`,
  );
}

/** Null where all that made the graph can be read from the journal, or the store is damaged, as the journal tells. */
async function damagedBeside(folder: string, transactions: number): Promise<string | null> {
  const sealed = sealedState(folder);
  if (sealed === false) return null;
  const { lost } = await journalDamage(journalFile(folder), transactions);
  if (lost.length === 0) return null;
  const what = sealed ? 'is whole' : 'opens, though nothing proves it whole';
  return `${what}, but its journal has lost transactions: line ${lost.join(', ')} is damaged`;
}

/** Null where no store is there, or it does not open. */
async function transactionsIn(folder: string): Promise<number | null> {
  try {
    const store = await openReader({ kind: 'embedded', folder });
    try {
      return (await store.transactions?.()) ?? null;
    } finally {
      await store.close();
    }
  } catch {
    return null;
  }
}
