import { json, madePapers } from './papers.ts';
import type { AskedRequest, StubAnswer } from './stub-answer.ts';

/** Pages are ten papers here; the real ones are a thousand. */
const SIZE = 10;

/** Bulk search; a token while there is more. Refuses parameters that it doesn't know. */
export function answerSemanticScholar({ path, parameters }: AskedRequest, papers: number): StubAnswer {
  const known = [...parameters.keys()].every((name) => ['query', 'fields', 'year', 'token'].includes(name));
  if (path !== '/paper/search/bulk' || !parameters.get('query') || !known) {
    return json({ error: 'Unrecognized or unsupported fields' }, 400);
  }
  const at = Number((parameters.get('token') ?? 'token-0').slice('token-'.length));
  const data = madePapers(at, Math.min(at + SIZE, papers)).map((paper) => ({
    paperId: `s2-${paper.at}`,
    externalIds: { DOI: paper.doi, CorpusId: paper.at },
    url: `https://www.semanticscholar.org/paper/s2-${paper.at}`,
    title: paper.title,
    abstract: paper.abstract,
    venue: 'Journal of Sway',
    year: paper.year,
    authors: [{ authorId: '1', name: paper.author }],
  }));
  return json({ total: papers, token: at + SIZE < papers ? `token-${at + SIZE}` : null, data });
}
