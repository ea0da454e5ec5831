import { existsSync } from 'node:fs';
import { LacunaError } from '../../../graph/errors.ts';
import { standingOf } from '../../../graph/store/journal/journal.ts';
import { damagedLines } from '../../../graph/store/journal/read-journal.ts';
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
  await refuseIfFurther(location.folder);
  const { transactions, skipped, kept } = await withInterrupt((signal) =>
    withProgress((lines) =>
      rebuildStore(location.folder, (folder) => openWriter({ kind: 'embedded', folder }), {
        progress: (done) => lines.report('rebuild', done, null),
        signal,
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

/** Throws `refused` where the store that is there is whole, and holds what a store built from its journal would lack. */
async function refuseIfFurther(folder: string): Promise<void> {
  if (!existsSync(journalFile(folder))) return;
  const transactions = await transactionsIn(folder);
  if (transactions === null) return;
  const lacks =
    standingOf(journalFile(folder), transactions) === 'behind'
      ? 'holds transactions that its journal lacks'
      : await damagedBeside(folder);
  if (lacks === null) return;
  throw new LacunaError(
    'refused',
    `The store ${folder} ${lacks}, and one built from it would lack them too. ` +
      `Keep it: lacuna backup FILE --store file:${folder}, and move graph.journal away. To build it from the journal all the same, move ${storeFile(folder)} away first.`,
  );
}

/** Null where no line of the journal is damaged, or the store is, as the journal tells. */
async function damagedBeside(folder: string): Promise<string | null> {
  if (sealedState(folder) === false) return null;
  const damaged = await damagedLines(journalFile(folder));
  if (damaged.length === 0) return null;
  return `is whole, but its journal has lost transactions: line ${damaged.join(', ')} is damaged`;
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
