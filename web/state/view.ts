/** Which part of the graph is on the map, and what stands out on it. */
import { create } from 'zustand';
import { BOUNDS, type EdgeType, type GraphView, type Lens, type NodeKind } from '../../graph/contract.ts';
import type { LensQuery } from './lens-query.ts';
import { type Narrowing, WIDE } from './narrowing.ts';

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

export const COLOURINGS = ['theme', 'kind', 'year', 'count', 'betweenness', 'stability'] as const;
export type Colouring = (typeof COLOURINGS)[number];
export const SIZINGS = ['count', 'degree', 'betweenness', 'year', 'stability', 'same'] as const;
export type Sizing = (typeof SIZINGS)[number];
export const EDGE_COLOURINGS = ['theme', 'relation'] as const;
export type EdgeColouring = (typeof EDGE_COLOURINGS)[number];

export interface Position {
  readonly x: number;
  readonly y: number;
}

/** What was asked of the neighbours of a node, beside the node. */
export interface ExpansionChoice {
  readonly limit?: number;
  readonly relation?: EdgeType;
  readonly kind?: NodeKind;
}

export interface Expansion {
  readonly choice: ExpansionChoice;
  readonly view: GraphView;
}

/** What the selection brings along: laid over the map for as long as it is selected. */
export interface Laid {
  readonly ids: readonly string[];
  readonly view: GraphView;
}

/** What undo and redo go through, and what the address holds. */
export interface ViewChoice {
  readonly lens: Lens;
  /** The theme that is shown alone. */
  readonly theme: string | null;
  /** Lens `ego`: around which nodes, and how many steps far. */
  readonly centre: readonly string[];
  readonly depth: number;
  /** Lens `query`: the statement whose result is drawn. */
  readonly query: LensQuery | null;
  /** How many nodes the server may send; undefined leaves it to the server. */
  readonly limit: number | undefined;
  readonly narrowing: Narrowing;
  /** Nodes that were taken off the map one by one. */
  readonly hidden: ReadonlySet<string>;
  /** Where nodes were put by hand. */
  readonly pins: ReadonlyMap<string, Position>;
  /** Neighbourhoods that were opened on top of the map, by the node they were asked for. */
  readonly expansions: ReadonlyMap<string, Expansion>;
  readonly colouring: Colouring;
  readonly sizing: Sizing;
  readonly edgeColouring: EdgeColouring;
}

interface ViewState extends ViewChoice {
  readonly hovered: string | null;
  /** Nodes to stand out: what a query returned. */
  readonly marked: ReadonlySet<string>;
  /** Nodes that were picked together (lasso, box, Shift-click, Space in the outline), to do something with. */
  readonly picked: ReadonlySet<string>;
  readonly laid: Laid | null;
  readonly camera: CameraRequest;

  /** Any part of the choice, as one change. */
  choose(choice: Partial<ViewChoice>): void;
  setLens(lens: Lens): void;
  isolate(theme: string | null): void;
  /** Any part of what narrows the view. */
  narrow(part: Partial<Narrowing>): void;
  toggleKind(kind: NodeKind): void;
  toggleRelation(relation: EdgeType): void;
  /** What lies around these nodes. */
  lookAround(centre: readonly string[], depth?: number): void;
  hide(ids: Iterable<string>): void;
  unhide(ids?: Iterable<string>): void;
  pin(places: Iterable<readonly [id: string, place: Position]>): void;
  unpin(ids?: Iterable<string>): void;
  raiseLimit(limit: number): void;
  hover(id: string | null): void;
  mark(ids: Iterable<string>): void;
  pick(ids: Iterable<string>): void;
  togglePicked(id: string): void;
  expand(id: string, neighbourhood: GraphView, choice?: ExpansionChoice): void;
  collapse(id?: string): void;
  lay(laid: Laid | null): void;
  fly(destination: Destination): void;
}

/** A copy of `set` with `item` taken out if it was in, put in if it was not. */
export function toggled<Item>(set: ReadonlySet<Item>, item: Item): ReadonlySet<Item> {
  const copy = new Set(set);
  if (!copy.delete(item)) copy.add(item);
  return copy;
}

export const FIRST_CHOICE: ViewChoice = {
  lens: 'all',
  theme: null,
  centre: [],
  depth: 1,
  query: null,
  limit: undefined,
  narrowing: WIDE,
  hidden: new Set(),
  pins: new Map(),
  expansions: new Map(),
  colouring: 'theme',
  sizing: 'count',
  edgeColouring: 'theme',
};

function dropped<Item>(set: ReadonlySet<Item>, items: Iterable<Item> | undefined): ReadonlySet<Item> {
  if (items === undefined) return new Set();
  const gone = new Set(items);
  return new Set([...set].filter((item) => !gone.has(item)));
}

export const useView = create<ViewState>()((set) => {
  const narrow = (part: (now: Narrowing) => Partial<Narrowing>) =>
    set(({ narrowing }) => ({ narrowing: { ...narrowing, ...part(narrowing) } }));
  return {
    ...FIRST_CHOICE,
    hovered: null,
    marked: new Set(),
    picked: new Set(),
    laid: null,
    camera: { turn: 0, to: 'all' },

    choose: (choice) => set({ ...choice, hovered: null }),
    setLens: (lens) => set({ lens, hovered: null, expansions: new Map() }),
    isolate: (theme) => set({ theme }),
    narrow: (part) => narrow(() => part),
    toggleKind: (kind) => narrow((now) => ({ hiddenKinds: toggled(now.hiddenKinds, kind) })),
    toggleRelation: (relation) =>
      narrow((now) => ({ hiddenRelations: toggled(now.hiddenRelations, relation) })),
    lookAround: (centre, depth = 1) =>
      set({
        lens: 'ego',
        centre: centre.slice(0, BOUNDS.centres),
        depth,
        hovered: null,
        expansions: new Map(),
      }),
    hide: (ids) => set(({ hidden }) => ({ hidden: new Set([...hidden, ...ids]), picked: new Set() })),
    unhide: (ids) => set(({ hidden }) => ({ hidden: dropped(hidden, ids) })),
    pin: (places) => set(({ pins }) => ({ pins: new Map([...pins, ...places]) })),
    unpin: (ids) =>
      set(({ pins }) => {
        const kept = dropped(new Set(pins.keys()), ids);
        return { pins: new Map([...pins].filter(([id]) => kept.has(id))) };
      }),
    raiseLimit: (limit) => set({ limit }),
    hover: (hovered) => set((state) => (state.hovered === hovered ? state : { hovered })),
    mark: (ids) => set({ marked: new Set(ids) }),
    pick: (ids) => set({ picked: new Set(ids) }),
    togglePicked: (id) => set(({ picked }) => ({ picked: toggled(picked, id) })),
    expand: (id, view, choice = {}) =>
      set(({ expansions }) => ({ expansions: new Map(expansions).set(id, { choice, view }) })),
    collapse: (id) =>
      set((state) => {
        const kept = dropped(new Set(state.expansions.keys()), id === undefined ? undefined : [id]);
        if (kept.size === state.expansions.size) return state;
        return { expansions: new Map([...state.expansions].filter(([opened]) => kept.has(opened))) };
      }),
    lay: (laid) => set((state) => (state.laid === laid ? state : { laid })),
    fly: (destination) => set((state) => ({ camera: { ...destination, turn: state.camera.turn + 1 } })),
  };
});
