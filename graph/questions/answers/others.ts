import { list, number, type Query, text } from '../cells.ts';
import { compileFilter, Parameters } from '../compile-filter.ts';
import { type Desk, type Draft, DraftRows, listed, plural } from '../draft.ts';
import { PAPER_COLUMNS, type ReadPaper, readPapers, sentenceFor, toPaper } from '../evidence.ts';
import type { PlanOf, Target } from '../plan.ts';
import { homeOf } from './home.ts';
import { tellingsOf } from './tellings.ts';

/** Things side by side: what each is, its figures, what was found. */
export async function answerDifference(plan: PlanOf<'difference'>, { run, limits }: Desk): Promise<Draft> {
  const rows = new DraftRows();
  const homes: ReadPaper[][] = [];
  const absent: string[] = [];
  for (const target of plan.of) {
    const { papers } = await homeOf(run, target);
    homes.push(papers);
    if (papers.length === 0) absent.push(target.name);
    for (const paper of papers.slice(0, limits.perRow)) {
      for (const told of tellingsOf(paper, [target], ['definition', 'figures', 'findings'])) {
        rows.add([target.name, paper.title, told.sentence, paper.sources.join(', ')], [paper], [told]);
      }
    }
  }
  const cypher = sharedBy(plan.of, homes);
  const shared = absent.length === 0 ? (await run(cypher)).map((row) => text(row.name) ?? '') : [];
  const names = listed(plan.of.map(({ name }) => name));
  return {
    cypher,
    columns: ['thing', 'paper', 'sentence', 'source'],
    rows: rows.rows,
    citations: rows.citations,
    papers: rows.papers,
    value: shared.length > 0 ? `both: ${shared.join(', ')}` : null,
    message:
      absent.length > 0
        ? `Not in this corpus: ${listed(absent)}.`
        : `${names} side by side, as their papers tell.${shared.length > 0 ? ` Both name ${listed(shared)}.` : ''}`,
    ...(absent.length > 0 && { missing: true }),
  };
}

function sharedBy(things: readonly Target[], homes: readonly ReadPaper[][]): Query {
  const own = things.flatMap((thing) => (thing.is === 'concept' ? thing.ids : []));
  const idsOf = (papers: readonly ReadPaper[] | undefined): string[] => (papers ?? []).map(({ id }) => id);
  return {
    text: `MATCH (p:Paper)-[:MENTIONS]->(c:Concept)<-[:MENTIONS]-(q:Paper)
WHERE p.id IN $left AND q.id IN $right AND NOT c.id IN $own
RETURN DISTINCT c.name AS name, c.paperCount AS papers ORDER BY papers, name LIMIT 10`,
    parameters: { left: idsOf(homes[0]), right: idsOf(homes[1]), own },
  };
}

/** Of which there are more papers; equal ones are told as such. */
export async function answerBalance(plan: PlanOf<'balance'>, { run, limits }: Desk): Promise<Draft> {
  const parameters = new Parameters();
  const parts = plan.of.map(
    ({ name, where }) =>
      `MATCH (p:Paper) WHERE ${compileFilter(where, parameters)} RETURN ${parameters.add('name', name)} AS name, count(p) AS papers, collect(p.id) AS ids`,
  );
  const cypher = { text: parts.join('\nUNION ALL\n'), parameters: parameters.values };
  const counted = (await run(cypher)).map((row) => ({
    name: text(row.name) ?? '',
    papers: number(row.papers) ?? 0,
    ids: list(row.ids).sort().slice(0, limits.papers),
  }));
  counted.sort((a, b) => (plan.least ? a.papers - b.papers : b.papers - a.papers));
  const rows = new DraftRows();
  for (const { name, papers, ids } of counted) {
    const of = await readPapers(run, ids);
    const target: Target = { is: 'words', name, forms: [name] };
    rows.add(
      [name, papers, of.map(({ title }) => title).join('; ')],
      of,
      of.map((paper) => sentenceFor(paper, [target])),
    );
  }
  const first = counted.filter(({ papers }) => papers === counted[0]!.papers);
  const told = counted.map(({ name, papers }) => `${name}: ${plural(papers, 'paper')}`).join('; ');
  return {
    cypher,
    columns: ['thing', 'papers', 'in'],
    rows: rows.rows,
    citations: rows.citations,
    papers: rows.papers,
    value: first.length === 1 ? first[0]!.name : null,
    message: first.length === 1 ? `${first[0]!.name}. ${told}.` : `As many. ${told}.`,
  };
}

