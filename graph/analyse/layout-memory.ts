import { createHash } from 'node:crypto';
import type { Layout } from '../analysis/layout.ts';
import type { LayoutGraph, Positions } from '../analysis/layout-graph.ts';
import { rounded } from './rounding.ts';
import type { AnalyseSettings } from './settings.ts';
import type { ThemeMemory } from './theme-memory.ts';

export type RememberedLayout = NonNullable<ThemeMemory['layout']>;

/** Larger maps are remembered by their themes alone: the memory is one text. */
const MOST_NODES = 20_000;
/** With fewer known nodes than this share of all, the map is laid out from its themes. */
const KNOWN_SHARE = 0.5;
/** Layout units; finer than anybody sees. */
const DECIMALS = 2;

/** All that a layout follows from, but for where it starts; `ids` are those of its nodes. */
export function layoutHash(ids: readonly string[], { edges, theme, hub }: LayoutGraph, made: string): string {
  const hash = createHash('sha256').update(made).update(ids.join('\n'));
  for (const column of [edges.source, edges.target, edges.weight, theme, hub]) {
    hash.update(new Uint8Array(column.buffer, column.byteOffset, column.byteLength));
  }
  return hash.digest('hex');
}

/** What a map is made with: of a graph with other themes, it starts anew. */
export const layoutMaker = (settings: AnalyseSettings): string => {
  const { seed, resolution, algorithm, louvain, runs, layout } = settings;
  return JSON.stringify({ seed, resolution, algorithm, louvain, runs, layout });
};

/**
 * Where each node of a layout starts; NaN for one that is new, null where it starts from its themes. An unchanged graph
 * starts from where it did, so that it ends there too; one that has changed, from where the last layout ended, but for
 * what has another theme now: left where it was, it would tear the themes' lands. `themeIds` are those of `graph.theme`.
 */
export function layoutStart(
  memory: RememberedLayout | null,
  ids: readonly string[],
  { hub, theme }: LayoutGraph,
  themeIds: readonly string[],
  { hash, maker }: { hash: string; maker: string },
): Positions | null {
  if (memory?.maker !== maker) return null;
  const isSame = memory.hash === hash;
  const places = isSame ? memory.start : memory.end;
  if (!places) return null;
  const index = new Map(memory.ids.map((id, i) => [id, i]));
  const stays = (node: number, i: number): boolean =>
    isSame || (memory.themeIds[memory.theme[i]!] ?? null) === (themeIds[theme[node]!] ?? null);
  const at = (axis: 0 | 1) =>
    Float64Array.from(ids, (id, node) => {
      const i = index.get(id);
      return (i !== undefined && stays(node, i) ? places[2 * i + axis] : null) ?? Number.NaN;
    });
  const start = { x: at(0), y: at(1) };
  const moved = [...hub.keys()].filter((node) => hub[node] === -1);
  const known = moved.filter((node) => !Number.isNaN(start.x[node]!));
  return known.length >= KNOWN_SHARE * moved.length ? start : null;
}

/** What the next layout is to know of this one; null where there is too much of it. */
export function rememberedLayout(
  ids: readonly string[],
  { hub, theme }: LayoutGraph,
  themeIds: readonly string[],
  start: Positions | null,
  { moved }: Layout,
  { hash, maker }: { hash: string; maker: string },
): RememberedLayout | null {
  const nodes = [...hub.keys()].filter((node) => hub[node] === -1);
  if (nodes.length > MOST_NODES) return null;
  return {
    hash,
    maker,
    ids: nodes.map((node) => ids[node]!),
    themeIds: [...themeIds],
    theme: nodes.map((node) => theme[node]!),
    start: start && nodes.flatMap((node) => [orNull(start.x[node]!), orNull(start.y[node]!)]),
    end: nodes.flatMap((_, i) => [rounded(moved.x[i]!, DECIMALS), rounded(moved.y[i]!, DECIMALS)]),
  };
}

/** JSON knows no NaN. */
const orNull = (value: number): number | null => (Number.isNaN(value) ? null : value);
