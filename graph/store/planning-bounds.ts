import { LacunaError } from '../errors.ts';
import type { StoreLimits } from './options.ts';
import { readingsOf, tokensOf } from './statement-tokens.ts';

export type PlanningBounds = Pick<
  StoreLimits,
  'askNesting' | 'askSubqueries' | 'askClauses' | 'askRelations' | 'askTerms'
>;

const CLAUSE = /^(?:MATCH|WITH|UNWIND|CALL|RETURN|UNION|NEXT|LET|FILTER)$/i;
/** Patterns on both sides of it are planned apart; those of one MATCH after the other are planned together. */
const HORIZON = /^(?:WITH|UNWIND|CALL|RETURN|UNION|NEXT)$/;
const OPERATOR = /^[-+*/%^=<>|]$/;
/** All that Neo4j reads as one. */
const DASH = /^[-\u00ad\u2010-\u2015\u2212\ufe58\ufe63\uff0d]$/;
/** By measuring: the planner writes AND and OR in a normal form, and doubles that for each XOR. */
const WORD_TERMS: Readonly<Record<string, number>> = { AND: 10, OR: 10, XOR: 200 };
const OPENING = '([{';
const CLOSING = ')]}';

/**
 * Refuses what a planner would be long over. That of Neo4j heeds no time-out in most of what it does, so that
 * statements which nobody waits for any more would take the server from everyone. Throws `limit`.
 */
export function refuseHardToPlan(text: string, bounds: PlanningBounds): void {
  for (const reading of readingsOf(text)) {
    refuseHardToNest(reading, bounds);
    refuseManyRelations(reading, bounds);
  }
}

function refuseHardToNest(text: string, bounds: PlanningBounds): void {
  let open = 0;
  let braces = 0;
  let cases = 0;
  let nots = 0;
  let clauses = 0;
  let terms = 0;
  for (const { token, word, before } of wordsOf(text)) {
    if (OPENING.includes(token)) open++;
    if (CLOSING.includes(token)) open--;
    if (token === '{') braces++;
    if (token === '}') braces--;
    if (word === 'CASE') cases++;
    if (word === 'END' && cases > 0) cases--;
    nots = word === 'NOT' || (before === token && OPERATOR.test(token)) ? nots + 1 : 0;
    if (CLAUSE.test(word)) clauses++;
    terms += WORD_TERMS[word] ?? (OPERATOR.test(token) ? 1 : 0);
    if (open + cases > bounds.askNesting || nots > bounds.askNesting) {
      throw tooHard(`nests more than ${bounds.askNesting} levels deep`, 'askNesting', bounds);
    }
    if (braces > bounds.askSubqueries) {
      throw tooHard(
        `has more than ${bounds.askSubqueries} subqueries in each other`,
        'askSubqueries',
        bounds,
      );
    }
    if (clauses > bounds.askClauses) {
      throw tooHard(`has more than ${bounds.askClauses} clauses`, 'askClauses', bounds);
    }
    if (terms > bounds.askTerms) {
      throw tooHard('joins too many terms: give them as a list, with IN', 'askTerms', bounds);
    }
  }
}

/** The order in which to follow relations is what planning is about: each more may double its time. */
function refuseManyRelations(text: string, bounds: PlanningBounds): void {
  // NOTE: subqueries are planned each for itself; the braces of maps do no harm, since no relation goes on past them.
  const outer: number[] = [];
  let relations = 0;
  for (const { token, word, before } of wordsOf(text)) {
    if (token === '{') {
      outer.push(relations);
      relations = 0;
    } else if (token === '}') relations = outer.pop() ?? relations;
    else if (HORIZON.test(word)) relations = 0;
    else if (DASH.test(before) && (token === '[' || DASH.test(token))) relations++;
    if (relations > bounds.askRelations) {
      const what = `follows more than ${bounds.askRelations} relations at once: part it by WITH`;
      throw tooHard(what, 'askRelations', bounds);
    }
  }
}

/** The tokens that matter; `word` is empty for what is no word of the language, such as properties and labels. */
function* wordsOf(text: string): Generator<{ token: string; word: string; before: string }> {
  let before = '';
  for (const { token, kind } of tokensOf(text)) {
    if (kind === 'blank') continue;
    const word = kind === 'name' && before !== '.' && before !== ':' ? token.toUpperCase() : '';
    yield { token, word, before };
    before = token;
  }
}

function tooHard(what: string, name: keyof PlanningBounds, bounds: PlanningBounds): LacunaError {
  return new LacunaError('limit', `The statement ${what}.`, {
    details: { limit: name, most: bounds[name] },
  });
}
