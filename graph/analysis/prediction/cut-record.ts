import { seededRandom } from '../random.ts';
import { BASELINES, type Baseline } from './baselines.ts';
import { conceptCount, firstMeetings } from './candidates.ts';
import type { HistoryCut } from './history-cut.ts';
import { MatchedDraw, popularityBin } from './matched-pairs.ts';
import type { KnownWorld } from './pair-features.ts';
import { type PairScores, scorePairs } from './pair-scores.ts';
import { KnownWorlds, type Rankers, trainRankers } from './rankers.ts';
import { type RankingFigures, rankingFigures } from './ranking-figures.ts';
import type { BacktestSettings } from './settings.ts';
import { type Timeline, timelineOf } from './timeline.ts';

export const METHODS = ['lacuna', 'lacunaPlain', ...BASELINES] as const;
export type Method = (typeof METHODS)[number];

export interface MethodRecord extends RankingFigures {
  /** The same among pairs as popular as those that met. */
  matched: RankingFigures;
  /** Average precision over that of a baseline, and the same matched. */
  lift: Record<'preferentialAttachment' | 'recentPopularity', { ap: number; matched: number }>;
}

/** How well each method told, at the end of `year`, which pairs would first meet within `horizon` years. */
export interface CutRecord {
  year: number;
  horizon: number;
  /** Pairs that met. */
  positives: number;
  /** Pairs that never met up to the year. */
  candidates: number;
  methods: Record<Method, MethodRecord>;
  /** Concepts that were paired, and those that were not. */
  concepts: number;
  excluded: { rare: number; common: number; beyondCap: number };
  /** Pairs in the matched pool. */
  matchedCandidates: number;
  /** What the learned rankings learned from; null where a fixed score stood in. */
  trained: { years: readonly number[]; met: number } | null;
  /** What each feature adds, in log odds a standard deviation, strongest first. */
  features: { name: string; lacuna: number; lacunaPlain: number }[];
}

export interface CutHooks {
  /** Called again and again; may wait or throw. */
  tick: (done: number, total: number) => Promise<void> | void;
}

/** A cut and horizon that can't be told of, and why. */
export interface Refusal {
  year: number;
  horizon: number;
  reason: string;
}

/** One record a horizon, all on the same candidates. Pure: the same cut, seed and settings give the same records. */
export async function cutRecords(
  cut: HistoryCut,
  horizons: readonly number[],
  seed: number,
  settings: BacktestSettings,
  { tick }: CutHooks,
): Promise<{ records: CutRecord[]; refused: Refusal[] }> {
  const timeline = timelineOf(cut);
  const worlds = new KnownWorlds(timeline, cut.literature, settings);
  const steps = 2 * horizons.length + 1;
  let step = 0;
  // Within a step the share that is done counts, so that the time left can be told.
  const within = (done: number, total: number): Promise<void> | void =>
    tick(step + done / Math.max(total, 1), steps);
  const rankers: (Rankers | null)[] = [];
  for (const horizon of horizons) {
    rankers.push(await trainRankers(worlds, timeline, cut.year, horizon, seed, settings, within));
    step++;
  }
  const world = worlds.at(cut.year);
  const scores = await scorePairs(world, rankers, within);
  step++;
  const sorted = sorter(Object.values(scores.baselines));
  const records: CutRecord[] = [];
  const refused: Refusal[] = [];
  for (const [index, horizon] of horizons.entries()) {
    const record = await horizonRecord(
      cut.year,
      horizon,
      { timeline, world, scores, ranker: rankers[index]!, learned: index, sorted },
      seed,
      settings,
      within,
    );
    if (typeof record !== 'string') records.push(record);
    else refused.push({ year: cut.year, horizon, reason: record });
    step++;
  }
  return { records, refused };
}

const ALL_MET = 'all pairs of its concepts met in that time';

/** Why figures would say nothing. */
const tooFewMet = (positives: number, least: number): string =>
  `${positives === 0 ? 'no pair' : positives === 1 ? 'only 1 pair' : `only ${positives} pairs`} of its concepts first met in that time, and at least ${least} are needed`;

interface ScoredCut {
  timeline: Timeline;
  world: KnownWorld;
  scores: PairScores;
  ranker: Rankers | null;
  learned: number;
  /** Scores in rising order. */
  sorted: (score: Float32Array) => Float32Array;
}

