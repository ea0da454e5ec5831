import { CONCEPT_RELATIONS, type ConceptRelation } from '../schema.ts';
import type { Statement, Value } from '../store/store.ts';

/**
 * All Cypher that the server sends, in the subset that both stores speak: labels that find the index, ids as
 * parameters (`UNWIND $ids`), no label alternatives, no slices of `collect()`. Text and parameters stay apart.
 */
const statement = (text: string, parameters: Record<string, Value> = {}): Statement => ({ text, parameters });

/** All relations that sentences state. */
const STATED = CONCEPT_RELATIONS.join('|');

/** What has a page of its own in the panel. */
export type Anchor = 'Paper' | 'Concept';

// The whole graph in outline, page by page.

export const readRuns = (): Statement =>
  statement("MATCH (r:Run) WHERE r.id <> 'writing' RETURN r ORDER BY r.id");

export const readThemes = (): Statement =>
  statement(
    `MATCH (t:Theme)
     RETURN t.id AS id, t.label AS label, t.level AS level, t.size AS size, t.paperCount AS paperCount,
            t.colour AS colour, t.topConcepts AS topConcepts, t.ownLabel AS ownLabel, t.stability AS stability,
            t.otherStability AS otherStability, t.centrality AS centrality, t.density AS density,
            t.quadrant AS quadrant, t.x AS x, t.y AS y
     ORDER BY level, size DESC, id`,
  );

export const readThemeParents = (): Statement =>
  statement(
    'MATCH (s:Theme)-[:PART_OF]->(t:Theme) RETURN s.id AS theme, t.id AS parent ORDER BY theme, parent',
  );

const OPENING_CHARACTERS = 200;

/** In order. NOTE: the embedded engine sorts all for each page of an ordered statement, so ids come first and pages by them. */
export const readIds = (anchor: Anchor): Statement =>
  statement(`MATCH (n:${anchor}) RETURN n.id AS id ORDER BY id`);

/** `opening` stands for the title where there is none. */
export const readPaperOutlines = (ids: string[]): Statement =>
  statement(
    `UNWIND $ids AS one MATCH (p:Paper {id: one})
     RETURN p.id AS id, p.title AS title,
            CASE WHEN p.title IS NULL THEN left(p.abstract, ${OPENING_CHARACTERS}) ELSE null END AS opening,
            p.year AS year, p.venue AS venue, p.authors AS authors, p.x AS x, p.y AS y
     ORDER BY id`,
    { ids },
  );

export const readPaperWeights = (ids: string[]): Statement =>
  statement(
    `UNWIND $ids AS id MATCH (p:Paper {id: id})-[m:MENTIONS]->(:Concept)
     RETURN id, coalesce(sum(m.salience), 0) AS weight`,
    { ids },
  );

export const readConceptOutlines = (ids: string[]): Statement =>
  statement(
    `UNWIND $ids AS one MATCH (c:Concept {id: one})
     RETURN c.id AS id, c.name AS name, c.kind AS kind, c.paperCount AS paperCount, c.aliases AS aliases,
            c.x AS x, c.y AS y
     ORDER BY id`,
    { ids },
  );

export const readMemberships = (anchor: Anchor, ids: string[]): Statement =>
  statement(
    `UNWIND $ids AS id MATCH (n:${anchor} {id: id})-[r:IN_THEME]->(t:Theme)
     RETURN id, t.id AS theme, r.share AS share, r.ambiguity AS ambiguity`,
    { ids },
  );

export const countMentions = (): Statement =>
  statement('MATCH ()-[m:MENTIONS]->() RETURN count(m) AS mentions');

// What ties papers and concepts, from the side that they go out from.

export const readMentionEdges = (ids: string[]): Statement =>
  statement(
    `UNWIND $ids AS id MATCH (:Paper {id: id})-[m:MENTIONS]->(c:Concept)
     RETURN id AS source, c.id AS target, m.salience AS weight`,
    { ids },
  );

export const readIntroductionEdges = (ids: string[]): Statement =>
  statement(
    'UNWIND $ids AS id MATCH (:Paper {id: id})-[:INTRODUCES]->(c:Concept) RETURN id AS source, c.id AS target',
    { ids },
  );

