import type { Literature } from '../literature.ts';
import type { RowTick } from './candidates.ts';
import { type PaperWords, paperWords } from './features/words.ts';
import { type Coefficients, logisticRegression, type WeightedPairs } from './logistic-regression.ts';
import { type KnownWorld, knownWorld } from './pair-features.ts';
import type { PredictionSettings } from './settings.ts';
import { leastPapers, snapshotOf } from './snapshot.ts';
import type { Timeline } from './timeline.ts';
import { joinSamples, type TrainingSample, trainingSample } from './training-sample.ts';

/** The two learned rankings of one horizon. */
export interface Rankers {
  /** The gap ranking: tells pairs that meet from pairs as popular that don't. */
  readonly gap: Coefficients;
  /** The plain ranking: tells pairs that meet from all that don't. */
  readonly plain: Coefficients;
  /** What was learned from: years taken as the present, latest first. */
  readonly years: readonly number[];
  readonly met: number;
}

/** Worlds of the years that are learned from, made once for all horizons. */
export class KnownWorlds {
  readonly #made = new Map<number, KnownWorld>();
  readonly #timeline: Timeline;
  readonly #literature: Literature;
  readonly #words: PaperWords;
  readonly #settings: PredictionSettings;

  constructor(timeline: Timeline, literature: Literature, settings: PredictionSettings) {
    this.#timeline = timeline;
    this.#literature = literature;
    this.#words = paperWords(literature.papers);
    // By all that is known, so that earlier years are of the same kind of concepts.
    const known = literature.papers.filter(({ year }) => year !== null).length;
    this.#settings = { ...settings, minPapers: leastPapers(known, settings) };
  }

  at(year: number): KnownWorld {
    let world = this.#made.get(year);
    if (!world) {
      const snapshot = snapshotOf(this.#timeline, year, this.#settings);
      world = knownWorld(snapshot, this.#literature, this.#words, this.#settings.recentYears);
      this.#made.set(year, world);
    }
    return world;
  }
}

/**
 * Learns from earlier years of the same literature, each taken as if it were the present: the last with the whole horizon
 * is `horizon` years before `year`, later ones have a shorter one, so that nothing after `year` is looked at. Null where too
 * few pairs met.
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
  const blocks = trainingBlocks(year, horizon, settings).filter((block) => block.year >= firstYear);
  const phases = blocks.length + 2;
  const phase =
    (index: number): RowTick =>
    (done, total) =>
      tick(index + done / Math.max(total, 1), phases);
  const samples: TrainingSample[] = [];
  let met = 0;
  for (const [index, block] of blocks.entries()) {
    const world = worlds.at(block.year);
    const sample = await trainingSample(
      world,
      timeline,
      block.horizon,
      seed + block.year,
      settings,
      phase(index),
    );
    met += sample.met.reduce((sum, one) => sum + one, 0);
    samples.push(sample);
    if (met >= settings.enoughMet) break;
  }
  if (met < settings.minMet) return null;
  const sample = joinSamples(samples);
  const learn = (picked: Uint8Array, weight: Float64Array | null, index: number): Promise<Coefficients> =>
    logisticRegression(pairsOf(sample, picked, weight), settings.ridge, phase(blocks.length + index));
  return {
    gap: await learn(sample.matched, null, 0),
    plain: await learn(sample.plain, sample.weight, 1),
    years: blocks.slice(0, samples.length).map((block) => block.year),
    met,
  };
}

/** Which years may be learned from, and how far ahead each looks; latest first. */
function trainingBlocks(
  year: number,
  horizon: number,
  { trainingYears, shorterHorizons }: PredictionSettings,
): { year: number; horizon: number }[] {
  const parts = Array.from({ length: shorterHorizons }, (_, i) =>
    Math.round((horizon * (i + 1)) / (shorterHorizons + 1)),
  );
  const shorter = [...new Set(parts)].filter((part) => part >= 1 && part < horizon);
  return [
    ...shorter.map((part) => ({ year: year - part, horizon: part })),
    ...Array.from({ length: trainingYears }, (_, back) => ({ year: year - horizon - back, horizon })),
  ];
}

/** Only those that were picked; `weight` null for all alike. */
function pairsOf(sample: TrainingSample, picked: Uint8Array, weight: Float64Array | null): WeightedPairs {
  const isPicked = (_: unknown, i: number): boolean => picked[i] === 1;
  const met = sample.met.filter(isPicked);
  return {
    values: sample.values.map((values) => values.filter(isPicked)),
    met,
    weight: weight ? weight.filter(isPicked) : new Float64Array(met.length).fill(1),
  };
}
