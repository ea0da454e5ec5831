export interface BurstSettings {
  /** States of the automaton: 2 tells "busy" from "usual"; more tell busier from busy. At least 2. */
  states: number;
  /** Kleinberg's s: in each state the rate is so many times that of the state below. Above 1. */
  ratio: number;
  /** Kleinberg's gamma: what it costs to go up a state, in units of ln n. Above 0. */
  transitionCost: number;
}

export const DEFAULT_BURSTS: BurstSettings = { states: 2, ratio: 2, transitionCost: 1 };

/** A time in which more came than usual. */
export interface Burst {
  /** First and last batch of it, counted from 0. */
  from: number;
  to: number;
  /** State that it is in at least: 1 for all bursts of two states. */
  level: number;
  /** By how much (nats) this state explains the batches better than the one below; above 0. */
  weight: number;
}

/**
 * Bursts of a stream that arrives in batches, by Kleinberg's automaton (2002, "Bursty and hierarchical structure
 * in streams", section 4). Batch t holds `all[t]` items of which `relevant[t]` count. With R and D their sums,
 * state i expects a share p_i = s^i R / D and costs in batch t
 *
 *     -ln( C(d_t, r_t) p_i^r_t (1 - p_i)^(d_t - r_t) );
 *
 * going from state i up to j costs (j - i) gamma ln n for n batches, going down nothing, and it starts in state 0.
 * Viterbi finds the cheapest states; of equally cheap ones the lower. States whose rate would reach 1 are missing, so
 * what stands in most papers never bursts. Sorted by start, then level.
 */
export function findBursts(
  relevant: ArrayLike<number>,
  all: ArrayLike<number>,
  settings: BurstSettings = DEFAULT_BURSTS,
): Burst[] {
  const rates = stateRates(relevant, all, settings);
  if (rates.length < 2) return [];
  const states = cheapestStates(relevant, all, rates, settings);
  const bursts: Burst[] = [];
  for (let level = 1; level < rates.length; level++) {
    for (let from = 0; from < states.length; from++) {
      if (states[from]! < level) continue;
      let to = from;
      while (to + 1 < states.length && states[to + 1]! >= level) to++;
      let weight = 0;
      for (let t = from; t <= to; t++) {
        weight += batchCost(relevant[t]!, all[t]!, rates[level - 1]!);
        weight -= batchCost(relevant[t]!, all[t]!, rates[level]!);
      }
      bursts.push({ from, to, level, weight });
      from = to;
    }
  }
  return bursts.sort((a, b) => a.from - b.from || a.level - b.level);
}

/** The rates p_i below 1; empty when nothing is relevant. */
function stateRates(
  relevant: ArrayLike<number>,
  all: ArrayLike<number>,
  { states, ratio }: BurstSettings,
): number[] {
  let sum = 0;
  let total = 0;
  for (let t = 0; t < all.length; t++) {
    sum += relevant[t]!;
    total += all[t]!;
  }
  const rates: number[] = [];
  for (let rate = sum / total; rates.length < states && rate > 0 && rate < 1; rate *= ratio) rates.push(rate);
  return rates;
}

/** Without the binomial coefficient, which is the same in every state. */
function batchCost(relevant: number, all: number, rate: number): number {
  return -(relevant * Math.log(rate) + (all - relevant) * Math.log1p(-rate));
}

function cheapestStates(
  relevant: ArrayLike<number>,
  all: ArrayLike<number>,
  rates: readonly number[],
  { transitionCost }: BurstSettings,
): Uint8Array {
  const batches = all.length;
  const count = rates.length;
  const up = transitionCost * Math.log(batches);
  const cameFrom = new Uint8Array(batches * count);
  let cost = rates.map((_, state) => state * up);
  for (let t = 0; t < batches; t++) {
    cost = rates.map((rate, state) => {
      let best = 0;
      let least = Number.POSITIVE_INFINITY;
      for (let before = 0; before < count; before++) {
        // Where it starts is paid for already.
        const through =
          cost[before]! + (t === 0 ? (before === state ? 0 : Infinity) : climb(before, state, up));
        if (through >= least) continue;
        least = through;
        best = before;
      }
      cameFrom[t * count + state] = best;
      return least + batchCost(relevant[t]!, all[t]!, rate);
    });
  }
  const states = new Uint8Array(batches);
  let state = cost.indexOf(Math.min(...cost));
  for (let t = batches - 1; t >= 0; t--) {
    states[t] = state;
    state = cameFrom[t * count + state]!;
  }
  return states;
}

const climb = (from: number, to: number, up: number): number => Math.max(0, to - from) * up;
