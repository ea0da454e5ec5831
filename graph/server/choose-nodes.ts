import type { NodeKind } from '../contract.ts';
import { KINDS } from './node-columns.ts';
import type { Population } from './population.ts';
import type { Ties } from './ties.ts';

/** What may be drawn. */
export interface Candidate {
  /** Those of the catalogue rise with the ids. */
  number: number;
  /** -1 for none. */
  theme: number;
  weight: number;
}

/** Of a budget, this share goes to the themes in equal parts before weight decides the rest. */
const FAIR_SHARE = 0.4;

/**
 * The heaviest of them within the budget, but of each theme at least its equal part of `FAIR_SHARE` (and one,
 * while there is room), so that no small theme vanishes. Heaviest first; equal weights go by number.
 */
export function chooseFairly<T extends Candidate>(candidates: readonly T[], budget: number): readonly T[] {
  return fairlyOf([...candidates].sort(byWeight), budget);
}

/** The same of those that come heaviest first. */
function fairlyOf<T extends Candidate>(sorted: readonly T[], budget: number): readonly T[] {
  if (budget <= 0) return [];
  if (sorted.length <= budget) return sorted;
  const themes = new Set(sorted.map(({ theme }) => theme)).size;
  const part = Math.max(1, Math.floor((budget * FAIR_SHARE) / themes));
  const taken = new Map<number, number>();
  const chosen = new Set<T>();
  for (const candidate of sorted) {
    if (chosen.size >= budget) break;
    const count = taken.get(candidate.theme) ?? 0;
    if (count >= part) continue;
    taken.set(candidate.theme, count + 1);
    chosen.add(candidate);
  }
  for (const candidate of sorted) {
    if (chosen.size >= budget) break;
    chosen.add(candidate);
  }
  return sorted.filter((candidate) => chosen.has(candidate));
}

function byWeight(a: Candidate, b: Candidate): number {
  return b.weight - a.weight || a.number - b.number;
}

/** A concept of a single paper ties nothing together, so it comes last. */
const TYING_PAPERS = 2;

export interface NodeChoice {
  ties: Ties;
  /** What would be drawn from if nothing narrowed the map. */
  ranked: RankedNodes;
  /** What the filters leave. */
  left: Population;
  /** At most so many nodes. */
  limit: number;
  /** The map is filled with concepts of a single paper up to so many nodes; 0 for a large collection. */
  smallMap: number;
  /** The same where the filters ask for certain things; else 0. */
  smallPart: number;
}

/**
 * Numbers of the papers and concepts to draw. What narrows a map changes no ranks: what is left of the map that there
 * would be without filters comes first, then what would be added to it if it were twice as large, and so on. So
 * with more years come more nodes, and one that was drawn only goes for one that ranks higher in all years.
 */
export function chooseNodes({ ties, ranked, left, limit, smallMap, smallPart }: NodeChoice): number[] {
  const { isIn, papersIn } = left;
  const { tying, papers, lone } = ranked;
  const [concepts, literature] = shared(tying, papers, limit);
  const unfiltered = [...concepts, ...literature];
  const room = Math.min(limit, smallMap) - unfiltered.length;
  if (room > 0) unfiltered.push(...fairlyOf(lone, room));
  const chosen = new Set(numbersOf(unfiltered).filter((number) => isIn[number]));
  // One that shares its only paper with nothing else that is left would be one of a ring of dots.
  const mayFollow = ({ number }: Candidate): boolean =>
    isIn[number] === 1 && (number < ties.papers || papersIn[number]! >= TYING_PAPERS);
  const followers: number[] = [];
  for (const list of [tying, papers])
    for (const one of list) if (mayFollow(one) && !chosen.has(one.number)) followers.push(one.number);
  const fit = chosen.size + followers.length <= limit;
  if (fit) for (const number of followers) chosen.add(number);
  // The room is shared by halves, so that twice as much as there is holds all of it.
  const most = 2 * (tying.length + papers.length);
  for (let budget = 2 * limit; !fit && chosen.size < limit && budget < 2 * most; budget *= 2) {
    for (const candidate of interleaved(...shared(tying, papers, budget))) {
      if (chosen.size >= limit) break;
      if (mayFollow(candidate)) chosen.add(candidate.number);
    }
  }
  const few = Math.min(limit, smallPart) - chosen.size;
  if (few <= 0) return [...chosen];
  const rest = [...tying, ...lone].filter(({ number }) => isIn[number] && !chosen.has(number));
  return [...chosen, ...numbersOf(chooseFairly(rest, few))];
}

const numbersOf = (candidates: readonly Candidate[]): number[] => candidates.map(({ number }) => number);

/** By their weight in all years, heaviest first. */
export interface RankedNodes {
  tying: readonly Candidate[];
  papers: readonly Candidate[];
  lone: readonly Candidate[];
}

/** `base` has 1 for what is to be ranked. Lets others get their turn. */
export async function rankNodes(
  { columns, papers }: Ties,
  base: Uint8Array,
  breathe: () => Promise<void> | void,
): Promise<RankedNodes> {
  const found = { tying: [] as Candidate[], papers: [] as Candidate[], lone: [] as Candidate[] };
  base.forEach((is, number) => {
    if (!is) return;
    const candidate = { number, theme: columns.theme[number]!, weight: columns.weight[number]! };
    if (number < papers) found.papers.push(candidate);
    else found[candidate.weight >= TYING_PAPERS ? 'tying' : 'lone'].push(candidate);
  });
  for (const list of Object.values(found)) {
    await breathe();
    list.sort(byWeight);
  }
  return found;
}

/** How many papers and tying concepts there are to draw in all. */
export function drawableCount({ columns, papers }: Ties, kinds: ReadonlySet<NodeKind>): number {
  const isKind = KINDS.map((kind) => kinds.has(kind));
  let count = 0;
  columns.weight.forEach((weight, number) => {
    if (isKind[columns.kind[number]!] && (number < papers || weight >= TYING_PAPERS)) count += 1;
  });
  return count;
}

/** Papers and concepts share the room. */
function shared(
  tying: readonly Candidate[],
  papers: readonly Candidate[],
  limit: number,
): [readonly Candidate[], readonly Candidate[]] {
  const room = Math.max(Math.ceil(limit / 2), limit - papers.length);
  const concepts = fairlyOf(tying, Math.min(room, limit));
  return [concepts, fairlyOf(papers, limit - concepts.length)];
}

/** Both from their first to their last at the same pace. */
function interleaved<T>(one: readonly T[], other: readonly T[]): T[] {
  const placed = [one, other].flatMap((list) =>
    list.map((item, i) => ({ item, at: (i + 0.5) / list.length })),
  );
  return placed.sort((a, b) => a.at - b.at).map(({ item }) => item);
}
