import { existsSync, renameSync, statSync } from 'node:fs';
import type { GrafeoDB } from '@grafeo-db/js';
import { isDiskFull } from '../../disk-full.ts';
import { LacunaError } from '../../errors.ts';
import { Journal, standingOf } from '../journal/journal.ts';
import { epochAfter, packed, sealOf, unpacked } from '../journal/journal-line.ts';
import { liftSeal } from '../journal/lift-seal.ts';
import { journalEnd, journalLines } from '../journal/read-journal.ts';
import { rebuildAdvice } from '../journal/rebuild-advice.ts';
import { isSealed, journalFile, sealFor, storeFile } from '../journal/store-files.ts';
import type { Statement } from '../store.ts';
import { isHeld } from './engine-errors.ts';

/** Runs statements in one transaction, without writing them down. */
type Apply = (statements: readonly Statement[]) => Promise<void>;
/** All that the store holds, as statements. */
type Held = () => AsyncIterable<Statement>;

/**
 * Keeps the journal of the store that is open. Where the journal knows of more transactions than the store (a crash between the two,
 * power that went), the store gets them on opening; where there is none, or the store was written to without it,
 * it begins at the next checkpoint with all that the store holds.
 */
export class EngineJournal {
  private readonly db: GrafeoDB;
  private readonly folder: string;
  /** It is shortened above so many bytes, and above twice those of the store. */
  private readonly floor: number;
  private journal: Journal | null;
  /** Whether there is one whose end can't be read: it may be the only whole copy, so it is not written over. */
  private readonly isUnclear: boolean;
  /** Whether something was committed that stands in no journal. */
  private hasUnwritten = false;

  private constructor(
    db: GrafeoDB,
    folder: string,
    floor: number,
    { journal, isUnclear }: { journal: Journal | null; isUnclear: boolean },
  ) {
    this.db = db;
    this.folder = folder;
    this.floor = floor;
    this.journal = journal;
    this.isUnclear = isUnclear;
  }

  static async open(db: GrafeoDB, folder: string, floor: number, apply: Apply): Promise<EngineJournal> {
    const path = journalFile(folder);
    const standing = standingOf(path, epochOf(db));
    if (standing === 'foreign') throw foreign(folder);
    if (standing === 'ahead') await catchUp(db, path, apply, folder);
    const isNew = standing === 'none' && epochOf(db) === 0 && db.nodeCount() === 0;
    const followed = standing === 'even' || standing === 'ahead';
    const journal = isNew ? Journal.begin(path) : followed ? Journal.goOn(path) : null;
    return new EngineJournal(db, folder, floor, { journal, isUnclear: standing === 'unclear' });
  }

  /** Begins to put statements in the form of the journal, while they run. */
  pack(statements: readonly Statement[]): Promise<string | null> {
    if (!this.journal) return Promise.resolve(null);
    const packing = packed(statements);
    // NOTE: nobody waits for it where a statement fails first.
    packing.catch(() => {});
    return packing;
  }

  /** Writes down what is about to be committed, and commits it. */
  commit(body: string | null, commit: () => void): void {
    if (body !== null) this.journal?.append(epochOf(this.db), body);
    try {
      commit();
    } catch (error) {
      if (body !== null) this.journal?.retract();
      throw error;
    }
    this.hasUnwritten ||= this.journal === null;
  }

  /** Before the store is closed: what was written without a journal gets one. Where the disk has no room for it, the next change tries again. */
  async beginIfNone(held: Held): Promise<void> {
    if (!this.hasUnwritten || this.journal) return;
    try {
      await this.checkpoint(held);
    } catch (error) {
      if (!isDiskFull(error)) throw error;
    }
  }

  /** Makes it durable; begins it where there is none, and shortens it where it has grown. */
  async checkpoint(held: Held): Promise<void> {
    const path = journalFile(this.folder);
    this.journal?.sync();
    const bytes = statSync(storeFile(this.folder)).size;
    if (this.journal && !this.journal.isOvergrown(bytes, this.floor)) return;
    // NOTE: an empty one says nothing that is wrong of a store that the way there is cut off from.
    if (!this.journal && this.isUnclear) setAside(path);
    const journal = this.journal ?? Journal.begin(path);
    try {
      await journal.shorten(epochOf(this.db), held());
    } catch (error) {
      // A long one is as good; none may go on from nothing.
      if (this.journal && isDiskFull(error)) return;
      if (!this.journal) journal.close();
      throw error;
    }
    this.journal = journal;
  }

