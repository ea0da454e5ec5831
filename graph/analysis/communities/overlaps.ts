/** A theme as it was known before. */
export interface KnownTheme {
  id: string;
  /** Ids of the concepts that shaped it. */
  members: readonly string[];
}

/** What known and new themes have in common. */
export interface Overlaps {
  /** For each known theme how many of its members each new theme has; new themes without any are missing. */
  shared: Map<number, number>[];
  /** For each known theme how many of its members are in any new theme. */
  surviving: number[];
}

export function overlapsOf(known: readonly KnownTheme[], themes: readonly (readonly string[])[]): Overlaps {
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
