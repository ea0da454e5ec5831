import type { StoreReader } from '../store/store.ts';
import { readPins } from './annotation-statements.ts';
import type { Catalogue } from './catalogue.ts';
import type { ServerConfig } from './config.ts';
import { number, pages, text } from './rows.ts';

interface Place {
  x: number;
  y: number;
}

/** By the id of what is pinned there. */
type Places = ReadonlyMap<string, Place>;

async function readPlaces(
  store: StoreReader,
  config: Pick<ServerConfig, 'readMs' | 'rowsPerPage'>,
): Promise<Places> {
  const places = new Map<string, Place>();
  for await (const rows of pages(store, readPins, config)) {
    for (const row of rows) {
      const [id, x, y] = [text(row.id), number(row.x), number(row.y)];
      if (id !== null && x !== null && y !== null) places.set(id, { x, y });
    }
  }
  return places;
}

/** The graph with what is pinned at the places where people put it; the catalogue that is given stays as it is. */
export async function withPins(
  store: StoreReader,
  catalogue: Catalogue,
  config: Pick<ServerConfig, 'readMs' | 'rowsPerPage'>,
): Promise<Catalogue> {
  const places = await readPlaces(store, config);
  return {
    ...catalogue,
    papers: placed(catalogue.papers, places),
    concepts: placed(catalogue.concepts, places),
  };
}

function placed<Outline extends { x: number | null; y: number | null }>(
  outlines: ReadonlyMap<string, Outline>,
  places: Places,
): ReadonlyMap<string, Outline> {
  const moved = [...places].flatMap(([id, place]) => {
    const outline = outlines.get(id);
    return outline ? [[id, { ...outline, ...place }] as const] : [];
  });
  return moved.length === 0 ? outlines : new Map([...outlines, ...moved]);
}
