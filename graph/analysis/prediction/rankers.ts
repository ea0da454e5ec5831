import type { Literature } from '../literature.ts';
import { seededRandom } from '../random.ts';
import { boostTrees } from './boosted-trees.ts';
import type { RowTick } from './candidates.ts';
import { type BinEdges, fillBins, quantileEdges } from './feature-bins.ts';
import { lanesOf } from './lanes.ts';
import { type KnownWorld, knownWorld } from './pair-features.ts';
import type { PredictionSettings } from './settings.ts';
import { snapshotOf } from './snapshot.ts';
import type { Timeline } from './timeline.ts';
import { joinSamples, type TrainingSample, trainingSample } from './training-sample.ts';
import type { BoostedTrees, TrainingPairs } from './tree.ts';

/** The two learned rankings of one horizon. */
export interface Rankers {
  readonly edges: BinEdges;
  /** The gap ranking: tells pairs that meet from pairs as popular that don't. */
  readonly gap: BoostedTrees;
  /** The plain ranking: tells pairs that meet from all that don't. */
  readonly plain: BoostedTrees;
  /** What was learned from. */
  readonly years: readonly number[];
  readonly met: number;
}

/** Worlds of the years that are learned from, made once for all horizons. */
export class KnownWorlds {
  readonly #made = new Map<number, KnownWorld>();
  readonly #timeline: Timeline;
  readonly #literature: Literature;
  readonly #settings: PredictionSettings;

  constructor(timeline: Timeline, literature: Literature, settings: PredictionSettings) {
    this.#timeline = timeline;
    this.#literature = literature;
    this.#settings = settings;
  }

  at(year: number): KnownWorld {
    let world = this.#made.get(year);
    if (!world) {
      const snapshot = snapshotOf(this.#timeline, year, this.#settings);
      world = knownWorld(snapshot, this.#literature, this.#settings.recentYears);
      this.#made.set(year, world);
    }
    return world;
  }
}

/**
 * Learns from earlier years of the same literature, each taken as if it were the present: the last such year is
 * `horizon` years before `year`, so that nothing after `year` is looked at. Null where too few pairs met.
 */
export async function trainRankers(
  worlds: KnownWorlds,
  timeline: Timeline,
  year: number,
  horizon: number,
  seed: number,
  settings: PredictionSettings,
  tick: RowTick = () => {},
): Promise<Rankers | null> {
  const firstYear = timeline.years[0] ?? year;
  const earlier = Array.from({ length: settings.trainingYears }, (_, back) => year - horizon - back);
  const years = earlier.filter((then) => then >= firstYear);
  const phases = years.length + 2;
  const phase =
    (index: number): RowTick =>
    (done, total) =>
      tick(index + done / Math.max(total, 1), phases);
  const samples: TrainingSample[] = [];
  for (const [index, then] of years.entries()) {
    const world = worlds.at(then);
    samples.push(await trainingSample(world, timeline, horizon, seed + then, settings, phase(index)));
  }
  const sample = joinSamples(samples);
  const met = sample.met.reduce((sum, one) => sum + one, 0);
  if (met < settings.minMet) return null;
  const edges = quantileEdges(sample.values, settings.bins);
  const train = (picked: Uint8Array, index: number): Promise<BoostedTrees> => {
    const random = seededRandom(seed + index);
    return boostTrees(pairsOf(sample, picked, edges), edges, random, settings, phase(years.length + index));
  };
  return { edges, gap: await train(sample.matched, 0), plain: await train(sample.plain, 1), years, met };
}

function pairsOf(sample: TrainingSample, picked: Uint8Array, edges: BinEdges): TrainingPairs {
  const isPicked = (_: unknown, i: number): boolean => picked[i] === 1;
  const met = sample.met.filter(isPicked);
  const bins = sample.values.map((values, feature) => {
    const lanes = lanesOf(met.length);
    fillBins(values.filter(isPicked), edges[feature]!, met.length, lanes.bytes);
    return lanes;
  });
  return { bins, met };
}
