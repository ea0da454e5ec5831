import type { ConceptKind } from '../../schema.ts';
import type { Query } from '../cells.ts';
import { list, number, text } from '../cells.ts';
import { compare, compileFilter, Parameters } from '../compile-filter.ts';
import { type Desk, type Draft, DraftRows, plural } from '../draft.ts';
import { type ReadPaper, readPapers, sentenceFor, sentencesOf, targetsOf } from '../evidence.ts';
import { type PlanOf, ROLES_OF } from '../plan.ts';
import { withAliases } from './proofs.ts';

type ConceptsPlan = PlanOf<'concepts'>;

export const KIND_NOUNS: Readonly<Record<ConceptKind, string>> = {
  Method: 'method',
  Task: 'task',
  Dataset: 'dataset',
  Metric: 'metric',
  Model: 'model',
  Term: 'term',
};

/** Concepts with the number of papers, or how many there are of them. */
export function conceptsStatement(plan: ConceptsPlan, limit: number | null): Query {
  const parameters = new Parameters();
  const matched = plan.stated
    ? statedMatch(plan, parameters)
    : plan.never
      ? neverMatch(plan, parameters)
      : mentionMatch(plan, parameters);
  const having = plan.having ? `\nWHERE papers ${compare(plan.having, parameters)}` : '';
  const order = plan.top?.order === 'least' ? 'papers, name, id' : 'papers DESC, name, id';
  const end =
    limit === null
      ? 'RETURN count(c) AS concepts'
      : `RETURN c.id AS id, c.name AS name, c.kind AS kind, papers, ids\nORDER BY ${order} LIMIT ${parameters.add('limit', limit)}`;
  return { text: `${matched}${having}\n${end}`, parameters: parameters.values };
}

function conditionsOn(plan: ConceptsPlan, parameters: Parameters): string[] {
  const conditions: string[] = [];
  if (plan.kind) conditions.push(`c.kind = ${parameters.add('kind', plan.kind)}`);
  if (plan.besides.length > 0) conditions.push(`NOT c.id IN ${parameters.add('besides', plan.besides)}`);
  return conditions;
}

const whereOf = (conditions: readonly string[]): string =>
  conditions.length > 0 ? `\nWHERE ${conditions.join(' AND ')}` : '';

function mentionMatch(plan: ConceptsPlan, parameters: Parameters): string {
  const papers = plan.where ? `\nWHERE ${compileFilter(plan.where, parameters)}` : '';
  const conditions = conditionsOn(plan, parameters);
  const roles = plan.how === 'introduces' ? null : ROLES_OF[plan.how];
  if (roles) conditions.push(`m.role IN ${parameters.add('askedRoles', [...roles])}`);
  const edge = plan.how === 'introduces' ? 'INTRODUCES' : 'MENTIONS';
  return `MATCH (p:Paper)${papers}
WITH p MATCH (p)-[m:${edge}]->(c:Concept)${whereOf(conditions)}
WITH c, count(DISTINCT p) AS papers, collect(DISTINCT p.id) AS ids`;
}

/** Concepts that none of the papers names; with the papers that name them elsewhere. */
function neverMatch(plan: ConceptsPlan, parameters: Parameters): string {
  const papers = plan.where ? ` WHERE ${compileFilter(plan.where, parameters)}` : '';
  const roles = plan.how === 'introduces' ? null : ROLES_OF[plan.how];
  const role = roles ? ` WHERE r.role IN ${parameters.add('askedRoles', [...roles])}` : '';
  const edge = plan.how === 'introduces' ? 'INTRODUCES' : 'MENTIONS';
  const conditions = ['NOT c.id IN seen', ...conditionsOn(plan, parameters)];
  return `MATCH (p:Paper)${papers}
WITH p MATCH (p)-[r:${edge}]->(s:Concept)${role}
WITH collect(DISTINCT s.id) AS seen
MATCH (q:Paper)-[:MENTIONS]->(c:Concept)${whereOf(conditions)}
WITH c, count(DISTINCT q) AS papers, collect(DISTINCT q.id) AS ids`;
}

function statedMatch(plan: ConceptsPlan, parameters: Parameters): string {
  const { type, target, direction } = plan.stated!;
  const ids = target.is === 'concept' ? target.ids : [];
  const arrow = { in: `-[r:${type}]->`, out: `<-[r:${type}]-`, both: `-[r:${type}]-` }[direction];
  const conditions = [`o.id IN ${parameters.add('of', ids)}`, ...conditionsOn(plan, parameters)];
  return `MATCH (c:Concept)${arrow}(o:Concept)${whereOf(conditions)}
UNWIND r.papers AS paper
WITH c, count(DISTINCT paper) AS papers, collect(DISTINCT paper) AS ids`;
}

/** Rows that tell all of their papers and sentences; those behind them tell one. */
export const FULL_ROWS = 50;

