import type { NodeKind } from '../contract.ts';
import { KINDS } from './node-columns.ts';
import { forEachTie, NAMING, type Ties, type TieType } from './ties.ts';

/** What narrows a map to some of the nodes, each by itself. */
export interface NodeFilters {
  /** Members of this theme or sub-theme. */
  theme: string | null;
  kinds: ReadonlySet<NodeKind>;
  from: number | null;
  to: number | null;
  minPapers: number | null;
  /** Ids of what has the words that were asked for. */
  named: ReadonlySet<string> | null;
  /** Ids of what has the tag; what papers with it mention stays too. */
  tagged: ReadonlySet<string> | null;
  /** Ids of what is new; what it is tied to stays too. */
  fresh: ReadonlySet<string> | null;
  /** Ids of what a statement returned. */
  found: ReadonlySet<string> | null;
}

export const EVERYTHING: NodeFilters = {
  theme: null,
  kinds: new Set(KINDS),
  from: null,
  to: null,
  minPapers: null,
  named: null,
  tagged: null,
  fresh: null,
  found: null,
};

/** Which papers and concepts are left, by number. */
export interface Population {
  /** 1 for those. */
  isIn: Uint8Array;
  /** Concepts: how many papers of the span of years name them. */
  papersIn: Uint32Array;
}

/** All that the filters leave; `without` leaves the years out of account. `types` are those that the map draws. */
export function populationOf(
  ties: Ties,
  types: readonly TieType[],
  filters: NodeFilters,
  without: 'years' | null = null,
): Population {
  const span = without === 'years' ? { from: null, to: null } : filters;
  const { columns, papers } = ties;
  const isInSpan = inSpan(columns.year, span);
  const isIn = new Uint8Array(ties.ids.length);
  const papersIn = new Uint32Array(ties.ids.length);
  const isCounted = span.from !== null || span.to !== null;
  const least = filters.minPapers ?? (isCounted ? 1 : 0);
  const isKind = KINDS.map((kind) => filters.kinds.has(kind));
  const theme = filters.theme === null ? null : columns.themes.indexOf(filters.theme);
  const marks = [
    filters.named && marked(ties, filters.named),
    filters.found && marked(ties, filters.found),
    filters.tagged && withMentioned(ties, filters.tagged),
    filters.fresh && withTied(ties, [...new Set([...NAMING, ...types])], filters.fresh),
  ].filter((mark) => mark !== null);
  for (let node = 0; node < isIn.length; node++) {
    if (node >= papers) papersIn[node] = isCounted ? countIn(ties, node, isInSpan) : columns.weight[node]!;
    const passes =
      (node < papers ? isInSpan[node] === 1 : papersIn[node]! >= least) &&
      isKind[columns.kind[node]!] &&
      (theme === null || columns.theme[node] === theme || columns.subTheme[node] === theme);
    if (passes && marks.every((mark) => mark[node] === 1)) isIn[node] = 1;
  }
  return { isIn, papersIn };
}

/** A paper whose year nobody knows is in no span of years. */
function inSpan(years: Uint16Array, { from, to }: Pick<NodeFilters, 'from' | 'to'>): Uint8Array {
  const isInSpan = new Uint8Array(years.length);
  if (from === null && to === null) return isInSpan.fill(1);
  years.forEach((year, paper) => {
    if (year > 0 && year >= (from ?? year) && year <= (to ?? year)) isInSpan[paper] = 1;
  });
  return isInSpan;
}

function countIn(ties: Ties, concept: number, isInSpan: Uint8Array): number {
  let count = 0;
  for (const type of NAMING) {
    const { start, other } = ties.of[type];
    for (let at = start[concept]!; at < start[concept + 1]!; at++) count += isInSpan[other[at]!]!;
  }
  return count;
}

function withMentioned(ties: Ties, tagged: ReadonlySet<string>): Uint8Array {
  const isIn = marked(ties, tagged);
  for (let paper = 0; paper < ties.papers; paper++) {
    if (!tagged.has(ties.ids[paper]!)) continue;
    forEachTie(ties, NAMING, paper, (concept) => {
      isIn[concept] = 1;
    });
  }
  return isIn;
}

function withTied(ties: Ties, types: readonly TieType[], fresh: ReadonlySet<string>): Uint8Array {
  const isIn = marked(ties, fresh);
  for (const id of fresh) {
    const node = ties.numberOf.get(id);
    if (node === undefined) continue;
    forEachTie(ties, types, node, (other) => {
      isIn[other] = 1;
    });
  }
  return isIn;
}

function marked(ties: Ties, ids: ReadonlySet<string>): Uint8Array {
  const isIn = new Uint8Array(ties.ids.length);
  for (const id of ids) {
    const node = ties.numberOf.get(id);
    if (node !== undefined) isIn[node] = 1;
  }
  return isIn;
}
