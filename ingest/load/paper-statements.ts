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

/** One transaction: these papers with all that hangs on them, and the concepts and authors that none had before. */
export function paperStatements(
  papers: readonly PaperFacts[],
  stored: ReadonlyMap<string, string>,
  left: FreshLeft,
): Statement[] {
  const concepts: ConceptRow[] = taken(
    left.concepts,
    papers.flatMap(({ mentions }) => mentions.map(({ concept }) => concept as string)),
  );
  const authors = taken(
    left.authors,
    papers.flatMap((facts) => facts.authors.map(({ id }) => id)),
  );
  const known = papers.filter(({ id }) => stored.has(id));
  const added = papers.filter(({ id }) => !stored.has(id));
  return [
    ...CONCEPT_KINDS.flatMap((kind) =>
      some(rowsOf(concepts, kind), (rows) => [create.createConcepts(kind, rows)]),
    ),
    ...some(authors, (rows) => [create.createAuthors(rows)]),
    ...some(known, (rows) => [
      ...cypher.clearPapers(rows.map(({ id }) => id)),
      cypher.mergePapers(rows.map(({ paper }) => paper)),
    ]),
    ...some(added, (rows) => [create.createPapers(rows)]),
    ...create.createTies(papers),
  ];
}

const some = <T>(rows: readonly T[], make: (rows: readonly T[]) => Statement[]): Statement[] =>
  rows.length > 0 ? make(rows) : [];
