import { epochAfter, type JournalLine, wasSeal } from './journal-line.ts';
import { type BadLine, journalLines } from './read-journal.ts';

/** The lines that are damaged, by number; a torn end, which a crash leaves, is none. */
export interface Damage {
  damaged: number[];
  /** Those that held a part of the graph, or may have: from the others nothing is missing. */
  lost: number[];
}

/**
 * Tells, while a journal is read, which of its damaged lines may have held a transaction: the lines around one say whether any is missing
 * between them. To be told every line in order.
 */
export class DamageWatch {
  private readonly damaged: number[] = [];
  private readonly lost: number[] = [];
  /** Damaged ones since the last that could be read. */
  private pending: { number: number; wasSeal: boolean }[] = [];
  private last: JournalLine | null = null;

  line(line: JournalLine): void {
    this.settle(line.epoch, line.sign === '=');
    this.last = line;
  }

  bad({ number, torn, text }: BadLine): void {
    if (torn) return;
    this.damaged.push(number);
    this.pending.push({ number, wasSeal: this.last !== null && wasSeal(text, epochAfter(this.last)) });
  }

  /** To be called at the end; `transactions`: of the store beside it, null where nothing tells. */
  end(transactions: number | null): Damage {
    const isOlder = transactions !== null && this.last !== null && transactions < epochAfter(this.last);
    // NOTE: a store that lacks transactions itself does not tell how many there were.
    this.settle(isOlder ? null : transactions, false);
    return { damaged: this.damaged, lost: this.lost };
  }

  /** `epoch`: where the graph stood after the damaged lines, null where nothing tells. */
  private settle(epoch: number | null, isPart: boolean): void {
    if (this.pending.length === 0) return;
    const reached = this.last && epochAfter(this.last);
    // NOTE: parts of what a store held at one epoch are not counted, so that one of them may be missing beside another.
    const isCounted = this.last !== null && this.last.sign !== '=' && !isPart;
    const isGap = epoch !== null && reached !== epoch;
    const isWhole = isCounted && epoch !== null && !isGap;
    for (const { number, wasSeal } of this.pending)
      if (!isWhole && (isGap || !wasSeal)) this.lost.push(number);
    this.pending = [];
  }
}

/** Reads a journal through. `transactions`: as for `DamageWatch.end`. Throws as `journalLines` does. */
export async function journalDamage(path: string, transactions: number | null): Promise<Damage> {
  const watch = new DamageWatch();
  for await (const line of journalLines(path, (bad) => watch.bad(bad))) watch.line(line);
  return watch.end(transactions);
}