/** Papers that share the most telling concepts with those of a thing. */
export async function answerSimilar({ to }: PlanOf<'similar'>, { run, limits }: Desk): Promise<Draft> {
  const { papers } = await homeOf(run, to);
  const cypher: Query = {
    text: `MATCH (q:Paper)-[s:SHARES]-(p:Paper) WHERE q.id IN $papers AND NOT p.id IN $papers
WITH p, max(s.weight) AS weight, max(s.concepts) AS concepts
RETURN ${PAPER_COLUMNS}, weight, concepts ORDER BY weight DESC, id LIMIT $limit`,
    parameters: { papers: papers.map(({ id }) => id), limit: Math.min(20, limits.rows) },
  };
  const rows = new DraftRows();
  for (const row of papers.length > 0 ? await run(cypher) : []) {
    const paper = toPaper(row);
    const sentence = sentenceFor(paper, []);
    rows.add(
      [paper.title, number(row.concepts), sentence.sentence, paper.sources.join(', ')],
      [paper],
      [sentence],
    );
  }
  return {
    cypher,
    columns: ['paper', 'shared concepts', 'sentence', 'source'],
    rows: rows.rows,
    citations: rows.citations,
    papers: rows.papers,
    value: null,
    message:
      rows.rows.length > 0
        ? `${plural(rows.rows.length, 'paper')} like ${to.name}, the most alike first.`
        : `No paper here shares telling concepts with ${to.name}.`,
  };
}

/** Gaps of the last analysis, those that touch the things asked for. */
export async function answerGaps(plan: PlanOf<'gaps'>, { run, limits }: Desk): Promise<Draft> {
  const parameters = new Parameters();
  const conditions = plan.about.map((target) =>
    target.is === 'words'
      ? `toLower(g.title) CONTAINS ${parameters.add('words', target.name.toLowerCase())}`
      : `EXISTS { MATCH (g)-[:BETWEEN]->(c) WHERE c.id IN ${parameters.add('ids', target.ids)} }`,
  );
  const where = conditions.length > 0 ? `\nWHERE ${conditions.join(' AND ')}` : '';
  const counting = { text: `MATCH (g:Gap)${where}\nRETURN count(g) AS gaps`, parameters: parameters.values };
  const listing = {
    text: `MATCH (g:Gap)${where}\nRETURN g.title AS title, g.kind AS kind, g.rank AS rank, g.observed AS observed, g.expected AS expected\nORDER BY rank, kind, title LIMIT $limit`,
    parameters: { ...parameters.values, limit: limits.rows },
  };
  const total = number((await run(counting))[0]?.gaps) ?? 0;
  const found = total > 0 ? await run(listing) : [];
  return {
    cypher: plan.ask === 'count' ? counting : listing,
    columns: ['gap', 'kind', 'rank', 'papers', 'expected'],
    rows: found.map((row) => [
      text(row.title),
      text(row.kind),
      number(row.rank),
      number(row.observed),
      number(row.expected),
    ]),
    citations: found.map(() => []),
    papers: [],
    value: plan.ask === 'exists' ? total > 0 : total,
    message:
      total > 0
        ? `${plural(total, 'gap')} found by the last analysis.`
        : 'The last analysis found no such gap.',
  };
}
