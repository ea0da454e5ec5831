/** What the right-hand panel shows, and the way there: back and forward as in a browser. */
import { create } from 'zustand';

export const TARGET_TYPES = [
  'paper',
  'concept',
  'theme',
  'gap',
  'pair',
  'path',
  'connections',
  'compare',
] as const;
export type TargetType = (typeof TARGET_TYPES)[number];

/** What each is called in a sentence. */
export const TARGET_WORDS: Readonly<Record<TargetType, string>> = {
  paper: 'paper',
  concept: 'concept',
  theme: 'theme',
  gap: 'gap',
  pair: 'pair',
  path: 'path',
  connections: 'connection',
  compare: 'comparison',
};

export interface Target {
  readonly type: TargetType;
  readonly id: string;
}

const MARK = '..';

/** Two concepts, to be looked at together. */
export function pairTarget(one: string, other: string): Target {
  return { type: 'pair', id: `${one}${MARK}${other}` };
}

/** What two are joined for: a way from the one to the other, or a look at both side by side. */
export type Tie = 'path' | 'compare';

export function tieTarget(tie: Tie, one: string, other: string): Target {
  return { type: tie, id: `${one}${MARK}${other}` };
}

/** What connects these. */
export function connectionsTarget(ids: readonly string[]): Target {
  return { type: 'connections', id: ids.join(MARK) };
}

/** The ids that a target's id is made of. */
export const partsOf = (id: string): string[] => id.split(MARK).filter(Boolean);

/** The two of a pair's id. */
export function endsOf(pair: string): [one: string, other: string] {
  const [one = '', other = ''] = partsOf(pair);
  return [one, other];
}

const ONE_NODE: ReadonlySet<TargetType> = new Set(['paper', 'concept']);
const OF_NO_NODES: ReadonlySet<TargetType> = new Set(['theme', 'gap']);

/** The nodes of the map that a target stands for; none of a theme or a gap. */
export function nodesOf({ type, id }: Target): readonly string[] {
  if (ONE_NODE.has(type)) return [id];
  return OF_NO_NODES.has(type) ? [] : partsOf(id);
}

const SEVERAL: ReadonlySet<TargetType> = new Set(['path', 'connections', 'compare']);

/** True where the panel itself, which alone knows all that belongs to it, brings that onto the map and into sight. */
export const bringsItself = ({ type }: Target): boolean => SEVERAL.has(type);

export interface SelectionTrail {
  readonly past: readonly Target[];
  readonly current: Target | null;
  readonly future: readonly Target[];
}

/** How many steps back are kept. */
const TRAIL_LENGTH = 100;

export const EMPTY_TRAIL: SelectionTrail = { past: [], current: null, future: [] };

export function sameTarget(one: Target | null, other: Target | null): boolean {
  return one?.id === other?.id && one?.type === other?.type;
}

/** Selecting what is selected changes nothing; anything else drops the way forward. */
export function visit(trail: SelectionTrail, target: Target | null): SelectionTrail {
  if (sameTarget(trail.current, target)) return trail;
  const past = trail.current ? [...trail.past, trail.current].slice(-TRAIL_LENGTH) : trail.past;
  return { past, current: target, future: [] };
}

export function goBack(trail: SelectionTrail): SelectionTrail {
  const current = trail.past.at(-1);
  if (!current) return trail;
  const future = trail.current ? [trail.current, ...trail.future] : trail.future;
  return { past: trail.past.slice(0, -1), current, future };
}

/** To a target from elsewhere (the browser's own history): a step back or forward where it is one, else a visit. */
export function goTo(trail: SelectionTrail, target: Target | null): SelectionTrail {
  if (target && sameTarget(trail.past.at(-1) ?? null, target)) return goBack(trail);
  if (target && sameTarget(trail.future[0] ?? null, target)) return goForward(trail);
  return visit(trail, target);
}

export function goForward(trail: SelectionTrail): SelectionTrail {
  const [current, ...future] = trail.future;
  if (!current) return trail;
  const past = trail.current ? [...trail.past, trail.current] : trail.past;
  return { past, current, future };
}

/** While the other end of a path, or the other one to compare with, is looked for. */
export interface Choosing {
  readonly tie: Tie;
  readonly from: Target;
  /** What was chosen last, and can't be the other end. */
  readonly refused: Target | null;
}

/** A path joins papers and concepts; compared is like with like. */
export function canTie({ tie, from }: Choosing, other: Target): boolean {
  if (sameTarget(from, other)) return false;
  return tie === 'path' ? ONE_NODE.has(other.type) : other.type === from.type;
}

interface Selection extends SelectionTrail {
  readonly choosing: Choosing | null;
}

/** What is selected while another end is looked for is that end; the bare map is none, and ends nothing. */
export function settle(selection: Selection, target: Target | null): Selection {
  const { choosing } = selection;
  if (!choosing) return { ...selection, ...visit(selection, target) };
  if (target === null) return selection;
  if (!canTie(choosing, target)) return { ...selection, choosing: { ...choosing, refused: target } };
  const tied = tieTarget(choosing.tie, choosing.from.id, target.id);
  return { ...visit(selection, tied), choosing: null };
}

interface SelectionState extends Selection {
  select(target: Target | null): void;
  /** From now on, until one fits or `leave`, what is selected is the other end. */
  choose(tie: Tie, from: Target): void;
  leave(): void;
  /** As `select`, but knows the way back and forward. */
  restore(target: Target | null): void;
  back(): void;
  forward(): void;
}

export const useSelection = create<SelectionState>()((set) => ({
  ...EMPTY_TRAIL,
  choosing: null,
  select: (target) => set((selection) => settle(selection, target)),
  choose: (tie, from) => set({ choosing: { tie, from, refused: null } }),
  leave: () => set({ choosing: null }),
  restore: (target) => set((trail) => ({ ...goTo(trail, target), choosing: null })),
  back: () => set((trail) => ({ ...goBack(trail), choosing: null })),
  forward: () => set((trail) => ({ ...goForward(trail), choosing: null })),
}));
