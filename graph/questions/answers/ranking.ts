import { list, number, type Query } from '../cells.ts';
import { compileFilter, Parameters } from '../compile-filter.ts';
import { type Desk, type Draft, DraftRows, listed, plural } from '../draft.ts';
import { PAPER_COLUMNS, sentenceFor, toPaper } from '../evidence.ts';
import { type PlanOf, ROLES_OF } from '../plan.ts';
import { KIND_NOUNS, withTies } from './concepts.ts';

type RankingPlan = PlanOf<'ranking'>;

/** What papers name, one row for a paper that names any: `p`, `concepts`, `names`. */
function namedIn({ kind, how, where }: PlanOf<'ranking' | 'average'>, parameters: Parameters): string {
  const papers = where ? `\nWHERE ${compileFilter(where, parameters)}` : '';
  const conditions: string[] = [];
  if (kind) conditions.push(`c.kind = ${parameters.add('kind', kind)}`);
  const roles = how === 'introduces' ? null : ROLES_OF[how];
  if (roles) conditions.push(`m.role IN ${parameters.add('askedRoles', [...roles])}`);
  const edge = how === 'introduces' ? 'INTRODUCES' : 'MENTIONS';
  const of = conditions.length > 0 ? `\nWHERE ${conditions.join(' AND ')}` : '';
  return `MATCH (p:Paper)${papers}
WITH p MATCH (p)-[m:${edge}]->(c:Concept)${of}
WITH p, count(DISTINCT c) AS concepts, collect(DISTINCT c.name) AS names`;
}

export function rankingStatement(plan: RankingPlan, limit: number): Query {
  const parameters = new Parameters();
  return {
    text: `${namedIn(plan, parameters)}
RETURN ${PAPER_COLUMNS}, concepts, names
ORDER BY concepts${plan.top.order === 'most' ? ' DESC' : ''}, title, id LIMIT ${parameters.add('limit', limit)}`,
    parameters: parameters.values,
  };
}

/** Names of one row that are told. */
const MOST_NAMES = 12;

/** Papers by how many concepts they name; those that name none are left out. */
export async function answerRanking(plan: RankingPlan, { run, limits }: Desk): Promise<Draft> {
  const cypher = rankingStatement(plan, limits.rows);
  const found = (await run(cypher)).map((row) => ({
    paper: toPaper(row),
    papers: number(row.concepts) ?? 0,
    names: list(row.names).sort(),
  }));
  const rows = new DraftRows();
  const kept = withTies(found, plan.top.n);
  for (const { paper, papers, names } of kept) {
    const told = names.slice(0, MOST_NAMES).map((name) => ({ is: 'words' as const, name, forms: [name] }));
    const citation = sentenceFor(paper, told);
    rows.add(
      [paper.title, papers, listed(names), citation.sentence, paper.sources.join(', ')],
      [paper],
      [citation],
    );
  }
  const noun = plan.kind ? KIND_NOUNS[plan.kind] : 'concept';
  const [first] = kept;
  return {
    cypher,
    columns: ['paper', `${noun}s`, 'which', 'sentence', 'source'],
    rows: rows.rows,
    citations: rows.citations,
    papers: rows.papers,
    value:
      kept.length === 1
        ? first!.paper.title
        : kept.length > 10
          ? null
          : kept.map(({ paper }) => paper.title).join('; ') || null,
    message: first
      ? `${kept
          .slice(0, 5)
          .map(({ paper, papers }) => `${paper.title} (${plural(papers, noun)})`)
          .join(
            '; ',
          )}${kept.length > 5 ? ` and ${kept.length - 5} more` : ''}, as far as the graph has found them.`
      : `Not in this corpus: the graph knows of no ${noun} in such papers.`,
    ...(!first && { missing: true }),
  };
}

export async function answerAverage(plan: PlanOf<'average'>, { run }: Desk): Promise<Draft> {
  const parameters = new Parameters();
  const cypher: Query = {
    text: `${namedIn(plan, parameters)}\nRETURN sum(concepts) AS named, count(p) AS papers`,
    parameters: parameters.values,
  };
  const all = new Parameters();
  const where = plan.where ? `\nWHERE ${compileFilter(plan.where, all)}` : '';
  const [counted] = await run({
    text: `MATCH (p:Paper)${where}\nRETURN count(p) AS papers`,
    parameters: all.values,
  });
  const [summed] = await run(cypher);
  const [named, papers] = [number(summed?.named) ?? 0, number(counted?.papers) ?? 0];
  const noun = plan.kind ? KIND_NOUNS[plan.kind] : 'concept';
  const most = rankingStatement({ ...plan, find: 'ranking', top: { order: 'most', n: 1 } }, 1);
  const rows = new DraftRows();
  for (const row of named > 0 ? await run(most) : []) {
    const paper = toPaper(row);
    const sentence = sentenceFor(paper, []);
    rows.add(
      [Math.round((100 * named) / papers) / 100, named, papers, paper.title, number(row.concepts)],
      [paper],
      [sentence],
    );
  }
  return {
    cypher,
    columns: [`${noun}s a paper`, `${noun}s in all`, 'papers', 'most in', 'there'],
    rows: rows.rows,
    citations: rows.citations,
    papers: rows.papers,
    value: papers > 0 ? Math.round((100 * named) / papers) / 100 : null,
    message:
      papers > 0
        ? `${(named / papers).toFixed(2)} ${noun}s a paper: ${plural(named, 'mention')} of them in ${plural(papers, 'paper')}, as far as the graph has found them.`
        : 'None in this corpus.',
    ...(papers === 0 && { missing: true }),
  };
}
