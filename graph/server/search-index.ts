import MiniSearch from 'minisearch';
import { breather } from '../analyse/breather.ts';
import { type Beginnings, readBeginnings } from './beginnings.ts';
import { type Bylines, readBylines } from './bylines.ts';
import type { Catalogue, ConceptOutline } from './catalogue.ts';
import { fold, singular } from './fold.ts';
import { initialsOf } from './initials.ts';
import type { SearchEntry } from './search-entry.ts';

export interface SearchIndex {
  readonly words: MiniSearch<SearchEntry>;
  readonly entries: ReadonlyMap<string, SearchEntry>;
  /** Name or alias, folded and without a plural's s, to the ids of what is named so; themes are not. */
  readonly names: ReadonlyMap<string, ReadonlySet<string>>;
  /** `cnn` to the ids of the concepts that have a name with these initials, and that name. */
  readonly initials: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** Apart from the words, so that names are no misspelt words. */
  readonly bylines: Bylines;
  readonly beginnings: Beginnings;
}

const ENTRIES_PER_TURN = 500;

/** Indexes papers by title, author and year, concepts by name and alias, themes by label, without blocking other requests. */
export async function buildSearchIndex(
  catalogue: Catalogue,
  breathe: Breathe = breather(),
): Promise<SearchIndex> {
  const words = new MiniSearch<SearchEntry>({ fields: ['label', 'aliases'], processTerm: fold });
  const entries = entriesOf(catalogue);
  for (let from = 0; from < entries.length; from += ENTRIES_PER_TURN) {
    words.addAll(entries.slice(from, from + ENTRIES_PER_TURN));
    await breathe();
  }
  const byId = new Map<string, SearchEntry>();
  for (const entry of entries) byId.set(entry.id, entry);
  await breathe();
  return {
    words,
    entries: byId,
    names: await indexNames(entries, breathe),
    initials: await indexInitials(catalogue.concepts.values(), breathe),
    bylines: await readBylines(catalogue),
    beginnings: await readBeginnings(entries, breathe),
  };
}

/** The same index with these themes; the one before must not be asked any more. */
export function withThemes(index: SearchIndex, catalogue: Catalogue): SearchIndex {
  const entries = new Map(index.entries);
  for (const entry of [...index.entries.values()].filter(({ kind }) => kind === 'Theme')) {
    index.words.discard(entry.id);
    entries.delete(entry.id);
  }
  for (const entry of themeEntries(catalogue)) {
    index.words.add(entry);
    entries.set(entry.id, entry);
  }
  return { ...index, entries };
}

type Breathe = () => Promise<void> | void;

async function indexNames(
  entries: readonly SearchEntry[],
  breathe: Breathe,
): Promise<Map<string, Set<string>>> {
  const index = new Map<string, Set<string>>();
  for (const [i, { id, kind, label, aliases }] of entries.entries()) {
    if (i % ENTRIES_PER_TURN === 0) await breathe();
    if (kind === 'Theme') continue;
    for (const each of [label, ...aliases]) {
      const name = singular(fold(each));
      index.set(name, (index.get(name) ?? new Set<string>()).add(id));
    }
  }
  return index;
}

async function indexInitials(
  concepts: Iterable<ConceptOutline>,
  breathe: Breathe,
): Promise<Map<string, Map<string, string>>> {
  const index = new Map<string, Map<string, string>>();
  let turn = 0;
  for (const { id, name, aliases } of concepts) {
    if (++turn % ENTRIES_PER_TURN === 0) await breathe();
    for (const each of [name, ...aliases]) {
      for (const initials of initialsOf(each)) {
        const named = index.get(initials) ?? new Map<string, string>();
        if (!named.has(id)) index.set(initials, named.set(id, each));
      }
    }
  }
  return index;
}

function entriesOf({ papers, concepts, themes }: Catalogue): SearchEntry[] {
  let place = 0;
  return [
    ...[...concepts.values()].map(
      ({ id, kind, name, aliases, paperCount }): SearchEntry => ({
        id,
        kind,
        label: name,
        aliases,
        count: paperCount,
        place: place++,
      }),
    ),
    ...[...papers.values()].map(
      ({ id, label, year }): SearchEntry => ({
        id,
        kind: 'Paper',
        label,
        aliases: [],
        count: year,
        place: place++,
      }),
    ),
    ...themeEntries({ themes }),
  ];
}

function themeEntries({ themes }: Pick<Catalogue, 'themes'>): SearchEntry[] {
  return [...themes.values()].map(({ id, label, topConcepts, paperCount }) => ({
    id,
    kind: 'Theme',
    label,
    aliases: topConcepts,
    count: paperCount,
    place: null,
  }));
}
