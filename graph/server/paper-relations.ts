import type { PaperDetail } from '../contract.ts';
import { CONCEPT_RELATIONS, decodeRelationSpan } from '../schema.ts';
import { type Catalogue, conceptRef } from './catalogue.ts';
import type { Context } from './context.ts';
import { isInside, type PaperText } from './evidence.ts';
import { query, type Row, text, texts } from './rows.ts';
import { readPaperRelations } from './statements.ts';

type Stated = PaperDetail['stated'][number];

/** What a paper's own sentences state of two concepts, in the order of its text. */
export async function paperRelations(
  { store, config }: Pick<Context, 'store' | 'config'>,
  catalogue: Catalogue,
  id: string,
  words: PaperText,
): Promise<Stated[]> {
  const rows = await query(store, readPaperRelations(id, config.panelRows), config);
  const found = rows.flatMap((row) => statedBy(row, id, catalogue, words));
  const order = ({ stated: { field }, at }: (typeof found)[number]): number => (field === 'title' ? -1 : at);
  return found.sort((one, other) => order(one) - order(other)).map(({ stated }) => stated);
}

function statedBy(row: Row, paper: string, { concepts }: Catalogue, words: PaperText) {
  const span = texts(row.spans)[texts(row.papers).indexOf(paper)];
  const at = span === undefined ? null : decodeRelationSpan(span);
  const type = CONCEPT_RELATIONS.find((one) => one === text(row.type));
  const [from, to] = [row.source, row.target].map((id) => concepts.get(text(id) ?? ''));
  if (!at || !type || !from || !to) return [];
  const { field, start, end, toStart, toEnd, sentenceStart, sentenceEnd } = at;
  if (!isInside(at, words[field]) || !isInside({ ...at, start: toStart, end: toEnd }, words[field]))
    return [];
  const stated: Stated = {
    type,
    from: conceptRef(from),
    to: conceptRef(to),
    field,
    sentence: (words[field] ?? '').slice(sentenceStart, sentenceEnd),
    fromAt: { start: start - sentenceStart, end: end - sentenceStart },
    toAt: { start: toStart - sentenceStart, end: toEnd - sentenceStart },
  };
  return [{ at: start, stated }];
}
