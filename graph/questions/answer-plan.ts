import { answerConcepts } from './answers/concepts.ts';
import { answerDescribed } from './answers/described.ts';
import { answerDoes } from './answers/does.ts';
import { answerGroups } from './answers/groups.ts';
import { answerBalance, answerDifference, answerGaps, answerSimilar } from './answers/others.ts';
import { answerPapers } from './answers/papers.ts';
import { answerAverage, answerRanking } from './answers/ranking.ts';
import { answerSayings } from './answers/sayings.ts';
import { answerTies } from './answers/ties.ts';
import type { Desk, Draft } from './draft.ts';
import type { Plan } from './plan.ts';

/** Asks the graph what a plan says. */
export function answerPlan(plan: Plan, desk: Desk): Promise<Draft> {
  switch (plan.find) {
    case 'papers':
      return answerPapers(plan, desk);
    case 'concepts':
      return answerConcepts(plan, desk);
    case 'ties':
      return answerTies(plan, desk);
    case 'sayings':
      return answerSayings(plan, desk);
    case 'difference':
      return answerDifference(plan, desk);
    case 'balance':
      return answerBalance(plan, desk);
    case 'similar':
      return answerSimilar(plan, desk);
    case 'gaps':
      return answerGaps(plan, desk);
    case 'does':
      return answerDoes(plan, desk);
    case 'ranking':
      return answerRanking(plan, desk);
    case 'average':
      return answerAverage(plan, desk);
    case 'described':
      return answerDescribed(plan, desk);
    default:
      return answerGroups(plan, desk);
  }
}
