import type { ThemeEvent } from '../../schema.ts';
import { compareIds } from '../paper-concept-graph.ts';
import type { KnownTheme, Overlaps } from './overlaps.ts';

export interface ChangeSettings {
  /** A part of a theme is considerable from this share of its concepts on. Above 0, to 1. */
  considerable: number;
  /** A theme has grown or shrunk when its size changed by at least this share of what it was. */
  growth: number;
}

export const DEFAULT_CHANGES: ChangeSettings = { considerable: 0.25, growth: 0.1 };

/** What became of known themes, or where new ones come from; ids are sorted. */
export interface PartitionChange {
  event: ThemeEvent;
  /** Ids of known themes. */
  from: string[];
  /** Ids of new themes. */
  to: string[];
  /** Concepts that both sides have, of how many the known side had; for a theme that was born, of how many it has. */
  kept: number;
  of: number;
}

interface Carried {
  ids: readonly string[];
  /** For each new theme the known one that most of its known members come from. */
  origins: readonly (number | null)[];
  overlaps: Overlaps;
}

const ORDER: readonly ThemeEvent[] = ['split', 'merged', 'born', 'died', 'grew', 'shrank'];

/**
 * - split: several new themes come mostly from one known theme, each with a considerable part of what survives of it;
 * - merged: one new theme has most of what survives of several known themes, a considerable part of each;
 * - born: a fresh id that neither came of a split nor of a merger;
 * - died: an id that is gone, neither split nor merged into another;
 * - grew, shrank: a kept id of another size, unless it has split or merged.
 */
export function partitionChanges(
  known: readonly KnownTheme[],
  themes: readonly (readonly string[])[],
  { ids, origins, overlaps }: Carried,
  settings: ChangeSettings,
): PartitionChange[] {
  const { shared, surviving } = overlaps;
  const sizes = known.map(({ members }) => new Set(members).size);
  const changes: PartitionChange[] = [];
  const explained = { known: new Set<number>(), themes: new Set<number>() };
  const change = (event: ThemeEvent, from: readonly number[], to: readonly number[]): void => {
    const kept = from.reduce(
      (sum, origin) => sum + to.reduce((inside, theme) => inside + (shared[origin]!.get(theme) ?? 0), 0),
      0,
    );
    const of =
      from.length > 0 ? from.reduce((sum, origin) => sum + sizes[origin]!, 0) : themes[to[0]!]!.length;
    changes.push({
      event,
      from: from.map((origin) => known[origin]!.id).sort(compareIds),
      to: to.map((theme) => ids[theme]!).sort(compareIds),
      kept,
      of,
    });
  };
  const explain = (from: readonly number[], to: readonly number[]): void => {
    for (const origin of from) explained.known.add(origin);
    for (const theme of to) explained.themes.add(theme);
  };

  shared.forEach((counts, origin) => {
    const parts = [...counts.keys()].filter(
      (theme) =>
        origins[theme] === origin && counts.get(theme)! >= settings.considerable * surviving[origin]!,
    );
    if (parts.length < 2) return;
    change('split', [origin], parts);
    explain([origin], parts);
  });
  themes.forEach((_, theme) => {
    const sources = known.flatMap((_, origin) => {
      const part = shared[origin]!.get(theme) ?? 0;
      const isMost = 2 * part > surviving[origin]!;
      return isMost && part >= settings.considerable * sizes[origin]! ? [origin] : [];
    });
    if (sources.length < 2) return;
    change('merged', sources, [theme]);
    explain(sources, [theme]);
  });

  const before = new Map(known.map(({ id }, origin) => [id, origin]));
  const after = new Set(ids);
  known.forEach(({ id }, origin) => {
    if (!after.has(id) && !explained.known.has(origin)) change('died', [origin], []);
  });
  ids.forEach((id, theme) => {
    if (explained.themes.has(theme)) return;
    const origin = before.get(id);
    if (origin === undefined) {
      change('born', [], [theme]);
      return;
    }
    const grown = themes[theme]!.length - sizes[origin]!;
    if (grown === 0 || Math.abs(grown) < settings.growth * sizes[origin]!) return;
    change(grown > 0 ? 'grew' : 'shrank', [origin], [theme]);
  });
  return changes.sort(
    (a, b) =>
      ORDER.indexOf(a.event) - ORDER.indexOf(b.event) ||
      compareIds(a.from.join(), b.from.join()) ||
      compareIds(a.to.join(), b.to.join()),
  );
}
