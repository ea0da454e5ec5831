import { isShortFor } from '../../analysis/words.ts';
import type { Citation } from '../../contract.ts';
import type { Query } from '../cells.ts';
import { compileFilter, Parameters } from '../compile-filter.ts';
import { type Desk, type Draft, DraftRows, listed } from '../draft.ts';
import { formsOf, PAPER_COLUMNS, type ReadPaper, sentencesOf, toPaper, wordsOfPaper } from '../evidence.ts';
import type { PlanOf, Target } from '../plan.ts';
import { findForm, stem, wordsOf } from '../word-forms.ts';
import { besideOf } from './beside.ts';
import { bestOf, countOf, figureBehind, figuresOf } from './figures.ts';
import { homeOf } from './home.ts';
import { addStated } from './stated.ts';
import { defines, hasFigure, says, tellingsOf } from './tellings.ts';

type SayingsPlan = PlanOf<'sayings'>;

/** Where what is asked may stand: the papers that name the things. */
export function sayingsStatement({ about }: Pick<SayingsPlan, 'about'>, limit: number): Query {
  const parameters = new Parameters();
  const condition = compileFilter(
    { is: 'all', of: about.map((target) => ({ is: 'treats', how: 'mentions', target })) },
    parameters,
  );
  return {
    text: `MATCH (p:Paper)\nWHERE ${condition}\nRETURN ${PAPER_COLUMNS}\nORDER BY title, id LIMIT ${parameters.add('limit', limit)}`,
    parameters: parameters.values,
  };
}

/** Sentences of the papers on the things, with the words of the question. */
export async function answerSayings(plan: SayingsPlan, desk: Desk): Promise<Draft> {
  const cypher = sayingsStatement(plan, desk.limits.rows);
  const homes = await Promise.all(plan.about.map((target) => homeOf(desk.run, target)));
  const [first, ...others] = homes;
  const shared = first!.papers.filter(({ id }) =>
    others.every(({ papers }) => papers.some((one) => one.id === id)),
  );
  const papers = (
    shared.length > 0 || plan.about.length === 1 ? shared : (await desk.run(cypher)).map(toPaper)
  ).slice(0, desk.limits.papers);
  const rows = new DraftRows();
  const [target] = plan.about;
  if (papers.length === 0 && plan.about.length > 1) {
    return nothing(
      cypher,
      `No paper in this corpus is about ${listed(plan.about.map(({ name }) => name))} at once.`,
    );
  }
  if (papers.length === 0)
    return nothing(cypher, `Not in this corpus: “${target!.name}” occurs in no title or abstract.`);
  const found = plan.counted ? countIn(papers, plan) : null;
  if (plan.counted && !found) {
    return nothing(
      cypher,
      `The papers on ${target!.name} are here, but none says how many ${plan.counted} there are.`,
    );
  }
  const told: Citation[] = [];
  const ranked = found
    ? papers.filter(({ id }) => id === found.citation.paper)
    : fitting(papers.length <= 3 ? papers : mostTelling(papers, plan), plan);
  for (const paper of ranked) {
    const sentences =
      found?.citation.paper === paper.id
        ? [found.citation]
        : tellingsOf(paper, plan.about, plan.wants, plan.words);
    for (const sentence of sentences) {
      rows.add([paper.title, sentence.sentence, paper.sources.join(', ')], [paper], [sentence]);
      told.push(sentence);
    }
  }
  const lacking = plan.words.filter(
    (word) =>
      !told.some(({ sentence }) => says(sentence, word)) && !plan.about.some((one) => says(one.name, word)),
  );
  const draft: Draft = {
    cypher,
    columns: ['paper', 'sentence', 'source'],
    rows: rows.rows,
    citations: rows.citations,
    papers: rows.papers,
    value: found?.n ?? valueSaid(plan, told, papers),
    message: '',
  };
  if (target!.is === 'words' && isDefinition(plan) && !told.some((one) => defines(one.sentence, plan.about)))
    return nothing(cypher, `“${target!.name}” occurs here, but no sentence says what it is.`);
  if (
    rows.rows.length === 0 ||
    (!plan.counted &&
      (plan.wants.includes('figures')
        ? lacking.length > 0 || (draft.value === null && !plan.wants.includes('findings'))
        : lacking.length > plan.words.length / 2))
  ) {
    return nothing(
      cypher,
      `The papers on ${listed(plan.about.map(({ name }) => name))} are here, but I found no ${lacking.length > 0 ? `sentence there about ${listed(lacking.map((word) => `“${word}”`))}` : 'figure there'}.`,
    );
  }
  if (plan.also) await addBeside(plan, desk, papers, draft, rows);
  const stated = plan.stated ? await addStated(plan, desk, draft, rows) : [];
  draft.message = messageOf(plan, draft, papers, lacking);
  if (stated.length > 0) draft.message = `Stated in a sentence: ${listed(stated)}. ${draft.message}`;
  return draft;
}

