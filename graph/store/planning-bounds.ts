import { LacunaError } from '../errors.ts';
import type { StoreLimits } from './options.ts';
import { tokensOf } from './statement-tokens.ts';

export type PlanningBounds = Pick<StoreLimits, 'askNesting' | 'askSubqueries' | 'askClauses' | 'askTerms'>;

const CLAUSE = /^(?:MATCH|WITH|UNWIND|CALL|RETURN|UNION|NEXT|LET|FILTER)$/i;
const OPERATOR = /^[-+*/%^=<>|]$/;
/** By measuring: the planner writes AND and OR in a normal form, and doubles that for each XOR. */
const WORD_TERMS: Readonly<Record<string, number>> = { AND: 10, OR: 10, XOR: 200 };
const OPENING = '([{';
const CLOSING = ')]}';

/**
 * Refuses what a planner would be long over. That of Neo4j heeds no time-out in most of what it does, so that
 * statements which nobody waits for any more would take the server from everyone. Throws `limit`.
 */
export function refuseHardToPlan(text: string, bounds: PlanningBounds): void {
  let open = 0;
  let braces = 0;
  let cases = 0;
  let nots = 0;
  let clauses = 0;
  let terms = 0;
  let before = '';
  for (const { token, kind } of tokensOf(text)) {
    if (kind === 'blank') continue;
    if (OPENING.includes(token)) open++;
    if (CLOSING.includes(token)) open--;
    if (token === '{') braces++;
    if (token === '}') braces--;
    const word = kind === 'name' && before !== '.' && before !== ':' ? token.toUpperCase() : '';
    if (word === 'CASE') cases++;
    if (word === 'END' && cases > 0) cases--;
    nots = word === 'NOT' || (before === token && OPERATOR.test(token)) ? nots + 1 : 0;
    if (CLAUSE.test(word)) clauses++;
    terms += WORD_TERMS[word] ?? (OPERATOR.test(token) ? 1 : 0);
    before = token;
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

function tooHard(what: string, name: keyof PlanningBounds, bounds: PlanningBounds): LacunaError {
  return new LacunaError('limit', `The statement ${what}.`, {
    details: { limit: name, most: bounds[name] },
  });
}
