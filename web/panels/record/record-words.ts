/** The track record in words and ratios. Pure. */
import type { Backtest, TrackRecord } from '../../../graph/contract.ts';

export type Cut = TrackRecord['cuts'][number];
type Scores = Cut['methods'][string];

/** Against which pairs a ranking is judged. */
export const POOLS = ['all', 'matched'] as const;
export type Pool = (typeof POOLS)[number];

/** The ranking behind the list of concept pairs, and what it is compared with. */
export const OWN_METHODS: ReadonlySet<string> = new Set(['lacuna', 'lacunaPlain']);
export const GAP_METHOD = 'lacuna';
export const BASELINES = ['preferentialAttachment', 'recentPopularity'] as const;

/** The horizon that summaries speak of, where it was tried. */
const USUAL_HORIZON = 3;

/** Horizons that were tried, the shortest first. */
export function horizonsOf(record: TrackRecord): number[] {
  return [...new Set(record.cuts.map(({ horizon }) => horizon))].sort((one, other) => one - other);
}

export function usualHorizon(record: TrackRecord): number | undefined {
  const horizons = horizonsOf(record);
  return horizons.includes(USUAL_HORIZON) ? USUAL_HORIZON : horizons[0];
}

export function cutsOf(record: TrackRecord, horizon: number): Cut[] {
  return record.cuts.filter((cut) => cut.horizon === horizon).sort((one, other) => one.year - other.year);
}

/** How many times the average precision of another method; null where there is nothing to divide by. */
export function lift(cut: Cut, method: string, baseline: string, pool: Pool): number | null {
  const own = scoresOf(cut, method, pool)?.ap;
  const other = scoresOf(cut, baseline, pool)?.ap;
  return own === undefined || !other ? null : own / other;
}

type PoolScores = Omit<Scores, 'matched'>;

export function scoresOf(cut: Cut, method: string, pool: Pool): PoolScores | undefined {
  const scores = cut.methods[method];
  return pool === 'matched' ? scores?.matched : scores;
}

/** What a method is called; its name in the record where nobody says. */
export function titleOf(methods: Backtest['methods'], name: string): string {
  return methods.find((method) => method.name === name)?.title ?? name;
}

/** Methods in the order in which the server explains them, then those it does not, by name. */
export function methodsOf(record: TrackRecord, methods: Backtest['methods']): string[] {
  const tried = new Set(record.cuts.flatMap((cut) => Object.keys(cut.methods)));
  const known = methods.map(({ name }) => name).filter((name) => tried.has(name));
  const others = [...tried].filter((name) => !known.includes(name)).sort();
  return [...known, ...others];
}

/** What an interval of a difference says: above nothing, below it, or neither. */
export function verdictOf([low, high]: readonly [number, number]): 'more' | 'less' | 'unclear' {
  if (low > 0) return 'more';
  return high < 0 ? 'less' : 'unclear';
}

/** `after 1 year`, `within 3 years`. */
export function withinYears(horizon: number): string {
  return horizon === 1 ? 'within the next year' : `within the next ${horizon} years`;
}