/** A share or score that stands right behind the name of the thing. */
function figureOf(plan: SayingsPlan, told: readonly Citation[]): string | null {
  if (!plan.words.some((word) => /^(?:accuracy|scores?|rate|percent\w*|share)$/i.test(word))) return null;
  for (const { sentence } of told) {
    for (const target of plan.about) {
      const at = findForm(sentence, formsOf(target));
      const figure = at && figureBehind(sentence, at.end);
      if (figure) return figure;
    }
  }
  return null;
}

const isDefinition = ({ wants, words, about }: SayingsPlan): boolean =>
  wants.length === 1 && wants[0] === 'definition' && words.length === 0 && about.length === 1;

const QUALITY = /^(?:best|highest|strongest|top|winner|wins)/i;

const nothing = (cypher: Query, message: string): Draft => ({
  cypher,
  columns: ['paper', 'sentence', 'source'],
  rows: [],
  citations: [],
  papers: [],
  value: null,
  message,
  missing: true,
});

/** The number that a sentence gives, of those that do the one with most words of the question; titles round it. */
export function countIn(
  papers: readonly ReadPaper[],
  plan: Pick<SayingsPlan, 'words' | 'counted'>,
): { n: number; citation: Citation } | null {
  let best: { n: number; citation: Citation; score: number } | null = null;
  for (const paper of papers) {
    for (const sentence of sentencesOf(paper)) {
      const n = countOf(sentence, plan.counted ?? '');
      if (n === null) continue;
      const score =
        2 * plan.words.filter((word) => says(sentence, word)).length + (sentence === paper.ownTitle ? 0 : 1);
      if (!best || score > best.score) best = { n, citation: { paper: paper.id, sentence }, score };
    }
  }
  return best;
}

/** Where a figure is wanted, the papers with the sentence that has most of what is asked. */
function fitting(papers: readonly ReadPaper[], plan: SayingsPlan): readonly ReadPaper[] {
  if (papers.length < 2 || !plan.wants.includes('figures') || plan.words.length === 0) return papers;
  const scored = papers.map((paper) => {
    const fits = sentencesOf(paper)
      .filter(hasFigure)
      .map(
        (sentence) =>
          plan.words.filter((word) => says(sentence, word)).length +
          plan.about.filter((target) => findForm(sentence, formsOf(target))).length,
      );
    return { paper, most: Math.max(0, ...fits) };
  });
  const most = Math.max(...scored.map((one) => one.most));
  return scored.filter((one) => one.most === most).map(({ paper }) => paper);
}

/** Of many papers, those whose sentences have most of the words. */
function mostTelling(papers: readonly ReadPaper[], plan: SayingsPlan): ReadPaper[] {
  const score = (paper: ReadPaper): number => {
    const words = new Set(wordsOf(wordsOfPaper(paper)).map(stem));
    const titled = plan.about.some((target) => paper.ownTitle && findForm(paper.ownTitle, formsOf(target)));
    return plan.words.filter((word) => words.has(stem(word))).length + (titled ? 1 : 0);
  };
  const scored = papers.map((paper) => ({ paper, score: score(paper) }));
  scored.sort((a, b) => b.score - a.score || (a.paper.id < b.paper.id ? -1 : 1));
  return scored.slice(0, 5).map(({ paper }) => paper);
}

