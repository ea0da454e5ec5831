import type { Statement, Value } from '../store/store.ts';

/** Cypher for gaps, what people said of them, and what the analysis found out beside; see statements.ts. */
const statement = (text: string, parameters: Record<string, Value> = {}): Statement => ({ text, parameters });

export const readFinding = (id: string): Statement =>
  statement('MATCH (f:Finding {id: $id}) RETURN f.json AS json', { id });

export const readGaps = (after: string, limit: number): Statement =>
  statement(
    `MATCH (g:Gap) WHERE g.id > $after
     RETURN g.id AS id, g.kind AS kind, g.rank AS rank, g.score AS score, g.title AS title,
            g.observed AS observed, g.expected AS expected, g.evidence AS evidence
     ORDER BY id LIMIT $limit`,
    { after, limit },
  );

export const readGapEvidence = (id: string): Statement =>
  statement('MATCH (g:Gap {id: $id}) RETURN g.evidence AS evidence', { id });

export const readJudgements = (): Statement =>
  statement('MATCH (j:Judgement) RETURN j.id AS id, j.verdict AS verdict, j.note AS note ORDER BY id');

export const countPair = (one: string, other: string): Statement =>
  statement(
    `MATCH (:Concept {id: $one})<-[:MENTIONS]-(p:Paper)-[:MENTIONS]->(:Concept {id: $other})
     RETURN count(DISTINCT p.id) AS papers`,
    { one, other },
  );

/** Papers that name both, the newest first, and where. */
export const readPair = (one: string, other: string, limit: number): Statement =>
  statement(
    `MATCH (:Concept {id: $one})<-[m:MENTIONS]-(p:Paper)-[n:MENTIONS]->(:Concept {id: $other})
     RETURN p.id AS paper, p.title AS title, p.abstract AS abstract, m.spans AS one, n.spans AS other,
            coalesce(p.year, 0) AS year
     ORDER BY year DESC, paper LIMIT $limit`,
    { one, other, limit },
  );

export const readPapers = (ids: string[]): Statement =>
  statement('UNWIND $ids AS id MATCH (p:Paper {id: id}) RETURN p', { ids });
