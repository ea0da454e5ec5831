import type { Answer, Reading } from '../contract.ts';
import { answerPlan } from './answer-plan.ts';
import { number, type Run } from './cells.ts';
import { compileFilter, Parameters } from './compile-filter.ts';
import type { AskLimits, Desk } from './draft.ts';
import { itemsOf } from './items.ts';
import { laidOut } from './laid-out.ts';
import { mendGrammar } from './mend-grammar.ts';
import { parse } from './parse.ts';
import type { Filter, Plan } from './plan.ts';
import { type Candidate, candidatesOf, type Settled, settle } from './things.ts';
import { tokenise } from './tokens.ts';
import { planInWords } from './words.ts';

/** Words and phrases of one question that are looked for in the texts. */
const MOST_CANDIDATES = 24;

/** Answers a question from the graph, or says why it can't. Throws what the store throws. */
export async function ask(question: string, desk: Desk): Promise<Answer> {
  const { run, vocabulary } = desk;
  const typed = tokenise(question);
  let tokens = typed;
  let items = itemsOf(tokens, vocabulary);
  let found = await countTexts(run, candidatesOf(items, vocabulary).slice(0, MOST_CANDIDATES));
  tokens = mendGrammar(typed, found);
  if (tokens !== typed) {
    items = itemsOf(tokens, vocabulary);
    found = await countTexts(run, candidatesOf(items, vocabulary).slice(0, MOST_CANDIDATES));
  }
  const settled = settle(items, found, vocabulary);
  const parsed = parse(question, tokens, settled, vocabulary);
  if (parsed.status === 'ambiguous') {
    return {
      ...unanswered(question, parsed.readings, []),
      status: 'ambiguous',
      choices: parsed.choices,
      message: `“${parsed.name}” may be ${parsed.choices.map(({ label }) => label).join(', or ')}. Which is meant?`,
    };
  }
  if (parsed.status === 'cannot') {
    return { ...unanswered(question, parsed.readings, parsed.ignored), message: parsed.message };
  }
  const answer = await answerBy(parsed.plan, question, desk, {
    readings: parsed.readings,
    ignored: parsed.ignored,
  });
  const apart = settled.filter(({ loose }) => loose).map(({ text }) => text);
  if (apart.length > 0 && answer.rows.length === 0 && answer.status === 'answered') {
    const message = `Not in this corpus as a phrase, nor in one paper: I read ${apart.map((name) => `“${name}”`).join(', ')} apart from the words before.`;
    return { ...answer, status: 'cannot', value: null, message: `${message}${absence(settled)}` };
  }
  return { ...answer, message: `${answer.message}${absence(settled)}` };
}

/** Carries a plan out, whoever wrote it. */
export async function answerBy(
  plan: Plan,
  question: string,
  desk: Desk,
  read: { readings: Reading[]; ignored: string[] },
): Promise<Answer> {
  const draft = await answerPlan(plan, desk);
  const dateless = desk.vocabulary.years === null && asksYears(plan);
  const { missing: lacking, cypher, ...told } = draft;
  const missing = lacking || dateless;
  if (dateless)
    Object.assign(told, {
      message: 'Not in this corpus: none of its papers has a year.',
      value: null,
      rows: [],
      citations: [],
      papers: [],
    });
  // Words that were not understood are told by what was found for all words together; where that is nothing, they are why.
  const lost = plan.find === 'described' && missing && read.ignored.length > 0;
  return {
    ...told,
    value: missing ? null : told.value,
    status: missing ? 'cannot' : 'answered',
    question,
    understood: { text: planInWords(plan), recognised: read.readings, ignored: read.ignored },
    cypher: { text: laidOut(cypher.text), parameters: { ...cypher.parameters } },
    choices: [],
    planner: 'words',
    model: null,
    summary: null,
    message: lost
      ? `I did not understand ${read.ignored.map((word) => `“${word}”`).join(', ')}. ${told.message}`
      : told.message,
  };
}

/** Whether the answer rests on years. */
function asksYears(plan: Plan): boolean {
  const inFilter = (filter: Filter | null): boolean => {
    if (!filter) return false;
    if (filter.is === 'not') return inFilter(filter.of);
    return (
      filter.is === 'years' || ((filter.is === 'all' || filter.is === 'any') && filter.of.some(inFilter))
    );
  };
  return (
    ('where' in plan && inFilter(plan.where)) ||
    plan.find === 'years' ||
    (plan.find === 'papers' && plan.order !== null)
  );
}

const unanswered = (question: string, recognised: Reading[], ignored: string[]): Answer => ({
  status: 'cannot',
  question,
  understood: { text: '', recognised, ignored },
  cypher: null,
  columns: [],
  rows: [],
  citations: [],
  value: null,
  papers: [],
  choices: [],
  message: '',
  planner: 'words',
  model: null,
  summary: null,
});

/** In how many papers each candidate stands. */
async function countTexts(run: Run, candidates: readonly Candidate[]): Promise<Map<string, number>> {
  const counted = await Promise.all(
    candidates.map(async ({ phrase, target }) => {
      const parameters = new Parameters();
      const condition = compileFilter({ is: 'treats', how: 'mentions', target }, parameters);
      const [row] = await run({
        text: `MATCH (p:Paper) WHERE ${condition} RETURN count(p) AS papers`,
        parameters: parameters.values,
      });
      return [phrase, number(row?.papers) ?? 0] as const;
    }),
  );
  return new Map(counted);
}

/** Names that no paper has, and what may have been meant. */
function absence(items: readonly Settled[]): string {
  return items
    .flatMap((item) => {
      if (item.t !== 'words' || !item.absent) return [];
      const meant =
        item.meant.length > 0 ? ` Did you mean ${item.meant.map((name) => `“${name}”`).join(' or ')}?` : '';
      return [` “${item.text}” occurs in no title or abstract of this corpus.${meant}`];
    })
    .join('');
}

export const ASK_LIMITS: AskLimits = { rows: 200, papers: 200, perRow: 5 };