async function addBeside(
  plan: SayingsPlan,
  desk: Desk,
  papers: readonly ReadPaper[],
  draft: Draft,
  rows: DraftRows,
): Promise<void> {
  const asked: PlanOf<'papers'> = {
    find: 'papers',
    ask: 'list',
    order: null,
    also: [],
    beside: plan.also,
    where: { is: 'all', of: plan.about.map((target) => ({ is: 'treats', how: 'mentions', target })) },
  };
  const beside = new DraftRows();
  await besideOf(asked, desk, papers, beside);
  for (const [i, [title, names]] of beside.rows.entries()) {
    if (names)
      rows.add(
        [title ?? null, `${plan.also!.kind ?? 'Concept'}s: ${names}`, null],
        [papers[i]!],
        beside.citations[i] ?? [],
      );
  }
  draft.value =
    beside.rows
      .map(([, names]) => names)
      .filter(Boolean)
      .join('; ') || draft.value;
  draft.papers = rows.papers;
}

function valueSaid(
  plan: SayingsPlan,
  told: readonly Citation[],
  papers: readonly ReadPaper[],
): string | null {
  if (plan.wants.includes('longForm')) return longFormOf(plan.about[0]!, papers);
  if (plan.wants.includes('figures')) {
    const best =
      plan.words.some((word) => QUALITY.test(word)) &&
      told.map(({ sentence }) => bestOf(sentence)).find(Boolean);
    if (best) return best;
    const behind = figureOf(plan, told);
    if (behind) return behind;
    const figured = told.filter(({ sentence }) => hasFigure(sentence));
    const fits = ({ sentence }: Citation): number =>
      plan.words.filter((word) => says(sentence, word)).length +
      plan.about.filter((target) => findForm(sentence, formsOf(target))).length;
    const most = Math.max(0, ...figured.map(fits));
    const figures = figured
      .filter((one) => fits(one) === most)
      .flatMap(({ sentence }) => figuresOf(sentence));
    return figures.length > 0 ? [...new Set(figures)].join(', ') : null;
  }
  return null;
}

/** What the letters of a short form stand for, where a paper or the graph's own names say so. */
function longFormOf(target: Target, papers: readonly ReadPaper[]): string | null {
  const short = [target.name, ...formsOf(target)].find((form) => !/\s/.test(form)) ?? target.name;
  const among = [target.name, ...formsOf(target)].find((form) => /\s/.test(form) && isShortFor(short, form));
  if (among) return among;
  for (const paper of papers) {
    const text = wordsOfPaper(paper);
    const escaped = short.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
    const before = new RegExp(`((?:[\\p{L}\\p{N}-]+\\s+){1,8})\\(${escaped}s?\\)`, 'u')
      .exec(text)?.[1]
      ?.trim();
    const words = before?.split(/\s+/) ?? [];
    for (let from = words.length - 2; from >= 0; from--) {
      const long = words.slice(from).join(' ');
      if (isShortFor(short, long)) return long;
    }
  }
  return null;
}

function messageOf(
  plan: SayingsPlan,
  draft: Draft,
  papers: readonly ReadPaper[],
  lacking: readonly string[],
): string {
  const { name } = plan.about[0]!;
  const parts: string[] = [];
  if (plan.counted) parts.push(`${draft.value} ${plan.counted}, as a paper on ${name} says.`);
  else if (draft.rows.length > 0)
    parts.push(
      `${papers.length === 1 ? 'One paper is' : `${papers.length} papers are`} about ${name}; what follows is quoted.`,
    );
  if (plan.wants.includes('longForm'))
    parts.push(
      draft.value ? `Long form: ${draft.value}.` : `Long form not given: no paper here writes out ${name}.`,
    );
  if (lacking.length > 0)
    parts.push(`Nothing there has the words ${listed(lacking.map((word) => `“${word}”`))}.`);
  return parts.join(' ');
}
