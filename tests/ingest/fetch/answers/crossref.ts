import { json, madePapers } from './papers.ts';
import type { AskedRequest, StubAnswer } from './stub-answer.ts';

/** Works, by offset, and no deeper than the real one. */
export function answerCrossref({ path, parameters }: AskedRequest, papers: number): StubAnswer {
  const size = Number(parameters.get('rows'));
  const offset = Number(parameters.get('offset') ?? 0);
  const isWrong = size > 1000 || offset + size > 10_000 || parameters.has('cursor');
  if (path !== '/works' || !parameters.get('query') || !parameters.get('mailto') || isWrong) {
    return json({ status: 'failed', message: [{ message: 'bad parameters' }] }, 400);
  }
  const items = madePapers(offset, Math.min(offset + size, papers)).map((paper) => ({
    DOI: paper.doi,
    title: [paper.title],
    abstract: `<jats:p>${paper.abstract}</jats:p>`,
    'container-title': ['Journal of Sway'],
    issued: { 'date-parts': [[paper.year]] },
    author: [{ given: 'Ada', family: 'Northfield' }],
    URL: `https://doi.org/${paper.doi}`,
  }));
  const message = { 'total-results': papers, 'items-per-page': size, items };
  return json({ status: 'ok', 'message-type': 'work-list', message });
}
