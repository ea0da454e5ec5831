/** What the right-hand panel shows, and the way there: back and forward as in a browser. */
import { create } from 'zustand';

export const TARGET_TYPES = ['paper', 'concept', 'theme', 'gap', 'pair'] as const;
export type TargetType = (typeof TARGET_TYPES)[number];

export interface Target {
  readonly type: TargetType;
  readonly id: string;
}

const PAIR_MARK = '..';

/** Two concepts, to be looked at together. */
export function pairTarget(one: string, other: string): Target {
  return { type: 'pair', id: `${one}${PAIR_MARK}${other}` };
}

/** The two concepts of a pair's id. */
export function endsOf(pair: string): [one: string, other: string] {
  const [one = '', other = ''] = pair.split(PAIR_MARK);
  return [one, other];
}

/** The nodes of the map that a target stands for; none of a theme or a gap. */
export function nodesOf({ type, id }: Target): readonly string[] {
  if (type === 'pair') return endsOf(id);
  return type === 'paper' || type === 'concept' ? [id] : [];
}

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

interface SelectionState extends SelectionTrail {
  select(target: Target | null): void;
  /** As `select`, but knows the way back and forward. */
  restore(target: Target | null): void;
  back(): void;
  forward(): void;
}

export const useSelection = create<SelectionState>()((set) => ({
  ...EMPTY_TRAIL,
  select: (target) => set((trail) => visit(trail, target)),
  restore: (target) => set((trail) => goTo(trail, target)),
  back: () => set((trail) => goBack(trail)),
  forward: () => set((trail) => goForward(trail)),
}));
