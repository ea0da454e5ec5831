import type { ConceptRelation, RelationSpan } from '../../graph/schema.ts';
import type { Extraction, Mention, Relation } from '../extract/extractor.ts';

/** What one paper says of two concepts, with the sentence that says it best. */
export interface PaperRelation {
  type: ConceptRelation;
  fromConceptId: string;
  toConceptId: string;
  confidence: number;
  span: RelationSpan;
}

/** More confidence first, then the abstract, which says more than a title, then by place. */
function isBetter(one: PaperRelation, other: PaperRelation): boolean {
  if (one.confidence !== other.confidence) return one.confidence > other.confidence;
  if (one.span.field !== other.span.field) return one.span.field === 'abstract';
  return one.span.start - other.span.start < 0;
}

function relationOf(
  { type, confidence }: Relation,
  [from, fromConceptId]: readonly [Mention, string],
  [to, toConceptId]: readonly [Mention, string],
): PaperRelation {
  const { field, start, end, sentenceStart, sentenceEnd } = from;
  const span = { field, start, end, toStart: to.start, toEnd: to.end, sentenceStart, sentenceEnd };
  return { type, fromConceptId, toConceptId, confidence, span };
}

/**
 * The relations of one paper between concepts, each type and pair once, sorted; never of a concept with itself. Being
 * compared goes both ways, so it is kept from the lower id to the higher.
 */
export function relateConcepts(
  { mentions, relations }: Extraction,
  conceptOf: (surface: string) => string | null,
): PaperRelation[] {
  const best = new Map<string, PaperRelation>();
  for (const relation of relations) {
    const [from, to] = [mentions[relation.from], mentions[relation.to]];
    if (!from || !to || from.field !== to.field || from.sentenceStart !== to.sentenceStart) continue;
    const [fromId, toId] = [conceptOf(from.surface), conceptOf(to.surface)];
    if (fromId === null || toId === null || fromId === toId) continue;
    const ends = [
      [from, fromId],
      [to, toId],
    ] as const;
    const isTurned = relation.type === 'COMPARED_WITH' && toId < fromId;
    const found = relationOf(relation, ends[isTurned ? 1 : 0], ends[isTurned ? 0 : 1]);
    const key = `${found.type} ${found.fromConceptId} ${found.toConceptId}`;
    const known = best.get(key);
    if (!known || isBetter(found, known)) best.set(key, found);
  }
  return [...best].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, relation]) => relation);
}
