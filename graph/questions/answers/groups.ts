import { list, number, type Query, text } from '../cells.ts';
import { compare, compileFilter, Parameters } from '../compile-filter.ts';
import { type Desk, type Draft, DraftRows, plural } from '../draft.ts';
import { readPapers, sentenceFor, targetsOf } from '../evidence.ts';
import type { PlanOf } from '../plan.ts';
import { FULL_ROWS, topInWords, topValue, withTies } from './concepts.ts';

type GroupsPlan = PlanOf<'authors' | 'venues' | 'years' | 'themes' | 'sources'>;

/** How papers are told apart: what follows `MATCH (p:Paper) … WITH p`, with `k` and `name` for each group. */
const GROUPS: Readonly<Record<GroupsPlan['find'], string>> = {
  authors: 'MATCH (p)<-[:WROTE]-(a:Author) WITH a.id AS k, a.name AS name, p',
  venues: "WITH p WHERE coalesce(p.venue, '') <> '' WITH p.venue AS k, p.venue AS name, p",
  years: 'WITH p WHERE p.year IS NOT NULL WITH p.year AS k, p.year AS name, p',
  themes: 'MATCH (p)-[:IN_THEME]->(t:Theme) WHERE t.level = 0 WITH t.id AS k, t.label AS name, p',
  sources: "UNWIND p.sources AS entry WITH split(entry, '#')[0] AS k, split(entry, '#')[0] AS name, p",
};
const NOUNS: Readonly<Record<GroupsPlan['find'], string>> = {
  authors: 'author',
  venues: 'venue',
  years: 'year',
  themes: 'theme',
  sources: 'file',
};

export function groupsStatement(plan: GroupsPlan, limit: number | null): Query {
  const parameters = new Parameters();
  const where = plan.where ? `\nWHERE ${compileFilter(plan.where, parameters)}` : '';
  const asked = plan.find === 'authors' ? authorsIn(plan.where) : [];
  const others = asked.length > 0 ? `\nWHERE NOT k IN ${parameters.add('besides', asked)}` : '';
  const having = plan.having ? `\nWHERE papers ${compare(plan.having, parameters)}` : '';
  const chronological = plan.find === 'years' && !plan.top;
  const order = chronological
    ? plan.edge === 'last'
      ? 'k DESC'
      : 'k'
    : `papers ${plan.top?.order === 'least' ? '' : 'DESC'}, name, k`;
  const end =
    limit === null
      ? 'RETURN count(k) AS groups'
      : `RETURN k, name, papers, ids\nORDER BY ${order} LIMIT ${parameters.add('limit', limit)}`;
  return {
    text: `MATCH (p:Paper)${where}
WITH p ${GROUPS[plan.find]}${others && `\nWITH k, name, p${others}`}
WITH k, name, count(DISTINCT p) AS papers, collect(DISTINCT p.id) AS ids${having}
${end}`,
    parameters: parameters.values,
  };
}

/** Who wrote with someone is not that one. */
function authorsIn(filter: GroupsPlan['where']): string[] {
  if (filter?.is === 'author') return filter.ids;
  return filter?.is === 'all' || filter?.is === 'any' ? filter.of.flatMap(authorsIn) : [];
}

export async function answerGroups(plan: GroupsPlan, desk: Desk): Promise<Draft> {
  const { run, limits } = desk;
  const counting = groupsStatement(plan, null);
  const listing = groupsStatement(plan, limits.rows);
  const total = number((await run(counting))[0]?.groups) ?? 0;
  const all = total > 0 ? await run(listing) : [];
  const kept = plan.edge ? all.slice(0, 1) : plan.top ? withTies(all, plan.top.n) : all;
  const cells = kept.map((row, at) => ({
    name: number(row.name) ?? text(row.name) ?? '',
    papers: number(row.papers) ?? 0,
    ids: list(row.ids)
      .sort()
      .slice(0, at < FULL_ROWS ? limits.perRow : 1),
  }));
  const papers = new Map(
    (
      await readPapers(
        run,
        cells.flatMap(({ ids }) => ids),
      )
    ).map((paper) => [paper.id, paper]),
  );
  const asked = targetsOf(plan.where);
  const rows = new DraftRows();
  for (const { name, papers: count, ids } of cells) {
    const of = ids.flatMap((id) => papers.get(id) ?? []);
    const citations = of.map((paper) => sentenceFor(paper, asked));
    rows.add(
      [name, count, of.map(({ title }) => title).join('; '), citations[0]?.sentence ?? null],
      of,
      citations,
    );
  }
  const noun = NOUNS[plan.find];
  return {
    cypher: plan.ask === 'count' ? counting : listing,
    columns: [noun, 'papers', 'in', 'sentence'],
    rows: rows.rows,
    citations: rows.citations,
    papers: rows.papers,
    value: valueFound(plan, cells, total),
    message: await messageOf(plan, desk, { total, noun, cells }),
    ...(total === 0 && { missing: true }),
  };
}

function valueFound(
  plan: GroupsPlan,
  cells: readonly { name: string | number; papers: number }[],
  total: number,
): Draft['value'] {
  if (plan.top) return topValue(cells, plan.top.n);
  if (plan.edge) return cells[0]?.name ?? null;
  if (plan.ask === 'exists') return total > 0;
  if (plan.ask === 'count') return total;
  // A list of one is that one; how many rows there are was not asked.
  return total === 1 ? cells[0]!.name : null;
}

async function messageOf(
  plan: GroupsPlan,
  { run }: Desk,
  found: {
    total: number;
    noun: string;
    cells: readonly { name: string | number; papers: number }[];
  },
): Promise<string> {
  const { total, noun, cells } = found;
  if (total === 0) {
    const any = groupsStatement({ ...plan, where: null, having: null }, null);
    const known = number((await run(any))[0]?.groups) ?? 0;
    return known === 0 ? `Not in this corpus: its papers tell of no ${noun}s.` : 'None in this corpus.';
  }
  if (plan.edge) return `${cells[0]!.name} (${plural(cells[0]!.papers, 'paper')}).`;
  if (plan.top) return topInWords(cells, plan.top.n, noun);
  if (plan.ask === 'exists') return `Yes: ${plural(total, noun)}.`;
  if (plan.ask === 'list' && plan.find === 'years' && total === cells.length) {
    // A paper has one year, so the sum counts none twice.
    const papers = cells.reduce((sum, one) => sum + one.papers, 0);
    return `${plural(papers, 'paper')} in ${plural(total, noun)}.`;
  }
  if (total === 1 && plan.ask === 'list') return `${cells[0]!.name} (${plural(cells[0]!.papers, 'paper')}).`;
  return total > cells.length
    ? `${plural(total, noun)}, of which the first ${cells.length} are listed.`
    : `${plural(total, noun)}.`;
}
