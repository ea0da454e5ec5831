import { rowCount } from '../incidence.ts';
import type { Snapshot } from './snapshot.ts';
import { papersUpTo, type Timeline } from './timeline.ts';

/** Called between rows; may wait (so that others get their turn) or throw (to stop). */
export type RowTick = (done: number, total: number) => Promise<void> | void;

/** A few milliseconds' worth. */
const ROWS_PER_TICK = 8;

/** The pairs of one concept with those after it that it never met. Reused from row to row. */
export interface CandidateRow {
  a: number;
  /** The others, rising; only the first `count` count. */
  readonly others: Uint32Array;
  count: number;
}

export const conceptCount = (snapshot: Snapshot): number => snapshot.concepts.length;

/** Visits all pairs that never met up to the snapshot's year, a row at a time. */
export async function forEachCandidateRow(
  snapshot: Snapshot,
  visit: (row: CandidateRow) => void,
  tick: RowTick = () => {},
): Promise<void> {
  const concepts = conceptCount(snapshot);
  const row: CandidateRow = { a: 0, others: new Uint32Array(concepts), count: 0 };
  for (let a = 0; a < concepts; a++) {
    if (a % ROWS_PER_TICK === 0) await tick(a, concepts);
    fillCandidates(snapshot, a, row);
    if (row.count > 0) visit(row);
  }
  await tick(concepts, concepts);
}

function fillCandidates({ ties, concepts }: Snapshot, a: number, row: CandidateRow): void {
  row.a = a;
  row.count = 0;
  let tie = ties.start[a]!;
  const end = ties.start[a + 1]!;
  while (tie < end && ties.other[tie]! <= a) tie++;
  for (let b = a + 1; b < concepts.length; b++) {
    if (tie < end && ties.other[tie] === b) tie++;
    else row.others[row.count++] = b;
  }
}

/** How many pairs never met up to the snapshot's year. */
export function candidateCount(snapshot: Snapshot): number {
  const concepts = conceptCount(snapshot);
  return (concepts * (concepts - 1)) / 2 - snapshot.ties.other.length / 2;
}

/**
 * When each pair first met after the snapshot's year: 1 in the year after it, 2 in the next, up to `horizon`, 0 where it
 * did not. `meetings(a)` gives the dense row of a concept, which the next call writes over.
 */
export function firstMeetings(
  timeline: Timeline,
  snapshot: Snapshot,
  horizon: number,
): (a: number) => Uint8Array {
  const from = papersUpTo(timeline, snapshot.year);
  const until = papersUpTo(timeline, snapshot.year + horizon);
  const local = new Int32Array(rowCount(timeline.byConcept)).fill(-1);
  snapshot.concepts.forEach((concept, index) => {
    local[concept] = index;
  });
  const row = new Uint8Array(conceptCount(snapshot));
  const { byConcept, byPaper } = timeline;
  return (a) => {
    row.fill(0);
    const concept = snapshot.concepts[a]!;
    for (let i = byConcept.start[concept]!; i < byConcept.start[concept + 1]!; i++) {
      const paper = byConcept.column[i]!;
      if (paper < from) continue;
      if (paper >= until) break;
      for (let j = byPaper.start[paper]!; j < byPaper.start[paper + 1]!; j++) {
        const b = local[byPaper.column[j]!]!;
        if (b >= 0 && row[b] === 0) row[b] = timeline.years[paper]! - snapshot.year;
      }
    }
    return row;
  };
}
