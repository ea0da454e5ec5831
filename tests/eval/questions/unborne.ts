import type { Answer } from '../../../graph/contract.ts';
import type { Run } from '../../../graph/questions/cells.ts';
import { readPapers } from '../../../graph/questions/evidence.ts';

/** What an answer says without papers that bear it out: rows without citations, citations that stand nowhere. */
export async function unborne(answer: Answer, run: Run): Promise<string[]> {
  if (answer.status !== 'answered') return [];
  const found: string[] = [];
  const told = (what: string): void => void found.push(`${answer.question}: ${what}`);
  if (answer.rows.length !== answer.citations.length) told('rows and citations differ in number');
  for (const [at, citations] of answer.citations.entries())
    if (citations.length === 0) told(`row ${at} cites nothing`);
  const papers = await readPapers(
    run,
    answer.papers.map(({ id }) => id),
  );
  const texts = new Map(
    papers.map((paper) => [paper.id, [paper.ownTitle ?? '', paper.title, paper.abstract]]),
  );
  for (const { paper, sentence } of answer.citations.flat())
    if (!texts.get(paper)?.some((text) => text.includes(sentence))) told(`${paper} has no “${sentence}”`);
  const isNothing = answer.value === 0 || answer.value === false || answer.value === null;
  if (answer.rows.length === 0 && answer.papers.length === 0 && !isNothing) told('a value rests on nothing');
  if (answer.rows.length === 0 && isNothing && answer.message === '') told('nothing is said of nothing');
  return found;
}
