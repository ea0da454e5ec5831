import type { Cypher } from '../contract.ts';
import type { Statement, Value } from '../store/store.ts';

/** The Cypher of the term workbench, in the subset that both stores speak. */
const statement = (text: string, parameters: Record<string, Value> = {}): Statement => ({ text, parameters });

export const readReasons = (ids: string[]): Statement =>
  statement('UNWIND $ids AS id MATCH (c:Concept {id: id}) RETURN id, c.aliasReasons AS reasons', { ids });

export const readDecisions = (): Statement =>
  statement('MATCH (d:Decision) RETURN d.id AS id, d.json AS json ORDER BY id');

/** Of the last ingest: what graph it made. */
export const readIngestedGraph = (): Statement =>
  statement("MATCH (r:Run {id: 'ingest'}) RETURN r.graph AS graph");

export const readTermMentions = (ids: string[]): Statement =>
  statement(
    `UNWIND $ids AS id MATCH (c:Concept {id: id})<-[m:MENTIONS]-(p:Paper)
     RETURN id AS concept, p.id AS paper, m.salience AS salience, m.spans AS spans`,
    { ids },
  );

/** Pairs that somebody said are not the same. */
export const readDismissals = (prefix: string): Statement =>
  statement(
    "MATCH (j:Judgement) WHERE j.id STARTS WITH $prefix AND j.verdict = 'dismissed' RETURN j.id AS id",
    {
      prefix,
    },
  );

export const termsStatement = (query: {
  kind?: string | undefined;
  minPapers: number;
  limit: number;
}): Cypher => ({
  text: [
    `MATCH (c:Concept) WHERE c.paperCount >= $minPapers${query.kind ? ' AND c.kind = $kind' : ''}`,
    'RETURN c.name AS name, c.kind AS kind, c.aliases AS aliases, c.paperCount AS papers',
    'ORDER BY papers DESC, name LIMIT $limit',
  ].join('\n'),
  parameters: { minPapers: query.minPapers, limit: query.limit, ...(query.kind && { kind: query.kind }) },
});

export const suggestionsStatement = (names: readonly string[]): Cypher => ({
  text: [
    'MATCH (c:Concept) WHERE c.name IN $names',
    'RETURN c.name AS name, c.kind AS kind, c.aliases AS aliases, c.paperCount AS papers ORDER BY name',
  ].join('\n'),
  parameters: { names: [...names] },
});

export const decisionsStatement = (): Cypher => ({
  text: 'MATCH (d:Decision) RETURN d.id AS id, d.json AS decision ORDER BY id',
  parameters: {},
});

export const previewStatement = (ids: readonly string[]): Cypher => ({
  text: [
    'MATCH (c:Concept)<-[m:MENTIONS]-(p:Paper) WHERE c.id IN $ids',
    'RETURN c.name AS term, p.title AS paper, m.count AS mentions, m.spans AS places',
    'ORDER BY term, paper',
  ].join('\n'),
  parameters: { ids: [...ids] },
});

export const thesaurusStatement = (): Cypher => ({
  text: 'MATCH (c:Concept) UNWIND c.aliases AS label\nRETURN label, c.name AS `replace by` ORDER BY label',
  parameters: {},
});
