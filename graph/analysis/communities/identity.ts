import { LacunaError } from '../../errors.ts';
import { compareIds } from '../paper-concept-graph.ts';
import { type KnownTheme, type Overlaps, overlapsOf } from './overlaps.ts';
import {
  type ChangeSettings,
  DEFAULT_CHANGES,
  type PartitionChange,
  partitionChanges,
} from './partition-changes.ts';

export interface Identities<Known extends KnownTheme> {
  /** For each new theme its id: the one it keeps or a fresh one. No two are equal. */
  ids: string[];
  /** For each new theme the known one whose id it keeps, or null. */
  kept: (Known | null)[];
  /** None for an unchanged partition. */
  changes: PartitionChange[];
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
  settings: ChangeSettings = DEFAULT_CHANGES,
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
    members.reduce((low, id) => (compareIds(id, low) < 0 ? id : low), members[0] ?? ''),
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
