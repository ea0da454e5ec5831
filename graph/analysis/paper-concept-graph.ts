import { LacunaError } from '../errors.ts';
import type { ConceptKind } from '../schema.ts';
import { type Incidence, incidenceOf, transpose } from './incidence.ts';

export interface ConceptFacts {
  id: string;
  name: string;
  kind: ConceptKind;
  /** What it is a version, size or variant of, where that is known. */
  family?: string | null;
}

export interface MentionFacts {
  paperId: string;
  conceptId: string;
  /** 0 to 1: how much the paper is about the concept. */
  salience: number;
}

/**
 * Which paper speaks of which concept, weighted by salience. Typed arrays, for a graph object of a million
 * mentions would take gigabytes. Papers and concepts go by their index here; both stand in the order of their
 * ids, so that no result depends on the order in which a store gave the rows.
 */
export interface PaperConceptGraph {
  readonly paperIds: readonly string[];
  readonly concepts: readonly ConceptFacts[];
  /** Rows: papers. Columns: concepts. */
  readonly byPaper: Incidence;
  /** The same, rows and columns changed over. */
  readonly byConcept: Incidence;
}

/** Throws `internal` for a mention whose paper or concept is not given. */
export function paperConceptGraph(
  paperIds: Iterable<string>,
  concepts: Iterable<ConceptFacts>,
  mentions: readonly MentionFacts[],
): PaperConceptGraph {
  const sortedPapers = [...new Set(paperIds)].sort(compareIds);
  const sortedConcepts = [...new Map([...concepts].map((concept) => [concept.id, concept])).values()].sort(
    (a, b) => compareIds(a.id, b.id),
  );
  const paperIndex = new Map(sortedPapers.map((id, index) => [id, index]));
  const conceptIndex = new Map(sortedConcepts.map((concept, index) => [concept.id, index]));
  const row = new Uint32Array(mentions.length);
  const column = new Uint32Array(mentions.length);
  const weight = new Float64Array(mentions.length);
  mentions.forEach((mention, i) => {
    row[i] = indexOf(paperIndex, mention.paperId, 'paper');
    column[i] = indexOf(conceptIndex, mention.conceptId, 'concept');
    weight[i] = mention.salience;
  });
  const byPaper = incidenceOf(sortedPapers.length, sortedConcepts.length, row, column, weight);
  return {
    paperIds: sortedPapers,
    concepts: sortedConcepts,
    byPaper,
    byConcept: transpose(byPaper, sortedConcepts.length),
  };
}

/** By UTF-16 code unit, as both stores sort the hexadecimal ids. */
export function compareIds(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function indexOf(index: ReadonlyMap<string, number>, id: string, what: string): number {
  const found = index.get(id);
  if (found === undefined) throw new LacunaError('internal', `a mention names an unknown ${what}: ${id}`);
  return found;
}
