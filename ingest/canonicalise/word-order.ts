import { PREPOSITIONS } from './tokens.ts';

const MAX_HEAD = 2;
const MAX_OBJECT = 3;

/** Heads behind which the other order means something else: models of language, a function of time. */
const FIXED_HEADS = new Set(
  (
    'model function method algorithm system framework bag law curse art case kind type way lack means state ' +
    'mode level line matter result effect product part number amount choice use'
  ).split(' '),
);

/** Phrases whose words in the other order are another thing: time of flight, flight time. */
const IDIOMS = new Set(
  (
    'stateofart theoryofmind bagofword partofspeech sumofsquare timeofflight orderofmagnitude depthoffield ' +
    'qualityofservice analysisofvariance pointofview fieldofview degreeoffreedom proofofconcept chainofthought ' +
    'treeofthought graphofthought mixtureofexpert productofexpert internetofthing lawoflargenumber ' +
    'centerofmass directionofarrival angleofarrival ruleofthumb areaundercurve languageofthought unitofmeasure ' +
    'historyofscience philosophyofscience scienceofdata worldofdata sourceoflight rateoflearning collectionofdata ' +
    'setofdata signofchange'
  ).split(' '),
);

const DETERMINERS = new Set(['the', 'a', 'an', 'its', 'their', 'such']);
const JOINERS = new Set(['and', 'or', 'vs', 'that', 'which']);

/**
 * The other orders of `X of Y`, likeliest first: rate of convergence is convergence rate, optimal rate of convergence is
 * optimal convergence rate. Tokens in lower case and the singular.
 */
export function otherOrders(tokens: readonly string[]): string[][] {
  const at = tokens.indexOf('of');
  if (at < 1 || at > MAX_HEAD) return [];
  const head = tokens.slice(0, at);
  const object = tokens.slice(at + 1).filter((token) => !DETERMINERS.has(token));
  if (object.length === 0 || object.length > MAX_OBJECT || FIXED_HEADS.has(head.at(-1)!)) return [];
  if ([...head, ...object].some((token) => PREPOSITIONS.has(token) || JOINERS.has(token))) return [];
  if (IDIOMS.has([...head, 'of', ...object].join(''))) return [];
  const orders = [[...object, ...head]];
  if (head.length > 1) orders.push([...head.slice(0, -1), ...object, head.at(-1)!]);
  return orders;
}
