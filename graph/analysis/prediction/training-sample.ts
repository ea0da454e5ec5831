import { type Random, seededRandom } from '../random.ts';
import {
  type CandidateRow,
  candidateCount,
  firstMeetings,
  forEachCandidateRow,
  type RowTick,
} from './candidates.ts';
import { scaleValues } from './feature-scale.ts';
import { MatchedDraw, popularityBin } from './matched-pairs.ts';
import type { KnownWorld } from './pair-features.ts';
import type { PredictionSettings } from './settings.ts';
import type { Timeline } from './timeline.ts';

/** Pairs with their features, and in which of the two samples each is. */
export interface TrainingSample {
  /** One array a feature, on the scale of its year. */
  readonly values: Float32Array[];
  readonly met: Uint8Array;
  /** 1 where the pair is in the sample of the gap ranking (as popular as those that met), 0 where not. */
  readonly matched: Uint8Array;
  /** The same for the plain ranking (drawn from all). */
  readonly plain: Uint8Array;
  /** For how many pairs each stands in the plain sample, brought to a mean of 1 there. */
  readonly weight: Float64Array;
}

type SampleSettings = Pick<PredictionSettings, 'matchedPerMet' | 'plainPerMet' | 'maxMetPerYear'>;

/** What an earlier year, taken as the present, teaches: which of its pairs met within `horizon` years, and which did not. */
export async function trainingSample(
  world: KnownWorld,
  timeline: Timeline,
  horizon: number,
  seed: number,
  settings: SampleSettings,
  tick: RowTick = () => {},
): Promise<TrainingSample> {
  const passTick =
    (pass: number): RowTick =>
    (done, total) =>
      tick(pass * total + done, PASSES * total);
  const { snapshot, traits, features } = world;
  const scale = await world.scale(passTick(0));
  const meetings = firstMeetings(timeline, snapshot, horizon);
  const binOf = (a: number, b: number): number => popularityBin(traits.degree[a]!, traits.degree[b]!);

  let positives = 0;
  await forEachCandidateRow(
    snapshot,
    ({ a, others, count }) => {
      const met = meetings(a);
      for (let i = 0; i < count; i++) if (met[others[i]!]! > 0) positives++;
    },
    passTick(1),
  );
  const keptShare = Math.min(1, settings.maxMetPerYear / Math.max(positives, 1));
  const negatives = candidateCount(snapshot) - positives;
  const wanted = Math.max(settings.plainPerMet * keptShare * positives, LEAST_PLAIN);
  const plainShare = wanted / Math.max(negatives, 1);

  // The same draws in both passes say which of those that met are kept.
  const keeper = (): Random => seededRandom(seed);
  const matcher = new MatchedDraw(settings.matchedPerMet, seededRandom(seed + 1));
  let keeps = keeper();
  await forEachCandidateRow(
    snapshot,
    ({ a, others, count }) => {
      const met = meetings(a);
      for (let i = 0; i < count; i++) {
        const b = others[i]!;
        if (met[b]! === 0) matcher.count(binOf(a, b), false);
        else if (keeps() < keptShare) matcher.count(binOf(a, b), true);
      }
    },
    passTick(2),
  );

  keeps = keeper();
  const plainDraws = seededRandom(seed + 2);
  const rows = new SampleRows(features.names.length);
  const sampled: CandidateRow = { a: 0, others: new Uint32Array(snapshot.concepts.length), count: 0 };
  const scratch = features.names.map(() => new Float32Array(snapshot.concepts.length));
  const kinds = new Uint8Array(snapshot.concepts.length);
  await forEachCandidateRow(
    snapshot,
    ({ a, others, count }) => {
      const met = meetings(a);
      sampled.a = a;
      sampled.count = 0;
      for (let i = 0; i < count; i++) {
        const b = others[i]!;
        const isMet = met[b]! > 0;
        const matched = isMet ? keeps() < keptShare : matcher.draw(binOf(a, b));
        const plain = isMet ? matched : plainDraws() < plainShare;
        if (!matched && !plain) continue;
        kinds[sampled.count] = (isMet ? MET : 0) | (matched ? MATCHED : 0) | (plain ? PLAIN : 0);
        sampled.others[sampled.count++] = b;
      }
      if (sampled.count === 0) return;
      features.fill(sampled, scratch);
      scaleValues(scale, scratch, sampled.count);
      rows.add(scratch, kinds, sampled.count);
    },
    passTick(3),
  );
  return rows.sample(1 / keptShare, 1 / Math.min(plainShare, 1));
}

/** Over all candidates: their scale, how many met, how popular they are, and which are in the sample. */
const PASSES = 4;
/** Fewer pairs than this say little of what those that don't meet are like. */
const LEAST_PLAIN = 20_000;
const MET = 1;
const MATCHED = 2;
const PLAIN = 4;

/** Samples of several years as one. */
export function joinSamples(samples: readonly TrainingSample[]): TrainingSample {
  const [first] = samples;
  const pairs = samples.reduce((sum, { met }) => sum + met.length, 0);
  const joined: TrainingSample = {
    values: (first?.values ?? []).map(() => new Float32Array(pairs)),
    met: new Uint8Array(pairs),
    matched: new Uint8Array(pairs),
    plain: new Uint8Array(pairs),
    weight: new Float64Array(pairs),
  };
  let at = 0;
  for (const { values, met, matched, plain, weight } of samples) {
    for (const [feature, column] of values.entries()) joined.values[feature]!.set(column, at);
    joined.met.set(met, at);
    joined.matched.set(matched, at);
    joined.plain.set(plain, at);
    joined.weight.set(weight, at);
    at += met.length;
  }
  return joined;
}

/** Rows of a sample, while they come in. */
class SampleRows {
  #values: Float32Array[];
  #kinds = new Uint8Array(1024);
  #count = 0;

  constructor(features: number) {
    this.#values = Array.from({ length: features }, () => new Float32Array(1024));
  }

  add(values: readonly Float32Array[], kinds: Uint8Array, count: number): void {
    const needed = this.#count + count;
    if (needed > this.#kinds.length) this.#grow(Math.max(needed, 2 * this.#kinds.length));
    for (const [feature, column] of values.entries())
      this.#values[feature]!.set(column.subarray(0, count), this.#count);
    this.#kinds.set(kinds.subarray(0, count), this.#count);
    this.#count = needed;
  }

  #grow(size: number): void {
    this.#values = this.#values.map((column) => {
      const larger = new Float32Array(size);
      larger.set(column);
      return larger;
    });
    const kinds = new Uint8Array(size);
    kinds.set(this.#kinds);
    this.#kinds = kinds;
  }

  /** `ofMet` and `ofOthers`: for how many pairs one that met, and one that did not, stands in the plain sample. */
  sample(ofMet: number, ofOthers: number): TrainingSample {
    const kinds = this.#kinds.subarray(0, this.#count);
    const flag = (kind: number): Uint8Array => kinds.map((one) => ((one & kind) > 0 ? 1 : 0));
    const plain = flag(PLAIN);
    const weight = Float64Array.from(kinds, (kind) => ((kind & MET) > 0 ? ofMet : ofOthers));
    let total = 0;
    let pairs = 0;
    plain.forEach((isPlain, i) => {
      total += isPlain * weight[i]!;
      pairs += isPlain;
    });
    return {
      values: this.#values.map((column) => column.slice(0, this.#count)),
      met: flag(MET),
      matched: flag(MATCHED),
      plain,
      weight: weight.map((one) => (total > 0 ? (one * pairs) / total : 1)),
    };
  }
}
