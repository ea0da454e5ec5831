import type { Query } from '../cells.ts';
import { type Desk, type Draft, DraftRows, listed, plural } from '../draft.ts';
import { PAPER_COLUMNS, sentencesOf, toPaper } from '../evidence.ts';
import type { PlanOf } from '../plan.ts';
import { fold } from '../tokens.ts';
import { stem, wordsOf } from '../word-forms.ts';
import { bestOf, figuresOf } from './figures.ts';
import { countIn } from './sayings.ts';
import { hasFigure, tellingsOf } from './tellings.ts';

/** More papers than this with all the words are no answer to a question after one. */
const MOST = 5;

/** Papers with all these words, as beginnings of words. */
export function describedStatement({ words }: PlanOf<'described'>, limit: number): Query {
  const stems = [...new Set(words.map((word) => stem(fold(word))))];
  return {
    text: `MATCH (p:Paper)
WITH p, toLower(coalesce(p.title, '') + ' . ' + coalesce(p.abstract, '')) AS words
WHERE all(stem IN $stems WHERE words CONTAINS stem)
RETURN ${PAPER_COLUMNS}
ORDER BY title, id LIMIT $limit`,
    parameters: { stems, limit },
  };
}

/** Sentences of the few papers that have all the words of the question; nothing where they are many. */
export async function answerDescribed(plan: PlanOf<'described'>, { run, limits }: Desk): Promise<Draft> {
  const cypher = describedStatement(plan, limits.rows);
  const found = (await run(cypher)).map(toPaper);
  const stems = [...new Set(plan.words.map((word) => stem(fold(word))))];
  const near = found.map((paper) => {
    const sentences = sentencesOf(paper).map((sentence) => new Set(wordsOf(sentence).map(stem)));
    const most = Math.max(0, ...sentences.map((words) => stems.filter((one) => words.has(one)).length));
    return { paper, most };
  });
  near.sort((a, b) => b.most - a.most || (a.paper.id < b.paper.id ? -1 : 1));
  const closest = near.filter(({ most }) => most === near[0]?.most && most >= Math.min(2, stems.length));
  const rows = new DraftRows();
  const quoted: string[] = [];
  const chosen = closest.length <= MOST ? closest : [];
  for (const { paper } of chosen) {
    for (const told of tellingsOf(paper, [], plan.wants, plan.words)) {
      rows.add([paper.title, told.sentence, paper.sources.join(', ')], [paper], [told]);
      quoted.push(told.sentence);
    }
  }
  const counted = chosen.length === 1 && plan.counted ? countIn([chosen[0]!.paper], plan) : null;
  const words = listed(plan.words.map((word) => `“${word}”`));
  const draft = {
    cypher,
    columns: ['paper', 'sentence', 'source'],
    rows: rows.rows,
    citations: rows.citations,
    papers: rows.papers,
  };
  if (counted) {
    const { n, citation } = counted;
    const { paper } = chosen[0]!;
    const message = `${n} ${plan.counted}, as the one paper with all of ${words} says.`;
    const row = [paper.title, citation.sentence, paper.sources.join(', ')];
    return { ...draft, rows: [row], citations: [[citation]], value: n, message };
  }
  if (plan.counted) {
    const message = `No one paper here with all of ${words} says how many ${plan.counted} there are.`;
    return { ...draft, rows: [], citations: [], papers: [], value: null, message, missing: true };
  }
  if (chosen.length === 0) {
    const message =
      found.length === 0
        ? `No paper in this corpus has all of ${words}.`
        : `${plural(found.length, 'paper has', 'papers have')} all of ${words}; name one of them to ask about it.`;
    return { ...draft, value: null, message, missing: true };
  }
  const isSingle = chosen.length === 1;
  const best = isSingle && plan.wants.includes('figures') ? quoted.map(bestOf).find(Boolean) : undefined;
  const figures = quoted.filter(hasFigure).flatMap(figuresOf);
  return {
    ...draft,
    value:
      best ??
      (isSingle && plan.wants.includes('figures')
        ? figures.join(', ') || null
        : isSingle
          ? chosen[0]!.paper.title
          : null),
    message: `${isSingle ? 'One paper' : `${chosen.length} papers`} come${isSingle ? 's' : ''} closest, with all of ${words}; what follows is quoted.`,
  };
}
