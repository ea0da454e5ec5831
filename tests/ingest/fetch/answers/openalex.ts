import { json, madePapers } from './papers.ts';
import type { AskedRequest, StubAnswer } from './stub-answer.ts';

/** Works; by cursor only with a key, as since October 2026. The cursor of the last page is null. */
export function answerOpenAlex({ path, parameters }: AskedRequest, papers: number): StubAnswer {
  const size = Number(parameters.get('per_page'));
  if (path !== '/works' || !parameters.get('search') || !(size >= 1 && size <= 100)) {
    return json({ error: 'Invalid query', message: 'Invalid query parameters' }, 403);
  }
  const cursor = parameters.get('cursor');
  if (cursor !== null && !parameters.get('api_key'))
    return json({ error: 'No key', message: 'Unauthorized' }, 401);
  const page = Number(parameters.get('page') ?? 1);
  if (page * size > 10_000) return json({ error: 'Too deep', message: 'Use a cursor' }, 403);
  const at = cursor === null ? (page - 1) * size : cursor === '*' ? 0 : Number(cursor.slice('next-'.length));
  const results = madePapers(at, Math.min(at + size, papers)).map((paper) => ({
    id: `https://openalex.org/W${1000 + paper.at}`,
    doi: `https://doi.org/${paper.doi}`,
    title: paper.title,
    publication_year: paper.year,
    authorships: [{ author: { display_name: paper.author } }],
    primary_location: { source: { display_name: 'Journal of Sway' } },
    keywords: [{ display_name: 'bridges' }],
    referenced_works: ['https://openalex.org/W999'],
    abstract_inverted_index: inverted(paper.abstract),
  }));
  const next = at + size < papers ? `next-${at + size}` : null;
  return json({
    meta: { count: papers, per_page: size, next_cursor: cursor === null ? null : next },
    results,
  });
}

function inverted(text: string): Record<string, number[]> {
  const index: Record<string, number[]> = {};
  text.split(' ').forEach((word, at) => {
    index[word] = [...(index[word] ?? []), at];
  });
  return index;
}
