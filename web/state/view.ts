/** Which part of the graph is on the map, and what stands out on it. */
import { create } from 'zustand';
import type { GraphView, Lens, NodeKind } from '../../graph/contract.ts';

/** Where the camera is asked to go; `turn` tells one request from the next. */
export type CameraRequest =
  | { readonly turn: number; readonly to: 'all' }
  | { readonly turn: number; readonly to: 'nodes'; readonly ids: readonly string[] }
  | { readonly turn: number; readonly to: 'theme'; readonly id: string }
  | { readonly turn: number; readonly to: 'nearer' | 'farther' };

type Destination =
  | { to: 'all' }
  | { to: 'nodes'; ids: readonly string[] }
  | { to: 'theme'; id: string }
  | { to: 'nearer' | 'farther' };

interface ViewState {
  lens: Lens;
  /** The theme that is shown alone. */
  theme: string | null;
  hiddenKinds: ReadonlySet<NodeKind>;
  /** How many nodes the server may send; undefined leaves it to the server. */
  limit: number | undefined;
  hovered: string | null;
  /** Nodes to stand out: what a query returned. */
  marked: ReadonlySet<string>;
  /** Neighbourhoods that were opened on top of the map, by the node they were asked for. */
  expansions: ReadonlyMap<string, GraphView>;
  camera: CameraRequest;

  setLens(lens: Lens): void;
  isolate(theme: string | null): void;
  toggleKind(kind: NodeKind): void;
  raiseLimit(limit: number): void;
  hover(id: string | null): void;
  mark(ids: Iterable<string>): void;
  expand(id: string, neighbourhood: GraphView): void;
  collapse(id?: string): void;
  fly(destination: Destination): void;
}

/** A copy of `set` with `item` taken out if it was in, put in if it was not. */
export function toggled<Item>(set: ReadonlySet<Item>, item: Item): ReadonlySet<Item> {
  const copy = new Set(set);
  if (!copy.delete(item)) copy.add(item);
  return copy;
}

export const useView = create<ViewState>()((set) => ({
  lens: 'all',
  theme: null,
  hiddenKinds: new Set(),
  limit: undefined,
  hovered: null,
  marked: new Set(),
  expansions: new Map(),
  camera: { turn: 0, to: 'all' },

  setLens: (lens) => set({ lens, hovered: null, expansions: new Map() }),
  isolate: (theme) => set({ theme }),
  toggleKind: (kind) => set((state) => ({ hiddenKinds: toggled(state.hiddenKinds, kind) })),
  raiseLimit: (limit) => set({ limit }),
  hover: (hovered) => set((state) => (state.hovered === hovered ? state : { hovered })),
  mark: (ids) => set({ marked: new Set(ids) }),
  expand: (id, neighbourhood) =>
    set((state) => ({ expansions: new Map(state.expansions).set(id, neighbourhood) })),
  collapse: (id) =>
    set((state) => {
      if (id === undefined) return { expansions: new Map() };
      const expansions = new Map(state.expansions);
      expansions.delete(id);
      return { expansions };
    }),
  fly: (destination) => set((state) => ({ camera: { ...destination, turn: state.camera.turn + 1 } })),
}));
