import type { StoreReader } from '../store/store.ts';
import type { Catalogue } from './catalogue.ts';
import type { ServerConfig } from './config.ts';
import { evidenceOf, sharedSentence, spansOf } from './evidence.ts';
import { query, text } from './rows.ts';
import { readMentionSentences, readSharedSentences } from './statements.ts';

/** Papers looked at for a sentence that names both concepts. */
const PAPERS_PER_STEP = 40;

/**
 * The sentence that holds a step together: where the paper names the concept; between two concepts, where a
 * paper names both, in one sentence if there is such a one.
 */
export async function stepSentence(
  store: StoreReader,
  catalogue: Catalogue,
  [a, b]: readonly [string, string],
  config: Pick<ServerConfig, 'readMs'>,
): Promise<string | null> {
  if (catalogue.papers.has(a)) return mentionSentence(store, a, b, config);
  if (catalogue.papers.has(b)) return mentionSentence(store, b, a, config);
  let fallback: string | null = null;
  for (const row of await query(store, readSharedSentences(a, b, PAPERS_PER_STEP), config)) {
    const paper = { title: text(row.title), abstract: text(row.abstract) };
    const first = spansOf(row.first, paper);
    const shared = sharedSentence(first, spansOf(row.second, paper), paper);
    if (shared !== null) return shared;
    fallback ??= evidenceOf(first, paper, 1)[0]?.sentence ?? null;
  }
  return fallback;
}

async function mentionSentence(
  store: StoreReader,
  paperId: string,
  conceptId: string,
  config: Pick<ServerConfig, 'readMs'>,
): Promise<string | null> {
  const [row] = await query(store, readMentionSentences(paperId, conceptId), config);
  if (!row) return null;
  const paper = { title: text(row.title), abstract: text(row.abstract) };
  return evidenceOf(spansOf(row.spans, paper), paper, 1)[0]?.sentence ?? null;
}
