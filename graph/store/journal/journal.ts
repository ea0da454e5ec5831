import {
  closeSync,
  existsSync,
  fdatasyncSync,
  fstatSync,
  ftruncateSync,
  openSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { diskFull, isDiskFull } from '../../disk-full.ts';
import { LacunaError, messageOf } from '../../errors.ts';
import type { Statement } from '../store.ts';
import {
  encodeLine,
  epochAfter,
  JOURNAL_HEADER,
  type JournalLine,
  packed,
  type Seal,
  sealed,
} from './journal-line.ts';
import { journalEnd } from './read-journal.ts';
import { syncFolder } from './sync-to-disk.ts';

/**
 * A file beside an embedded store that every transaction is written to before it is committed, as the statements that make it: from it alone
 * the store can be built again. It is synced to the disk when the store is (`checkpoint`), so it keeps what the
 * store keeps: all that was acknowledged when a process is killed, all up to the last checkpoint when the power goes.
 */
export class Journal {
  private readonly path: string;
  private file: number;
  private bytes: number;
  /** Bytes after it was last shortened. */
  private shortest: number;
  /** Where it was before the last line, to take that back. */
  private before: number;

  private constructor(path: string, file: number, bytes: number) {
    this.path = path;
    this.file = file;
    this.bytes = bytes;
    this.before = bytes;
    this.shortest = 0;
  }

  /** Begins an empty one. */
  static begin(path: string): Journal {
    return new Journal(path, openSync(path, 'w'), 0).withHeader();
  }

  /** Goes on where it ends; what a crash left half written is cut off. */
  static goOn(path: string): Journal {
    const { bytes, last } = journalEnd(path);
    const file = openSync(path, 'r+');
    ftruncateSync(file, bytes);
    const journal = new Journal(path, file, bytes);
    if (last?.sign === '.') journal.put({ sign: '?', epoch: last.epoch, body: '' });
    return journal;
  }

  get size(): number {
    return this.bytes;
  }

  /** Writes down what is about to be committed. Throws `limit` where the disk is full, `unavailable` where it can't be for another reason; leaves the journal as it was. */
  append(epoch: number, body: string): void {
    this.put({ sign: '+', epoch, body });
  }

  /** Takes back the last line: its transaction was not committed. */
  retract(): void {
    ftruncateSync(this.file, this.before);
    this.bytes = this.before;
  }

  sync(): void {
    fdatasyncSync(this.file);
  }

  /** Whether it is longer than twice what it need be, about: `storeBytes` is the size of the store's file. */
  isOvergrown(storeBytes: number, floor: number): boolean {
    return this.bytes > Math.max(floor, 2 * storeBytes, 2 * this.shortest);
  }

  /** Begins it anew with what the store holds now. A crash on the way leaves the one before. */
  async shorten(epoch: number, held: AsyncIterable<Statement>): Promise<void> {
    const path = `${this.path}.new`;
    const fresh = new Journal(path, openSync(path, 'w'), 0).withHeader();
    try {
      for await (const statement of held) {
        fresh.put({ sign: '=', epoch, body: await packed([statement]) });
      }
      fresh.sync();
      renameSync(path, this.path);
    } catch (error) {
      closeSync(fresh.file);
      rmSync(path, { force: true });
      throw error;
    }
    syncFolder(dirname(this.path));
    closeSync(this.file);
    this.file = fresh.file;
    this.bytes = fresh.bytes;
    this.shortest = fresh.bytes;
  }

  /** Says that the store was closed in order; not where another program has opened it since, and goes on with the journal. */
  seal(epoch: number, seal: Seal): void {
    if (fstatSync(this.file).size !== this.bytes) return;
    this.put({ sign: '.', epoch, body: sealed(seal) });
  }

  close(): void {
    closeSync(this.file);
  }

  private withHeader(): this {
    this.write(`${JOURNAL_HEADER}\n`);
    return this;
  }

  private put(line: JournalLine): void {
    this.write(encodeLine(line));
  }

  private write(text: string): void {
    const data = Buffer.from(text, 'latin1');
    this.before = this.bytes;
    try {
      for (let done = 0; done < data.length; ) {
        done += writeSync(this.file, data, done, data.length - done, this.bytes + done);
      }
    } catch (error) {
      if (fstatSync(this.file).size > this.bytes) ftruncateSync(this.file, this.bytes);
      const said = `The journal ${this.path} can't be written, so nothing was`;
      if (isDiskFull(error)) {
        throw diskFull(`${said}: the disk is full. Make room there, then do the same again.`, error);
      }
      throw new LacunaError('unavailable', `${said}. ${messageOf(error)}`, { cause: error });
    }
    this.bytes += data.length;
  }
}

/** How the journal and the store that was opened stand to each other, by the engine's count of transactions. */
export type Standing =
  /** None, for a store that holds something. */
  | 'none'
  | 'even'
  /** It holds transactions that the store lost, or that a crash kept from it. */
  | 'ahead'
  /** The store was written to without it. */
  | 'behind'
  /** Its last line is damaged, so that the ones before it have to be read (`journalDamage`) to say how far it goes. */
  | 'unclear'
  /** The store was closed in order, and is another now: an older copy, or one of another graph. */
  | 'foreign';

export function standingOf(path: string, epoch: number): Standing {
  if (!existsSync(path)) return 'none';
  const { last, isEmpty } = journalEnd(path);
  if (isEmpty) return epoch === 0 ? 'even' : 'behind';
  if (!last) return 'unclear';
  const reached = epochAfter(last);
  if (reached === epoch) return 'even';
  if (reached < epoch) return 'behind';
  // NOTE: nothing was committed since it was closed in order.
  return last.sign === '.' || last.sign === '?' ? 'foreign' : 'ahead';
}
