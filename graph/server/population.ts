import { type NodeKind, nodeKindSchema } from '../contract.ts';
import type { Catalogue, ConceptOutline, PaperOutline } from './catalogue.ts';
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
}

export const EVERYTHING: NodeFilters = {
  theme: null,
  kinds: new Set(nodeKindSchema.options),
  from: null,
  to: null,
  minPapers: null,
  named: null,
  tagged: null,
  fresh: null,
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
  catalogue: Catalogue,
  types: readonly TieType[],
  filters: NodeFilters,
  without: 'years' | null = null,
): Population {
  const span = without === 'years' ? { from: null, to: null } : filters;
  const papersIn = new Uint32Array(ties.ids.length);
  const isIn = new Uint8Array(ties.ids.length);
  const isInSpan = inSpan(ties, catalogue, span);
  const tagged = filters.tagged && withMentioned(ties, filters.tagged);
  const fresh = filters.fresh && withTied(ties, [...new Set([...NAMING, ...types])], filters.fresh);
  const passes = (
    id: string,
    kind: NodeKind,
    { theme, subTheme }: PaperOutline | ConceptOutline,
    i: number,
  ) =>
    (filters.theme === null || theme === filters.theme || subTheme === filters.theme) &&
    filters.kinds.has(kind) &&
    (filters.named === null || filters.named.has(id)) &&
    (tagged === null || tagged[i] === 1) &&
    (fresh === null || fresh[i] === 1);
  let i = 0;
  for (const [id, paper] of catalogue.papers) {
    if (isInSpan[i] && passes(id, 'Paper', paper, i)) isIn[i] = 1;
    i++;
  }
  const counted = span.from !== null || span.to !== null;
  const least = filters.minPapers ?? (counted ? 1 : 0);
  for (const [id, concept] of catalogue.concepts) {
    papersIn[i] = counted ? countIn(ties, i, isInSpan) : concept.paperCount;
    if (papersIn[i]! >= least && passes(id, concept.kind, concept, i)) isIn[i] = 1;
    i++;
  }
  return { isIn, papersIn };
}

/** A paper whose year nobody knows is in no span of years. */
function inSpan(
  ties: Ties,
  { papers }: Catalogue,
  { from, to }: Pick<NodeFilters, 'from' | 'to'>,
): Uint8Array {
  const isInSpan = new Uint8Array(ties.papers);
  if (from === null && to === null) return isInSpan.fill(1);
  let i = 0;
  for (const { year } of papers.values()) {
    if (year !== null && year >= (from ?? year) && year <= (to ?? year)) isInSpan[i] = 1;
    i++;
  }
  return isInSpan;
}

function countIn(ties: Ties, concept: number, isInSpan: Uint8Array): number {
  let count = 0;
  forEachTie(ties, NAMING, concept, (paper) => {
    count += isInSpan[paper]!;
  });
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
