import { CONCEPT_KINDS } from '../../graph/schema.ts';
import type { Statement } from '../../graph/store/store.ts';
import { type ConceptRow, type Fresh, rowsOf, taken } from './changed-rows.ts';
import * as create from './create-statements.ts';
import type { PaperFacts } from './paper-facts.ts';
import * as cypher from './statements.ts';

/** What the store does not have yet, to be taken from: each is created with the first paper that needs it. */
export type FreshLeft = {
  [K in keyof Fresh]: Map<string, Fresh[K] extends ReadonlyMap<string, infer V> ? V : never>;
};

/**
 * One transaction: these papers with all that hangs on them, and the concepts and authors that none had before. `isNew`
 * says of which papers nothing can be there; without it they may have been written, and once more leads to the same.
 */
export function paperStatements(
  papers: readonly PaperFacts[],
  left: FreshLeft,
  isNew: ((id: string) => boolean) | null,
): Statement[] {
  const concepts: ConceptRow[] = taken(
    left.concepts,
    papers.flatMap(({ mentions }) => mentions.map(({ concept }) => concept as string)),
  );
  const authors = taken(
    left.authors,
    papers.flatMap((facts) => facts.authors.map(({ id }) => id)),
  );
  const known = papers.filter(({ id }) => !isNew?.(id));
  const added = papers.filter(({ id }) => isNew?.(id));
  return [
    ...CONCEPT_KINDS.flatMap((kind) =>
      some(rowsOf(concepts, kind), (rows) => [
        (isNew ? create.createConcepts : cypher.mergeConcepts)(kind, rows),
      ]),
    ),
    ...some(authors, (rows) => [(isNew ? create.createAuthors : cypher.mergeAuthors)(rows)]),
    ...some(known, (rows) => [
      // First, since that locks them: nobody else can tie them to anything until all this is there.
      cypher.mergePapers(rows.map(({ paper }) => paper)),
      ...cypher.clearPapers(rows.map(({ id }) => id)),
    ]),
    ...some(added, (rows) => [create.createPapers(rows)]),
    ...create.createTies(papers),
  ];
}

const some = <T>(rows: T[], make: (rows: T[]) => Statement[]): Statement[] =>
  rows.length > 0 ? make(rows) : [];