export const readCoOccurrenceTies = (ids: string[]): Statement =>
  statement(
    `UNWIND $ids AS id MATCH (:Concept {id: id})-[r:CO_OCCURS]->(d:Concept)
     RETURN id AS source, d.id AS target, r.strength AS weight, r.papers AS papers`,
    { ids },
  );

export const readStatedTies = (ids: string[]): Statement =>
  statement(
    `UNWIND $ids AS id MATCH (:Concept {id: id})-[r:${CONCEPT_RELATIONS.join('|')}]->(d:Concept)
     RETURN type(r) AS type, id AS source, d.id AS target, r.count AS weight`,
    { ids },
  );

export const readSharingEdges = (ids: string[]): Statement =>
  statement(
    `UNWIND $ids AS id MATCH (:Paper {id: id})-[s:SHARES]->(q:Paper)
     RETURN id AS source, q.id AS target, s.weight AS weight`,
    { ids },
  );

// One paper.

export const readPaper = (id: string): Statement => statement('MATCH (p:Paper {id: $id}) RETURN p', { id });

export const readPaperMentions = (id: string): Statement =>
  statement(
    `MATCH (:Paper {id: $id})-[m:MENTIONS]->(c:Concept)
     RETURN c.id AS concept, m.count AS count, m.salience AS salience, m.role AS role, m.spans AS spans
     ORDER BY salience DESC, concept`,
    { id },
  );

export const readPaperIntroductions = (id: string): Statement =>
  statement('MATCH (:Paper {id: $id})-[:INTRODUCES]->(c:Concept) RETURN c.id AS concept', { id });

export const readRelatedPapers = (id: string, limit: number): Statement =>
  statement(
    `MATCH (:Paper {id: $id})-[s:SHARES]-(q:Paper)
     RETURN q.id AS paper, s.weight AS weight, s.concepts AS concepts ORDER BY weight DESC, paper LIMIT $limit`,
    { id, limit },
  );

/** What sentences of a paper state, with all papers that state it. */
export const readPaperRelations = (id: string, limit: number): Statement =>
  statement(
    `MATCH (:Paper {id: $id})-[:MENTIONS]->(c:Concept)-[r:${STATED}]->(d:Concept) WHERE $id IN r.papers
     RETURN c.id AS source, type(r) AS type, d.id AS target, r.papers AS papers, r.spans AS spans
     ORDER BY source, target, type LIMIT $limit`,
    { id, limit },
  );

export const readMentionsOf = (ids: string[]): Statement =>
  statement(
    `UNWIND $ids AS id MATCH (:Paper {id: id})-[m:MENTIONS]->(c:Concept)
     RETURN id AS paper, c.id AS concept, m.salience AS salience`,
    { ids },
  );

// One concept.

export const readConceptPapers = (id: string, limit: number): Statement =>
  statement(
    `MATCH (:Concept {id: $id})<-[m:MENTIONS]-(p:Paper)
     RETURN p.id AS paper, p.title AS title, p.abstract AS abstract, m.salience AS salience, m.spans AS spans
     ORDER BY salience DESC, paper LIMIT $limit`,
    { id, limit },
  );

export const readConceptIntroductions = (id: string): Statement =>
  statement('MATCH (:Concept {id: $id})<-[:INTRODUCES]-(p:Paper) RETURN p.id AS paper', { id });

export const readConceptNaming = (id: string): Statement =>
  statement('MATCH (c:Concept {id: $id}) RETURN c.aliasReasons AS reasons, c.family AS family', { id });

export const readConceptYears = (id: string): Statement =>
  statement(
    `MATCH (:Concept {id: $id})<-[:MENTIONS]-(p:Paper) WHERE p.year IS NOT NULL
     RETURN p.year AS year, count(p) AS papers ORDER BY year`,
    { id },
  );

/** Strongest by the equivalence index c_ij^2 / (c_i c_j), which is papers times strength but for a constant. */
export const readTogether = (id: string, limit: number): Statement =>
  statement(
    `MATCH (:Concept {id: $id})-[r:CO_OCCURS]-(d:Concept)
     RETURN d.id AS concept, r.papers AS papers, r.strength AS strength, r.papers * r.strength AS tie
     ORDER BY tie DESC, concept LIMIT $limit`,
    { id, limit },
  );

