import { outlineFileIn, outlineStays } from '../../graph/server/kept-outline.ts';
import type { SharedStore } from '../../graph/store/shared-store.ts';

/** Runs some work that is one transaction, on what no outline of the graph holds. */
export type WriteAside = (work: () => Promise<void>) => Promise<void>;

/**
 * Keeps the outline in the folder the outline of the graph, if it was so before: a note need not have the next start read the graph.
 * Pieces of work go one after the other, so that each one's transaction is told from what others wrote meanwhile.
 */
export function createWriteAside({ reader }: SharedStore, folder: string): WriteAside {
  let last: Promise<unknown> = Promise.resolve();
  const count = async (): Promise<number | undefined> => reader.transactions?.().catch(() => undefined);
  const alone = async (work: () => Promise<void>): Promise<void> => {
    const before = await count();
    await work();
    if (before === undefined) return;
    const after = await count();
    // Only a help: without it, the next start reads the graph.
    if (after === before + 1) await outlineStays(outlineFileIn(folder), before, after).catch(() => {});
  };
  return (work) => {
    const turn = last.then(() => alone(work));
    last = turn.catch(() => {});
    return turn;
  };
}