export async function answerConcepts(plan: ConceptsPlan, desk: Desk): Promise<Draft> {
  const { run, limits } = desk;
  const counting = conceptsStatement(plan, null);
  const listing = conceptsStatement(plan, limits.rows);
  const total = number((await run(counting))[0]?.concepts) ?? 0;
  const all = total > 0 ? await run(listing) : [];
  const kept = plan.top ? withTies(all, plan.top.n) : all;
  const cells = kept.map((row, at) => ({
    id: text(row.id) ?? '',
    name: text(row.name) ?? '',
    kind: text(row.kind) ?? '',
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
  for (const cell of cells) {
    const own = withAliases(
      { is: 'concept', ids: [cell.id], name: cell.name, forms: [cell.name] },
      desk.vocabulary,
    );
    const of = cell.ids.flatMap((id) => papers.get(id) ?? []);
    const citations = of.map((paper) => sentenceFor(paper, [own, own, ...asked]));
    rows.add(
      [
        cell.name,
        cell.kind.toLowerCase(),
        cell.papers,
        of.map(({ title }) => title).join('; '),
        citations[0]?.sentence ?? null,
      ],
      of,
      citations,
    );
  }
  const noun = plan.kind ? KIND_NOUNS[plan.kind] : 'concept';
  quoteMore(plan, [...papers.values()], rows);
  return {
    cypher: plan.ask === 'list' ? listing : counting,
    columns: [noun, 'kind', 'papers', 'in', 'sentence'],
    rows: rows.rows,
    citations: rows.citations,
    papers: rows.papers,
    value: valueFound(plan, cells, total),
    message: messageOf(plan, total, cells, noun),
    // What the graph has not found may stand in the papers all the same.
    ...(total === 0 && plan.ask !== 'exists' && !plan.never && { missing: true }),
  };
}

/** So few papers are read for what the graph has not found. */
const MOST_READ = 2;
const MORE: Partial<Record<ConceptKind, RegExp>> = {
  Dataset: /\b(?:evaluat|experiment|benchmark|dataset|data set|environment|trained on|tested on)/i,
  Model: /\b(?:evaluat|experiment|models? (?:such|like|includ|from|famil)|famil(?:y|ies))/i,
  Metric: /\b(?:measur|metric|score|accuracy|error)/i,
};

/** Where the answer is of a paper or two, quotes what they say of the kind: names are found less surely than texts are read. */
function quoteMore(plan: ConceptsPlan, papers: readonly ReadPaper[], rows: DraftRows): void {
  const cue =
    plan.kind && !plan.never && !plan.top && plan.where?.is === 'treats' ? MORE[plan.kind] : undefined;
  if (!cue || papers.length === 0 || papers.length > MOST_READ) return;
  const told = new Set(rows.citations.flat().map(({ sentence }) => sentence));
  for (const paper of papers) {
    for (const sentence of sentencesOf(paper).filter((one) => cue.test(one) && !told.has(one)))
      rows.add(['(quoted)', null, null, paper.title, sentence], [paper], [{ paper: paper.id, sentence }]);
  }
}

/** The first n, with all that have as many papers as the last of them. */
export function withTies<T extends { readonly papers?: unknown }>(rows: readonly T[], n: number): T[] {
  const last = rows[Math.min(n, rows.length) - 1];
  return last ? rows.filter((row, i) => i < n || row.papers === last.papers) : [];
}

function valueFound(plan: ConceptsPlan, cells: readonly { name: string }[], total: number): Draft['value'] {
  if (plan.top) return topValue(cells, plan.top.n);
  if (plan.ask === 'exists') return total > 0;
  return plan.ask === 'list' && total === 1 ? cells[0]!.name : total;
}

/** More names than this, of those asked for and those that tie with the last, are no answer but a list. */
const MOST_VALUES = 10;

/** Names as one value; null where there is none, or more than fit one. */
export function topValue(cells: readonly { name: string | number }[], asked: number): string | number | null {
  if (cells.length === 1) return cells[0]!.name;
  if (cells.length === 0 || cells.length > Math.max(asked, MOST_VALUES)) return null;
  return cells.map(({ name }) => name).join(', ');
}

/** `A (3 papers), B (3 papers)`, and how many more there are that tie. */
export function topInWords(
  cells: readonly { name: string | number; papers: number }[],
  asked: number,
  noun: string,
  counted = 'paper',
): string {
  const told = cells.slice(0, Math.max(5, Math.min(asked, MOST_VALUES)));
  const names = told.map(({ name, papers }) => `${name} (${plural(papers, counted)})`).join(', ');
  if (cells.length <= told.length) return `${names}.`;
  const last = cells.at(-1)!.papers;
  const ties = cells.filter(({ papers }) => papers === last).length;
  return ties > 1 && cells.length > asked
    ? `${names}, and others are level with ${plural(last, counted)} each, so there is no single answer.`
    : `${names} and ${plural(cells.length - told.length, noun)} more.`;
}

function messageOf(
  plan: ConceptsPlan,
  total: number,
  cells: readonly { name: string; papers: number }[],
  noun: string,
): string {
  if (total === 0) {
    if (plan.ask === 'exists') return 'No: none in this corpus.';
    return plan.never
      ? 'None: all of them are there.'
      : `Not in this corpus: the graph knows of no ${noun} in such papers.`;
  }
  if (plan.top) return topInWords(cells, plan.top.n, noun);
  if (plan.ask === 'exists') return `Yes: ${plural(total, noun)}.`;
  return total > cells.length
    ? `${plural(total, noun)}, of which the first ${cells.length} are listed.`
    : `${plural(total, noun)}, as far as the graph has found them.`;
}