  /** After the store was closed. */
  close(epoch: number): void {
    if (!this.journal) return;
    const seal = sealFor(this.folder);
    if (seal) this.journal.seal(epoch, seal);
    this.journal.sync();
    this.journal.close();
  }
}

/** Under the first name that is free: `graph.journal.damaged`, then with a number. */
function setAside(path: string): void {
  let name = `${path}.damaged`;
  for (let number = 2; existsSync(name); number++) name = `${path}.damaged-${number}`;
  if (existsSync(path)) renameSync(path, name);
}

/** Throws `unavailable` where a store to be read is plainly not what its journal says. */
export function refuseUnlessFollowed(db: GrafeoDB, folder: string): void {
  const path = journalFile(folder);
  const standing = standingOf(path, epochOf(db));
  if (standing === 'foreign') throw foreign(folder);
  if (standing !== 'ahead') return;
  const { last } = journalEnd(path);
  const missing = last ? epochAfter(last) - epochOf(db) : 0;
  // NOTE: one that a crash kept from the store was never acknowledged.
  if (missing > 1) throw lost(folder, `${missing} transactions that its journal has are not in it`);
}

interface Watch {
  /** Throws `unavailable` where the file is not as it was when it was closed. To be called once it is open. */
  refuseIfDamaged(): void;
  /** To be called where it did not open, with what the engine said. */
  notOpened(error: unknown): void;
}

/** Looks at the file of a store before the engine changes it, and has the journal say that it may from now on. */
export function watchForDamage(folder: string): Watch {
  const path = journalFile(folder);
  const nothing = (): void => {};
  if (!existsSync(path) || !existsSync(storeFile(folder)))
    return { refuseIfDamaged: nothing, notOpened: nothing };
  const end = journalEnd(path);
  const seal = sealOf(end.last);
  if (seal === null) return { refuseIfDamaged: nothing, notOpened: nothing };
  if (isSealed(folder, seal)) {
    const putBack = liftSeal(path, end);
    return {
      refuseIfDamaged: nothing,
      notOpened: (error) => {
        // NOTE: who holds it writes to the journal, maybe from behind that line on.
        if (!isHeld(error) && isSealed(folder, seal)) putBack();
      },
    };
  }
  return {
    refuseIfDamaged: () => {
      // NOTE: who held it until a moment ago has sealed it since.
      if (journalEnd(path).last?.body !== end.last?.body) return;
      throw lost(folder, 'its file is not as it was when it was closed');
    },
    notOpened: nothing,
  };
}

/** Throws `unavailable` where the file of a store is gone, while its journal says what was in it. */
export function refuseIfLost(folder: string): void {
  const path = journalFile(folder);
  if (existsSync(storeFile(folder)) || !existsSync(path) || journalEnd(path).isEmpty) return;
  throw lost(folder, 'its file is gone, and its journal is still there');
}

async function catchUp(db: GrafeoDB, path: string, apply: Apply, folder: string): Promise<void> {
  let bad = 0;
  const lines = journalLines(path, ({ torn }) => {
    if (!torn) bad += 1;
  });
  for await (const line of lines) {
    if (epochAfter(line) <= epochOf(db) || line.sign === '.' || line.sign === '?') continue;
    if (bad > 0 || line.sign !== '+' || line.epoch !== epochOf(db)) {
      throw lost(folder, 'transactions that its journal has are not in it');
    }
    await apply(unpacked(line.body));
  }
}

export const epochOf = (db: GrafeoDB): number => Number(db.currentEpoch());

const lost = (folder: string, what: string): LacunaError =>
  new LacunaError('unavailable', `The store ${folder} is damaged: ${what}. ${rebuildAdvice(folder)}`);

const foreign = (folder: string): LacunaError =>
  new LacunaError(
    'unavailable',
    `The store ${folder} is another than its journal speaks of: an older copy, or one of another graph. ` +
      `${rebuildAdvice(folder)}; or move graph.journal away to keep the store as it is.`,
  );
