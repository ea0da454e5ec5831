import { type Desk, type Draft, DraftRows, listed } from '../draft.ts';
import { formsOf, type ReadPaper, sentencesOf } from '../evidence.ts';
import type { Filter, PlanOf } from '../plan.ts';
import { findForm } from '../word-forms.ts';
import { homeOf } from './home.ts';
import { papersStatement } from './papers.ts';

const COLUMNS = ['paper', 'sentence', 'source'];
const MOST_QUOTED = 10;

/**
 * Whether one thing treats another so: yes where a paper that introduces it does. Else what is said of both is quoted,
 * and no yes or no is read into it.
 */
export async function answerDoes(plan: PlanOf<'does'>, desk: Desk): Promise<Draft> {
  const { subject, object } = plan;
  const where: Filter = {
    is: 'all',
    of: [
      { is: 'treats', how: 'mentions', target: subject },
      { is: 'treats', how: plan.how, target: object },
    ],
  };
  const cypher = papersStatement(
    { find: 'papers', where, ask: 'list', order: null, also: [], beside: null },
    desk.limits.papers,
  );
  const [home, other] = await Promise.all([homeOf(desk.run, subject), homeOf(desk.run, object)]);
  const names = listed([subject.name, object.name]);
  const rows = new DraftRows();
  if (home.papers.length === 0 || other.papers.length === 0) {
    const absent = listed([
      ...(home.papers.length === 0 ? [subject.name] : []),
      ...(other.papers.length === 0 ? [object.name] : []),
    ]);
    return draftOf(cypher, rows, null, `Not in this corpus: ${absent}.`);
  }
  const naming = new Set((await desk.run(cypher)).map((row) => row.id));
  const own = home.introduced ? home.papers.filter(({ id }) => naming.has(id)) : [];
  const isSure =
    own.length > 0 && (plan.how === 'uses' || plan.how === 'mentions' || plan.how === 'evaluates');
  for (const paper of isSure ? own : home.papers) quote(paper, plan, rows);
  if (isSure)
    return draftOf(
      cypher,
      rows,
      rows.rows.length > 0 ? true : null,
      rows.rows.length > 0
        ? `Yes, as ${own[0]!.title} tells; what follows is quoted.`
        : `No sentence names both ${names}.`,
    );
  const message =
    rows.rows.length > 0
      ? `What is said of ${names} together is quoted; whether it is a yes is for you to read.`
      : `No sentence in this corpus names both ${names}.`;
  return draftOf(cypher, rows, null, message);
}

/** The sentences that name both; where a paper has none, those that name the object. */
function quote(paper: ReadPaper, { subject, object }: PlanOf<'does'>, rows: DraftRows): void {
  const all = sentencesOf(paper);
  const withObject = all.filter((sentence) => findForm(sentence, formsOf(object)));
  const both = withObject.filter((sentence) => findForm(sentence, formsOf(subject)));
  for (const sentence of (both.length > 0 ? both : withObject).slice(0, MOST_QUOTED - rows.rows.length))
    rows.add([paper.title, sentence, paper.sources.join(', ')], [paper], [{ paper: paper.id, sentence }]);
}

const draftOf = (
  cypher: Draft['cypher'],
  rows: DraftRows,
  value: boolean | null,
  message: string,
): Draft => ({
  cypher,
  columns: COLUMNS,
  rows: rows.rows,
  citations: rows.citations,
  papers: rows.papers,
  value,
  message,
  ...(rows.rows.length === 0 && { missing: true }),
});
