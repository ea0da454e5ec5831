import { carryIdentities, type Identities } from '../analysis/communities/identity.ts';
import { themeColours } from '../analysis/theme-colours.ts';
import { themeId } from './theme-id.ts';
import type { RememberedTheme, ThemeChange, ThemeMemory } from './theme-memory.ts';
import type { ThemeLevel, Theming } from './theming.ts';

/** What a theme is known by from run to run. */
export interface ThemeIdentity {
  id: string;
  /** What the analysis calls it: as before, where it was there before. */
  ownLabel: string;
  /** What a person calls it, else the same. */
  label: string;
  colour: number;
}

export interface IdentifiedThemes {
  themes: ThemeIdentity[];
  subThemes: ThemeIdentity[];
  /** What the next run is to know. */
  memory: ThemeMemory;
}

/** Themes with at least this share of their concepts in common are one. */
const NEARLY_SAME = 0.8;
/** So many themes that are no more are remembered. */
const MAX_FORMER = 300;

/** Level of the coarsest themes, and of those inside them. */
export const THEME_LEVEL = 0;
export const SUB_THEME_LEVEL = 1;

/** Gives each theme the id, label and colour of the one that it goes on from, else fresh ones. */
export function identifyThemes(
  conceptIds: readonly string[],
  { found, themes, subThemes, links }: Theming,
  memory: ThemeMemory,
  names: ReadonlyMap<string, string>,
): IdentifiedThemes {
  const known = (level: number): RememberedTheme[] => memory.themes.filter((theme) => theme.level === level);
  const former = (level: number): RememberedTheme[] => memory.former.filter((theme) => theme.level === level);
  const identified = (level: number, { central, labels }: ThemeLevel, members: readonly string[][]) => {
    const { ids, kept, changes } = revived(
      carryIdentities(known(level), members, (theme, attempt) =>
        themeId(level, attempt === 0 ? central[theme]! : [...central[theme]!, `#${attempt}`]),
      ),
      former(level),
      members,
    );
    return {
      changes,
      kept,
      themes: ids.map((id, theme) => {
        const ownLabel = kept[theme]?.label ?? labels[theme]!.label;
        return { id, ownLabel, label: names.get(id) ?? ownLabel };
      }),
    };
  };
  const membersOf = (themeOf: Int32Array, count: number): string[][] => {
    const members = Array.from({ length: count }, (): string[] => []);
    themeOf.forEach((theme, concept) => {
      if (theme >= 0) members[theme]!.push(conceptIds[concept]!);
    });
    return members;
  };
  const members = membersOf(found.themeOf, found.count);
  const subMembers = membersOf(found.subThemeOf, found.parentOf.length);
  const coarse = identified(THEME_LEVEL, themes, members);
  const fine = identified(SUB_THEME_LEVEL, subThemes, subMembers);
  const colours = themeColours(
    found.count,
    links,
    coarse.kept.map((theme) => theme?.colour ?? null),
  );
  const remembered = [
    ...coarse.themes.map(({ id, ownLabel }, i) => ({
      id,
      level: THEME_LEVEL,
      label: ownLabel,
      colour: colours[i]!,
      members: members[i]!,
    })),
    ...fine.themes.map(({ id, ownLabel }, i) => ({
      id,
      level: SUB_THEME_LEVEL,
      label: ownLabel,
      colour: colours[found.parentOf[i]!]!,
      members: subMembers[i]!,
    })),
  ];
  const labelOf = new Map([...memory.themes, ...remembered].map(({ id, label }) => [id, label]));
  const named = (id: string) => ({ id, label: names.get(id) ?? labelOf.get(id) ?? id });
  // In the order in which they are read back, so that an unchanged list is written as the same text.
  const changes = coarse.changes.map(
    ({ event, from, to, kept, of }): ThemeChange => ({
      event,
      from: from.map(named),
      to: to.map(named),
      kept,
      of,
    }),
  );
  return {
    themes: coarse.themes.map((theme, i) => ({ ...theme, colour: colours[i]! })),
    subThemes: fine.themes.map((theme, i) => ({ ...theme, colour: colours[found.parentOf[i]!]! })),
    memory: {
      themes: remembered,
      former: formerThemes(memory, remembered),
      layout: memory.layout,
      changes: changesToTell(memory, remembered, changes),
    },
  };
}

/**
 * A theme of an earlier analysis comes back: where a new one is nearly the same as it, and less like the one that
 * it would go on from, or goes on from none and has most of it. So whoever tries other settings and returns finds
 * the same ids, names and judgements.
 */
function revived(
  { ids, kept, changes }: Identities<RememberedTheme>,
  former: readonly RememberedTheme[],
  members: readonly (readonly string[])[],
): Identities<RememberedTheme> {
  const free = new Map(former.filter(({ id }) => !ids.includes(id)).map((theme) => [theme.id, theme]));
  const { kept: most } = carryIdentities(
    [...free.values()],
    members,
    (theme, attempt) => `${theme}.${attempt}`,
  );
  const all = { ids: [...ids], kept: [...kept] };
  const renamed = new Map<string, string>();
  members.forEach((own, theme) => {
    const likeness = (other: RememberedTheme | null): number => (other ? jaccard(own, other.members) : 0);
    const same = [...free.values()]
      .filter((other) => likeness(other) >= NEARLY_SAME && likeness(other) > likeness(kept[theme]!))
      .sort((one, other) => likeness(other) - likeness(one) || (one.id < other.id ? -1 : 1))[0];
    const back = same ?? (kept[theme] === null && most[theme] ? free.get(most[theme].id) : undefined);
    if (!back) return;
    free.delete(back.id);
    renamed.set(ids[theme]!, back.id);
    all.ids[theme] = back.id;
    all.kept[theme] = back;
  });
  const now = (id: string): string => renamed.get(id) ?? id;
  return { ...all, changes: changes.map((change) => ({ ...change, to: change.to.map(now) })) };
}

function jaccard(one: readonly string[], other: readonly string[]): number {
  const there = new Set(one);
  const both = other.filter((id) => there.has(id)).length;
  return both / Math.max(1, one.length + other.length - both);
}

function formerThemes(before: ThemeMemory, now: readonly RememberedTheme[]): RememberedTheme[] {
  const there = new Set(now.map(({ id }) => id));
  const gone = new Map<string, RememberedTheme>();
  for (const theme of [...before.themes, ...before.former]) {
    if (!there.has(theme.id) && !gone.has(theme.id)) gone.set(theme.id, theme);
  }
  return [...gone.values()].slice(0, MAX_FORMER);
}

/** Those of the last run that found other themes than the one before it; none for the first. */
function changesToTell(
  before: ThemeMemory,
  now: readonly RememberedTheme[],
  changes: ThemeChange[],
): ThemeChange[] {
  if (before.themes.length === 0) return [];
  const parts = (themes: readonly RememberedTheme[]): string =>
    JSON.stringify(themes.map(({ id, level, members }) => [level, id, members.toSorted()]).sort());
  return parts(before.themes) === parts(now) ? before.changes : changes;
}
