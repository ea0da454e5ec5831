import { nodeKindSchema } from '../contract.ts';
import type { Catalogue } from './catalogue.ts';

export const KINDS = nodeKindSchema.options;

/** What narrows and ranks the nodes of a map, by number: papers in the catalogue's order, then concepts. */
export interface NodeColumns {
  /** Index into `KINDS`. */
  readonly kind: Uint8Array;
  /** Index into `themes`, -1 for none. */
  readonly theme: Int32Array;
  readonly subTheme: Int32Array;
  readonly themes: readonly string[];
  /** Papers: summed salience of their concepts; concepts: in how many papers. */
  readonly weight: Float64Array;
  /** Papers only; 0 where nobody knows it. */
  readonly year: Uint16Array;
}

export function nodeColumns({ papers, concepts, themes }: Catalogue): NodeColumns {
  const nodes = papers.size + concepts.size;
  const columns = {
    kind: new Uint8Array(nodes),
    theme: new Int32Array(nodes),
    subTheme: new Int32Array(nodes),
    themes: [...themes.keys()],
    weight: new Float64Array(nodes),
    year: Uint16Array.from(papers.values(), ({ year }) => Math.max(0, year ?? 0)),
  };
  const index = new Map(columns.themes.map((id, i) => [id, i]));
  const indexOf = (id: string | null): number => (id === null ? -1 : (index.get(id) ?? -1));
  let node = 0;
  for (const { theme, subTheme, weight } of papers.values()) {
    columns.theme[node] = indexOf(theme);
    columns.subTheme[node] = indexOf(subTheme);
    columns.weight[node++] = weight;
  }
  for (const { theme, subTheme, paperCount, kind } of concepts.values()) {
    columns.kind[node] = KINDS.indexOf(kind);
    columns.theme[node] = indexOf(theme);
    columns.subTheme[node] = indexOf(subTheme);
    columns.weight[node++] = paperCount;
  }
  return columns;
}