export const readRelationsFrom = (id: string, limit: number): Statement =>
  statement(
    `MATCH (:Concept {id: $id})-[r:${STATED}]->(d:Concept)
     RETURN type(r) AS type, d.id AS concept, r.count AS count, r.papers AS papers, r.spans AS spans
     ORDER BY count DESC, concept, type LIMIT $limit`,
    { id, limit },
  );

export const readRelationsTo = (id: string, limit: number): Statement =>
  statement(
    `MATCH (:Concept {id: $id})<-[r:${STATED}]-(d:Concept)
     RETURN type(r) AS type, d.id AS concept, r.count AS count, r.papers AS papers, r.spans AS spans
     ORDER BY count DESC, concept, type LIMIT $limit`,
    { id, limit },
  );

export const readPaperTexts = (ids: string[]): Statement =>
  statement(
    'UNWIND $ids AS id MATCH (p:Paper {id: id}) RETURN id AS paper, p.title AS title, p.abstract AS abstract',
    { ids },
  );

// One theme.

export const readThemeConcepts = (id: string, limit: number): Statement =>
  statement(
    `MATCH (:Theme {id: $id})<-[:IN_THEME]-(c:Concept)
     RETURN c.id AS concept, c.paperCount AS papers ORDER BY papers DESC, concept LIMIT $limit`,
    { id, limit },
  );

export const readThemePapers = (id: string, limit: number): Statement =>
  statement(
    `MATCH (:Theme {id: $id})<-[r:IN_THEME]-(p:Paper)
     RETURN p.id AS paper, r.share AS share ORDER BY share DESC, paper LIMIT $limit`,
    { id, limit },
  );

export const readPapersOfTheme = (id: string): Statement =>
  statement('MATCH (:Theme {id: $id})<-[:IN_THEME]-(p:Paper) RETURN p.id AS paper ORDER BY paper', { id });

export const readThemeYears = (id: string): Statement =>
  statement(
    `MATCH (:Theme {id: $id})<-[:IN_THEME]-(p:Paper) WHERE p.year IS NOT NULL
     RETURN p.year AS year, count(p) AS papers ORDER BY year`,
    { id },
  );

/** What ties it to other themes of its level: how strongly their concepts occur together. */
export const readThemeLinks = (id: string, level: number, limit: number): Statement =>
  statement(
    `MATCH (:Theme {id: $id})<-[:IN_THEME]-(:Concept)-[r:CO_OCCURS]-(:Concept)-[:IN_THEME]->(u:Theme)
     WHERE u.id <> $id AND u.level = $level
     RETURN u.id AS theme, coalesce(sum(r.papers), 0) AS weight ORDER BY weight DESC, theme LIMIT $limit`,
    { id, level, limit },
  );

// What ties two things.

/** Papers that state this of the two concepts, and where. */
export const readStated = (type: ConceptRelation, from: string, to: string): Statement =>
  statement(
    `MATCH (:Concept {id: $from})-[r:${type}]->(:Concept {id: $to}) RETURN r.papers AS papers, r.spans AS spans`,
    { from, to },
  );

/** Papers that name both concepts, and where. */
export const readSharedSpans = (a: string, b: string, limit: number): Statement =>
  statement(
    `MATCH (:Concept {id: $a})<-[m:MENTIONS]-(p:Paper)-[n:MENTIONS]->(:Concept {id: $b})
     RETURN p.id AS paper, m.spans AS first, n.spans AS second
     ORDER BY p.id LIMIT $limit`,
    { a, b, limit },
  );

export const readMentionSentences = (paper: string, concept: string): Statement =>
  statement(
    `MATCH (p:Paper {id: $paper})-[m:MENTIONS]->(:Concept {id: $concept})
     RETURN p.title AS title, p.abstract AS abstract, m.spans AS spans`,
    { paper, concept },
  );

export const ping = (): Statement => statement('RETURN 1 AS one');
