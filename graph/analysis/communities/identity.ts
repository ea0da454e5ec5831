import { LacunaError } from '../../errors.ts';
import { compareIds } from '../paper-concept-graph.ts';
import { type PartitionChange, partitionChanges } from './partition-changes.ts';

/** A theme as it was known before. */
export interface KnownTheme {
  id: string;
  /** Ids of the concepts that shaped it. */
  members: readonly string[];
}

export interface IdentitySettings {
  /** A part of a theme is considerable from this share of its surviving concepts on. Above 0, to 1. */
  considerable: number;
  /** A theme has grown or shrunk when its size changed by at least this share of what it was. */
  growth: number;
}

export const DEFAULT_IDENTITY: IdentitySettings = { considerable: 0.25, growth: 0.1 };

export interface Identities<Known extends KnownTheme> {
  /** For each new theme its id: the one it keeps or a fresh one. No two are equal. */
  ids: string[];
  /** For each new theme the known one whose id it keeps, or null. */
  kept: (Known | null)[];
  /** None for an unchanged partition. */
  changes: PartitionChange[];
}

/** What known and new themes have in common. */
export interface Overlaps {
  /** For each known theme how many of its members each new theme has; new themes without any are missing. */
  shared: Map<number, number>[];
  /** For each known theme how many of its members are in any new theme. */
  surviving: number[];
}

/**
 * Carries ids from one partition to the next. A member survives while it is in any theme. New theme n keeps the id of
 * known theme o when
 *
 *     |o and n| > |surviving members of o| / 2,
 *
 * and o is the one that most of n's known members come from: the greatest |o and n| among all known themes, of
 * equals the one with the higher share of its own members there, then the lower id. So each id goes to one theme at
 * most. All others get `freshId`, which is asked again with the next attempt, from 0, while its answer is taken or was a
 * known theme's.
 *
 * Doesn't depend on the order of themes or members. Throws `internal` when `freshId` runs out of ideas.
 */
export function carryIdentities<Known extends KnownTheme>(
  known: readonly Known[],
  themes: readonly (readonly string[])[],
  freshId: (theme: number, attempt: number) => string,
  settings: IdentitySettings = DEFAULT_IDENTITY,
): Identities<Known> {
  const overlaps = overlapsOf(known, themes);
  const origins = themes.map((_, theme) => originOf(known, overlaps, theme));
  const kept = origins.map((origin, theme) =>
    origin !== null && 2 * overlaps.shared[origin]!.get(theme)! > overlaps.surviving[origin]!
      ? known[origin]!
      : null,
  );
  const ids = kept.map((theme) => theme?.id ?? '');
  const taken = new Set(known.map(({ id }) => id));
  for (const theme of inOwnOrder(themes)) {
    if (kept[theme]) continue;
    ids[theme] = untaken(taken, (attempt) => freshId(theme, attempt));
    taken.add(ids[theme]!);
  }
  return { ids, kept, changes: partitionChanges(known, themes, { ids, origins, overlaps }, settings) };
}

function overlapsOf(known: readonly KnownTheme[], themes: readonly (readonly string[])[]): Overlaps {
  const themeOf = new Map(themes.flatMap((members, theme) => members.map((id) => [id, theme] as const)));
  const shared = known.map(({ members }) => {
    const counts = new Map<number, number>();
    for (const id of new Set(members)) {
      const theme = themeOf.get(id);
      if (theme !== undefined) counts.set(theme, (counts.get(theme) ?? 0) + 1);
    }
    return counts;
  });
  return { shared, surviving: shared.map((counts) => [...counts.values()].reduce((a, b) => a + b, 0)) };
}

/** The known theme that most of a new theme's known members come from; null where none is known. */
function originOf(known: readonly KnownTheme[], overlaps: Overlaps, theme: number): number | null {
  let best: number | null = null;
  const common = (origin: number): number => overlaps.shared[origin]!.get(theme) ?? 0;
  const share = (origin: number): number => common(origin) / overlaps.surviving[origin]!;
  known.forEach(({ id }, origin) => {
    if (common(origin) === 0) return;
    const order =
      best === null
        ? -1
        : common(best) - common(origin) || share(best) - share(origin) || compareIds(id, known[best]!.id);
    if (order < 0) best = origin;
  });
  return best;
}

/** By size, then by lowest member: an order that the themes bring along. */
function inOwnOrder(themes: readonly (readonly string[])[]): number[] {
  const lowest = themes.map((members) =>
    members.reduce((low, id) => (id < low ? id : low), members[0] ?? ''),
  );
  return themes
    .map((_, theme) => theme)
    .sort((a, b) => themes[b]!.length - themes[a]!.length || compareIds(lowest[a]!, lowest[b]!));
}

const MAX_ATTEMPTS = 1000;

function untaken(taken: ReadonlySet<string>, idea: (attempt: number) => string): string {
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
    const id = idea(attempt);
    if (!taken.has(id)) return id;
  }
  throw new LacunaError('internal', 'no fresh id for a theme was free');
}