/** Or why there is none. */
async function horizonRecord(
  year: number,
  horizon: number,
  { timeline, world, scores, ranker, learned, sorted }: ScoredCut,
  seed: number,
  settings: BacktestSettings,
  tick: CutHooks['tick'],
): Promise<CutRecord | string> {
  const { snapshot, features } = world;
  const met = metWithin(timeline, world, scores, horizon);
  const positives = sum(met);
  if (positives < Math.max(settings.minPositives, 1)) return tooFewMet(positives, settings.minPositives);
  const matched = matchedIndexes(world, scores, met, settings.matchedPerMet, seed);
  const matchedMet = met.filter((_, i) => matched[i] === 1);
  const only = <A extends Float32Array | Uint32Array>(all: A): A =>
    all.filter((_, i) => matched[i] === 1) as A;
  const matchedEnds = { a: only(scores.a), b: only(scores.b) };
  const concepts = conceptCount(snapshot);
  const found = new Map<Method, { all: RankingFigures; matched: RankingFigures }>();
  for (const [index, method] of METHODS.entries()) {
    await tick(index, METHODS.length);
    const score = scoreOf(scores, learned, method);
    const random = () => seededRandom(seed + year + horizon);
    const all = rankingFigures({ score, met }, scores, concepts, settings.resamples, random(), sorted(score));
    const among = rankingFigures(
      { score: only(score), met: matchedMet },
      matchedEnds,
      concepts,
      settings.resamples,
      random(),
    );
    if (!all || !among) return ALL_MET;
    found.set(method, { all, matched: among });
  }
  await tick(METHODS.length, METHODS.length);
  const lift = (method: Method, over: Baseline) => ({
    ap: found.get(method)!.all.ap / found.get(over)!.all.ap,
    matched: found.get(method)!.matched.ap / found.get(over)!.matched.ap,
  });
  return {
    year,
    horizon,
    positives,
    candidates: met.length,
    methods: Object.fromEntries(
      METHODS.map((method) => [
        method,
        {
          ...found.get(method)!.all,
          matched: found.get(method)!.matched,
          lift: {
            preferentialAttachment: lift(method, 'preferentialAttachment'),
            recentPopularity: lift(method, 'recentPopularity'),
          },
        },
      ]),
    ) as Record<Method, MethodRecord>,
    concepts,
    excluded: snapshot.excluded,
    matchedCandidates: matchedMet.length,
    trained: ranker && { years: ranker.years, met: ranker.met },
    features: ranker ? learnedFeatures(ranker, features.names) : [],
  };
}

/** Sorts scores; those of `often` once only. */
function sorter(often: readonly Float32Array[]): (score: Float32Array) => Float32Array {
  const kept = new Map<Float32Array, Float32Array>();
  return (score) => {
    const known = kept.get(score);
    if (known) return known;
    const sorted = score.slice().sort();
    if (often.includes(score)) kept.set(score, sorted);
    return sorted;
  };
}

function scoreOf({ learned, baselines }: PairScores, index: number, method: Method): Float32Array {
  if (method === 'lacuna') return learned[index]!.gap;
  if (method === 'lacunaPlain') return learned[index]!.plain;
  return baselines[method];
}

function metWithin(
  timeline: Timeline,
  { snapshot }: KnownWorld,
  { a, b }: PairScores,
  horizon: number,
): Uint8Array {
  const meetings = firstMeetings(timeline, snapshot, horizon);
  const met = new Uint8Array(a.length);
  let row = -1;
  let found: Uint8Array = new Uint8Array(0);
  for (let i = 0; i < met.length; i++) {
    if (a[i] !== row) {
      row = a[i]!;
      found = meetings(row);
    }
    met[i] = found[b[i]!]! > 0 ? 1 : 0;
  }
  return met;
}

/** 1 for each pair that met and for as popular ones that did not. */
function matchedIndexes(
  { traits }: KnownWorld,
  { a, b }: PairScores,
  met: Uint8Array,
  perMet: number,
  seed: number,
): Uint8Array {
  const draw = new MatchedDraw(perMet, seededRandom(seed));
  const binOf = (i: number): number => popularityBin(traits.degree[a[i]!]!, traits.degree[b[i]!]!);
  for (let i = 0; i < met.length; i++) draw.count(binOf(i), met[i] === 1);
  return met.map((isMet, i) => (isMet === 1 || draw.draw(binOf(i)) ? 1 : 0));
}

function learnedFeatures({ gap, plain }: Rankers, names: readonly string[]): CutRecord['features'] {
  return names
    .map((name, i) => ({ name, lacuna: gap[i + 1]!, lacunaPlain: plain[i + 1]! }))
    .sort((x, y) => Math.abs(y.lacuna) - Math.abs(x.lacuna) || (x.name < y.name ? -1 : 1));
}

const sum = (values: Uint8Array): number => values.reduce((total, value) => total + value, 0);
