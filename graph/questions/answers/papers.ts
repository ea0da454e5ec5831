import type { Query } from '../cells.ts';
import { number } from '../cells.ts';
import { compileFilter, Parameters } from '../compile-filter.ts';
import { type Desk, type Draft, DraftRows, plural } from '../draft.ts';
import { PAPER_COLUMNS, type ReadPaper, targetsOf, toPaper } from '../evidence.ts';
import type { PlanOf } from '../plan.ts';
import { besideOf } from './beside.ts';
import { proofsOf } from './proofs.ts';
import { tellingsOf } from './tellings.ts';

type PapersPlan = PlanOf<'papers'>;

/** Counts all of them, or lists so many. */
export function papersStatement(plan: PapersPlan, limit: number | null): Query {
  const parameters = new Parameters();
  const conditions: string[] = [];
  if (plan.where) conditions.push(compileFilter(plan.where, parameters));
  if (plan.order && limit !== null) conditions.push('p.year IS NOT NULL');
  const where = conditions.length > 0 ? `\nWHERE ${conditions.join('\n  AND ')}` : '';
  const end =
    limit === null
      ? 'RETURN count(p) AS papers'
      : `RETURN ${PAPER_COLUMNS}\nORDER BY ${ORDERS[plan.order?.by ?? 'none']} LIMIT ${parameters.add('limit', limit)}`;
  return { text: `MATCH (p:Paper)${where}\n${end}`, parameters: parameters.values };
}

const ORDERS = { first: 'year, title, id', last: 'year DESC, title, id', none: 'title, id' } as const;

export async function answerPapers(plan: PapersPlan, desk: Desk): Promise<Draft> {
  const { run, limits } = desk;
  const counting = papersStatement(plan, null);
  const listing = papersStatement(plan, plan.ask === 'list' ? limits.rows : limits.papers);
  const [counted] = await run(counting);
  const total = number(counted?.papers) ?? 0;
  const found = total > 0 ? (await run(listing)).map(toPaper) : [];
  const papers = plan.order ? edgeOf(found, plan.order) : found;
  const targets = targetsOf(plan.where);
  const rows = new DraftRows();
  if (plan.beside) {
    const { columns, cypher } = await besideOf(plan, desk, papers, rows);
    return { ...base(plan, rows, total), columns, cypher, message: messageOf(plan, total, papers) };
  }
  const share = plan.ask === 'share' ? total / Math.max(1, desk.vocabulary.papers) : null;
  const proofs = await proofsOf(plan.where, papers, desk);
  // Of all papers there is nothing that a sentence could say.
  const counts = plan.where === null && plan.ask !== 'list';
  if (counts) rows.cite(papers);
  for (const paper of counts ? [] : papers) {
    const told = tellingsOf(paper, targets, plan.also);
    const citations = told.length > 0 ? told : proofs(paper);
    rows.add(
      [
        paper.title,
        paper.year,
        paper.venue,
        citations.map(({ sentence }) => sentence).join(' … '),
        paper.sources.join(', '),
      ],
      [paper],
      citations,
    );
  }
  return {
    ...base(plan, rows, total),
    columns: ['paper', 'year', 'venue', 'sentence', 'source'],
    cypher: plan.ask === 'list' ? listing : counting,
    ...(share !== null && { value: percentOf(share) }),
    message:
      share === null
        ? messageOf(plan, total, papers)
        : `${percentOf(share)}%: ${plural(total, 'paper')} of ${desk.vocabulary.papers.toLocaleString('en')}.`,
  };
}

/** Percent with one decimal, 0 to 100. */
const percentOf = (share: number): number => Math.round(1000 * share) / 10;

function base(
  plan: PapersPlan,
  rows: DraftRows,
  total: number,
): Omit<Draft, 'columns' | 'cypher' | 'message'> {
  return {
    rows: rows.rows,
    citations: rows.citations,
    papers: rows.papers,
    value: plan.order
      ? (rows.papers[0]?.title ?? null)
      : plan.ask === 'exists'
        ? total > 0
        : plan.ask === 'lacks'
          ? total === 0
          : total,
  };
}

/** The first n by year, with all of the year of the last of them. */
function edgeOf(papers: readonly ReadPaper[], { n }: NonNullable<PapersPlan['order']>): ReadPaper[] {
  const last = papers[Math.min(n, papers.length) - 1];
  return last ? papers.filter((paper, i) => i < n || paper.year === last.year) : [];
}

function messageOf(plan: PapersPlan, total: number, papers: readonly ReadPaper[]): string {
  if (plan.order) {
    if (papers.length > 0) return `${papers[0]!.title} (${papers[0]!.year}).`;
    return total > 0
      ? `${plural(total, 'paper')} here, but none has a year, so none is first or last in this corpus.`
      : 'None in this corpus.';
  }
  if (plan.ask === 'lacks')
    return total > 0 ? `No, there are: ${plural(total, 'paper')}.` : 'Right: there are none in this corpus.';
  if (plan.ask === 'exists')
    return total > 0 ? `Yes: ${plural(total, 'paper')}.` : 'No: none in this corpus.';
  if (total === 0) return 'None in this corpus.';
  if (plan.ask === 'list' && papers.length < total)
    return `${plural(total, 'paper')}, of which the first ${papers.length} are listed.`;
  return `${plural(total, 'paper')}.`;
}
