import { sourceOf } from '../../graph/schema.ts';
import type { Document } from '../record.ts';

/** What a run does to the papers of a store: those that differ, as they were and as they are from then on. */
export interface PaperChange {
  before: Document[];
  after: Document[];
}

/** What is done to the papers of a store before any file is read. */
export interface Revision {
  /** The paper as it is from now on; null where it goes. */
  keep(paper: Document): Document | null;
  /** Papers that come back. */
  add: readonly Document[];
}

/** A paper loses what this source tells of it; one that no other source tells of goes. */
export const withoutSource = (source: string): Revision => ({
  keep: (paper) => withEntries(paper, (entry) => sourceOf(entry) !== source),
  add: [],
});

/**
 * Takes a change back. A paper that is still as the change left it becomes what it was before; one that other sources
 * have changed since loses only the entries that the change brought.
 */
export function takenBack({ before, after }: PaperChange): Revision {
  const left = new Map(after.map((paper) => [paper.id, signatureOf(paper)]));
  const keys = new Set(after.flatMap((paper) => paper.keys));
  const known = new Set(before.flatMap((paper) => paper.sources));
  const brought = new Set(after.flatMap((paper) => paper.sources).filter((entry) => !known.has(entry)));
  return {
    keep(paper) {
      if (left.get(paper.id) === signatureOf(paper)) return null;
      // An older file of the same name may count its entries alike.
      if (!paper.keys.some((key) => keys.has(key))) return paper;
      return withEntries(paper, (entry) => !brought.has(entry));
    },
    add: before,
  };
}

/** The papers that differ between the two, by id. */
export function changeBetween(
  before: ReadonlyMap<string, Document>,
  after: readonly Document[],
): PaperChange {
  const same = new Set(after.filter((paper) => isSame(before.get(paper.id), paper)).map((paper) => paper.id));
  return {
    before: [...before.values()].filter(({ id }) => !same.has(id)),
    after: after.filter(({ id }) => !same.has(id)),
  };
}

function withEntries(paper: Document, isKept: (entry: string) => boolean): Document | null {
  const sources = paper.sources.filter(isKept);
  if (sources.length === paper.sources.length) return paper;
  return sources.length === 0 ? null : { ...paper, sources };
}

const isSame = (one: Document | undefined, other: Document): boolean =>
  one !== undefined && (one === other || signatureOf(one) === signatureOf(other));

/** One text for all that a paper is, in whatever order its fields stand. */
const signatureOf = (paper: Document): string =>
  JSON.stringify(Object.entries(paper).sort(([a], [b]) => (a < b ? -1 : 1)));
