/** Statements that the user gave a name, in folders; kept in the browser. */
import { z } from 'zod';
import { create } from 'zustand';
import { BOUNDS, NO_DIRECTION_MARKS, ONE_LINE } from '../../graph/contract.ts';
import { newId, readKept, writeKept } from './console-kept.ts';
import { rowsSchema } from './console-parameters.ts';
import { useHistory } from './history.ts';

export const FAVOURITE_BOUNDS = { favourites: 500, name: 120, fileBytes: 4_000_000 } as const;
const KEY = 'lacuna:cypher-favourites';

const nameSchema = z.string().trim().max(FAVOURITE_BOUNDS.name).regex(NO_DIRECTION_MARKS).regex(ONE_LINE);
const contentShape = {
  name: nameSchema.min(1),
  /** Empty where it lies in none. */
  folder: nameSchema,
  statement: z.string().trim().min(1).max(BOUNDS.statementLength),
  parameters: rowsSchema,
};
const favouriteSchema = z.object({ id: z.string().max(40), ...contentShape });
export type Favourite = z.infer<typeof favouriteSchema>;
export type FavouriteContent = Omit<Favourite, 'id'>;

const fileSchema = z.object({
  lacuna: z.literal('favourites'),
  version: z.literal(1),
  favourites: z.array(z.object(contentShape)).max(FAVOURITE_BOUNDS.favourites),
});

interface Favourites {
  readonly favourites: readonly Favourite[];
  add(content: FavouriteContent): void;
  /** Another name or folder. */
  change(id: string, content: Partial<Pick<Favourite, 'name' | 'folder'>>): void;
  renameFolder(folder: string, name: string): void;
  remove(id: string): void;
  /** Returns how many were new. */
  take(contents: readonly FavouriteContent[]): number;
}

/** The text of a file that `readFavourites` reads. */
export function favouritesFile(favourites: readonly Favourite[]): string {
  const contents = favourites.map(({ name, folder, statement, parameters }) => ({
    name,
    folder,
    statement,
    parameters,
  }));
  return `${JSON.stringify({ lacuna: 'favourites', version: 1, favourites: contents }, null, 2)}\n`;
}

/** From a file that may be anybody's; null where it is no file of favourites. */
export function readFavourites(text: string): FavouriteContent[] | null {
  try {
    const parsed = fileSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data.favourites : null;
  } catch {
    return null;
  }
}

/** By folder, those in none first; folders and names in alphabetical order. */
export function byFolder(favourites: readonly Favourite[]): [folder: string, favourites: Favourite[]][] {
  const folders = new Map<string, Favourite[]>();
  for (const favourite of favourites) {
    const others = folders.get(favourite.folder);
    if (others) others.push(favourite);
    else folders.set(favourite.folder, [favourite]);
  }
  for (const inside of folders.values()) inside.sort((one, other) => one.name.localeCompare(other.name));
  return [...folders].sort(([one], [other]) => one.localeCompare(other));
}

const textOf = ({ name, folder, statement, parameters }: FavouriteContent): string =>
  JSON.stringify([name, folder, statement, parameters]);

/** A name or folder as it is kept; null where it can't be one. */
export function readFavouriteName(text: string): string | null {
  const parsed = nameSchema.safeParse(text);
  return parsed.success ? parsed.data : null;
}

export const useFavourites = create<Favourites>()((set, get) => {
  const put = (favourites: readonly Favourite[]) => {
    set({ favourites });
    writeKept(KEY, favourites);
  };
  /** Does it, as a step that can be undone. */
  const step = (label: string, favourites: readonly Favourite[]) => {
    const before = get().favourites;
    put(favourites);
    useHistory.getState().record({ label, undo: () => put(before), redo: () => put(favourites) });
  };
  return {
    favourites: readKept(KEY, z.array(favouriteSchema).max(FAVOURITE_BOUNDS.favourites), []),
    add: (content) =>
      step(
        `keep ${content.name} as a favourite`,
        [...get().favourites, { id: newId(), ...content }].slice(-FAVOURITE_BOUNDS.favourites),
      ),
    change: (id, content) =>
      step(
        'folder' in content ? 'move a favourite' : 'rename a favourite',
        get().favourites.map((favourite) => (favourite.id === id ? { ...favourite, ...content } : favourite)),
      ),
    renameFolder: (folder, name) =>
      step(
        'rename a folder of favourites',
        get().favourites.map((favourite) =>
          favourite.folder === folder ? { ...favourite, folder: name } : favourite,
        ),
      ),
    remove: (id) =>
      step(
        'delete a favourite',
        get().favourites.filter((favourite) => favourite.id !== id),
      ),
    take: (contents) => {
      const { favourites } = get();
      const known = new Set(favourites.map(textOf));
      const fresh = contents
        .filter((content) => !known.has(textOf(content)))
        .slice(0, FAVOURITE_BOUNDS.favourites - favourites.length)
        .map((content) => ({ id: newId(), ...content }));
      if (fresh.length > 0) step('bring in favourites', [...favourites, ...fresh]);
      return fresh.length;
    },
  };
});
