import { CONCEPT_RELATIONS, decodeRelationSpan } from '../schema.ts';
import type { StoreReader } from '../store/store.ts';
import type { Catalogue } from './catalogue.ts';
import type { ServerConfig } from './config.ts';
import { evidenceOf, isInside, type PaperText, sharedSentence, spansOf } from './evidence.ts';
import { query, type Row, text, texts } from './rows.ts';
import { readMentionSentences, readPaperTexts, readSharedSentences, readStated } from './statements.ts';
import type { TieType } from './ties.ts';

/** Papers looked at for a sentence that names both concepts. */
const PAPERS_PER_STEP = 40;

/** What a paper says of two things; the id is of the paper. */
export interface Said {
  paper: string;
  sentence: string;
}

/**
 * The sentence that holds a step together: where the paper names the concept; between two concepts, where a paper
 * states their relation, or names both, in one sentence if there is such a one. Null where there is none.
 */
export async function stepSentence(
  store: StoreReader,
  catalogue: Pick<Catalogue, 'papers'>,
  [a, b]: readonly [string, string],
  type: TieType,
  config: Pick<ServerConfig, 'readMs'>,
): Promise<Said | null> {
  if (catalogue.papers.has(a)) return mentionSentence(store, a, b, config);
  if (catalogue.papers.has(b)) return mentionSentence(store, b, a, config);
  const relation = CONCEPT_RELATIONS.find((known) => known === type);
  const stated =
    relation && (await statedSentence(store, await query(store, readStated(relation, a, b), config), config));
  if (stated) return stated;
  let fallback: Said | null = null;
  for (const row of await query(store, readSharedSentences(a, b, PAPERS_PER_STEP), config)) {
    const paper = text(row.paper) ?? '';
    const words = wordsOf(row);
    const first = spansOf(row.first, words);
    const shared = sharedSentence(first, spansOf(row.second, words), words);
    if (shared !== null) return { paper, sentence: shared };
    const sentence = evidenceOf(first, words, 1)[0]?.sentence;
    if (sentence !== undefined) fallback ??= { paper, sentence };
  }
  return fallback;
}

async function mentionSentence(
  store: StoreReader,
  paper: string,
  concept: string,
  config: Pick<ServerConfig, 'readMs'>,
): Promise<Said | null> {
  const [row] = await query(store, readMentionSentences(paper, concept), config);
  if (!row) return null;
  const words = wordsOf(row);
  const sentence = evidenceOf(spansOf(row.spans, words), words, 1)[0]?.sentence;
  return sentence === undefined ? null : { paper, sentence };
}

async function statedSentence(
  store: StoreReader,
  rows: readonly Row[],
  config: Pick<ServerConfig, 'readMs'>,
): Promise<Said | null> {
  for (const row of rows) {
    const spans = texts(row.spans);
    for (const [i, paper] of texts(row.papers).slice(0, PAPERS_PER_STEP).entries()) {
      const at = decodeRelationSpan(spans[i] ?? '');
      const [words] = at ? await query(store, readPaperTexts([paper]), config) : [];
      const field = at && words ? wordsOf(words)[at.field] : null;
      if (at && isInside(at, field)) {
        return { paper, sentence: field!.slice(at.sentenceStart, at.sentenceEnd) };
      }
    }
  }
  return null;
}

const wordsOf = (row: Row): PaperText => ({ title: text(row.title), abstract: text(row.abstract) });
