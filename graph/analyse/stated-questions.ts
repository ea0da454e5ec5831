import type { Literature } from '../analysis/literature.ts';
import { rowsOf } from '../projection/pages.ts';
import { readIntroduced, readMentionSpans } from '../projection/statements.ts';
import { decodeSpan } from '../schema.ts';
import type { ReadOptions, StoreReader } from '../store/store.ts';
import type { Place, StatedQuestions } from './question-places.ts';
import type { AnalysisPool } from './workers/analysis-pool.ts';

/** Finds the questions and reads the places of the mentions in their papers only. */
export async function readStatedQuestions(
  store: StoreReader,
  literature: Literature,
  pool: AnalysisPool,
  rowsPerPage: number,
  options: ReadOptions = {},
): Promise<StatedQuestions> {
  const { graph } = literature;
  const questions = await pool.run('questions', literature);
  const papers = new Map(questions.map(({ paper }) => [graph.paperIds[paper]!, paper]));
  const concepts = new Map(graph.concepts.map(({ id }, index) => [id, index]));
  const places = new Map<number, Place[]>();
  for await (const rows of rowsOf(store, readMentionSpans, [...papers.keys()], rowsPerPage, options)) {
    for (const [paperId, conceptId, spans] of rows) {
      const paper = papers.get(String(paperId));
      const concept = concepts.get(String(conceptId));
      if (paper === undefined || concept === undefined || !Array.isArray(spans)) continue;
      const list = places.get(paper) ?? [];
      places.set(paper, list);
      for (const text of spans) {
        const span = decodeSpan(String(text));
        if (span) list.push({ concept, field: span.field, start: span.start, end: span.end });
      }
    }
  }
  for (const list of places.values()) list.sort((a, b) => a.start - b.start || a.concept - b.concept);
  return { questions, places };
}

/** Which paper introduces which concept, by indexes. */
export async function readIntroductions(
  store: StoreReader,
  { graph }: Literature,
  rowsPerPage: number,
  options: ReadOptions = {},
): Promise<{ paper: number; concept: number }[]> {
  const papers = new Map(graph.paperIds.map((id, index) => [id, index]));
  const concepts = new Map(graph.concepts.map(({ id }, index) => [id, index]));
  const introduces: { paper: number; concept: number }[] = [];
  for await (const rows of rowsOf(store, readIntroduced, graph.paperIds, rowsPerPage, options)) {
    for (const [paperId, conceptId] of rows) {
      const paper = papers.get(String(paperId));
      const concept = concepts.get(String(conceptId));
      if (paper !== undefined && concept !== undefined) introduces.push({ paper, concept });
    }
  }
  return introduces.sort((a, b) => a.paper - b.paper || a.concept - b.concept);
}
