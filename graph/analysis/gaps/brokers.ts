import type { Random } from '../random.ts';
import { type BrokerInput, type BrokerSettings, DEFAULT_BROKERS } from './broker.ts';
import { conceptBrokers } from './concept-brokers.ts';
import type { Gap, GapList } from './gap.ts';
import { paperBrokers } from './paper-brokers.ts';

/**
 * Concepts and papers that hold themes together. The score is the geometric mean of three percentile ranks, 0 to 1,
 * each among all candidates of the sort: who is to be a broker must be one by every measure.
 *
 * - Concepts: low constraint (Burt 1992), high participation (Guimera and Amaral 2005), high betweenness (Freeman
 *   1977, from sampled concepts).
 * - Papers: participation of their themes' shares, 1 - sum of s^2; support, the sum over pairs of themes of
 *   s_A s_B / W_AB, the part of the pair's whole link (`themePairTable`) that this one paper makes, so that a paper
 *   between themes that little else joins counts most; and the salience of their themed concepts, so that it isn't
 *   made of a few words.
 */
export function brokerGaps(
  input: BrokerInput,
  random: Random,
  settings: BrokerSettings = DEFAULT_BROKERS,
): GapList {
  const concepts = conceptBrokers(input, random, settings);
  const papers = paperBrokers(input, settings);
  const gaps = [...concepts.gaps, ...papers.gaps].sort((a, b) => b.score - a.score || orderOf(a, b));
  return {
    kind: 'broker',
    gaps,
    considered: concepts.considered + papers.considered,
    excluded: [...concepts.excluded, ...papers.excluded].filter(({ count }) => count > 0),
    parameters: { ...settings },
  };
}

/** By label and id, which are the same in every run. */
function orderOf(a: Gap, b: Gap): number {
  const [one, other] = [a, b].map(({ between: [ref] }) => `${ref!.label} ${ref!.id}`) as [string, string];
  return one < other ? -1 : 1;
}
