import type { ConceptDetail } from '../contract.ts';
import { CONCEPT_RELATIONS, decodeRelationSpan } from '../schema.ts';
import { type Catalogue, conceptRef, paperRef } from './catalogue.ts';
import type { Context } from './context.ts';
import { isInside, type PaperText } from './evidence.ts';
import { integer, query, queryByIds, type Row, text, texts } from './rows.ts';
import { readPaperTexts, readRelationsFrom, readRelationsTo } from './statements.ts';

type ConceptRelationDetail = ConceptDetail['relations'][number];
type Statement = ConceptRelationDetail['sentences'][number];

/** One stored relation, seen from the concept that is asked for. */
interface Edge {
  row: Row;
  isOut: boolean;
  /** The papers whose sentences are shown, with the encoded span. */
  shown: { paper: string; span: string }[];
}

function edgesOf(rows: readonly Row[], isOut: boolean, limit: number): Edge[] {
  return rows.map((row) => {
    const spans = texts(row.spans);
    const shown = texts(row.papers).slice(0, limit);
    return { row, isOut, shown: shown.map((paper, i) => ({ paper, span: spans[i] ?? '' })) };
  });
}

function sentenceOf(
  { paper, span }: Edge['shown'][number],
  isOut: boolean,
  catalogue: Catalogue,
  words: PaperText,
): Statement[] {
  const at = decodeRelationSpan(span);
  const known = catalogue.papers.get(paper);
  if (!at || !known) return [];
  const { field, sentenceStart, sentenceEnd, toStart, toEnd } = at;
  if (!isInside(at, words[field]) || !isInside({ ...at, start: toStart, end: toEnd }, words[field]))
    return [];
  const from = { start: at.start - sentenceStart, end: at.end - sentenceStart };
  const to = { start: toStart - sentenceStart, end: toEnd - sentenceStart };
  const sentence = (words[field] ?? '').slice(sentenceStart, sentenceEnd);
  const [self, other] = isOut ? [from, to] : [to, from];
  return [{ paper: paperRef(known), sentence, field, self, other }];
}

/** What sentences state of a concept and others, by type, what most papers state first. */
export async function conceptRelations(
  { store, config }: Pick<Context, 'store' | 'config'>,
  catalogue: Catalogue,
  id: string,
): Promise<ConceptRelationDetail[]> {
  const [out, into] = await Promise.all([
    query(store, readRelationsFrom(id, config.panelRows), config),
    query(store, readRelationsTo(id, config.panelRows), config),
  ]);
  const limit = config.evidencePerPaper;
  const edges = [...edgesOf(out, true, limit), ...edgesOf(into, false, limit)];
  const papers = [...new Set(edges.flatMap(({ shown }) => shown.map(({ paper }) => paper)))];
  const rows = await queryByIds(store, readPaperTexts, papers, config);
  const wordsOf = new Map(
    rows.map((row) => [text(row.paper) ?? '', { title: text(row.title), abstract: text(row.abstract) }]),
  );
  const relations = edges.flatMap(({ row, isOut, shown }): ConceptRelationDetail[] => {
    const type = CONCEPT_RELATIONS.find((one) => one === text(row.type));
    const other = catalogue.concepts.get(text(row.concept) ?? '');
    if (!type || !other) return [];
    const sentences = shown.flatMap((one) => {
      const words = wordsOf.get(one.paper);
      return words ? sentenceOf(one, isOut, catalogue, words) : [];
    });
    const direction = type === 'COMPARED_WITH' ? 'both' : isOut ? 'out' : 'in';
    return [{ type, direction, concept: conceptRef(other), papers: integer(row.count) ?? 0, sentences }];
  });
  const order = (relation: ConceptRelationDetail): number => CONCEPT_RELATIONS.indexOf(relation.type);
  return relations.sort((a, b) => order(a) - order(b) || b.papers - a.papers);
}
