import type { Part } from './parse-filter.ts';
import type { Comparison, PlanOf, Treatment } from './plan.ts';

export type Top = PlanOf<'concepts'>['top'];
export type Edge = { by: 'first' | 'last'; n: number };

const GROUPS: Readonly<Record<string, 'years' | 'venues' | 'authors' | 'themes' | 'sources'>> = {
  year: 'years',
  years: 'years',
  venue: 'venues',
  venues: 'venues',
  journal: 'venues',
  conference: 'venues',
  author: 'authors',
  authors: 'authors',
  theme: 'themes',
  themes: 'themes',
  cluster: 'themes',
  file: 'sources',
  source: 'sources',
};

export function groupOf(
  parts: readonly Part[],
): { by: 'years' | 'venues' | 'authors' | 'themes' | 'sources'; from: number; to: number } | null {
  for (const [at, { item }] of parts.entries()) {
    if (item.t !== 'joint' || item.joint !== 'per') continue;
    const last = item.text.split(' ').at(-1)!.toLowerCase();
    const own = GROUPS[last];
    if (own) return { by: own, from: at, to: at + 1 };
    const next = parts[at + 1]?.item;
    const by = next?.t === 'noun' ? GROUPS[next.text.toLowerCase()] : undefined;
    if (by) return { by, from: at, to: at + 2 };
  }
  return null;
}

/** Takes `more than 3 papers`, `top 5`, `first` out of the parts. */
export function quantities(
  parts: readonly Part[],
  asked: string,
  nounFrom: number,
): { parts: Part[]; having: Comparison | null; top: Top; extreme: Edge | null } {
  const kept: Part[] = [];
  let having: Comparison | null = null;
  let top: Top = null;
  let extreme: Edge | null = null;
  for (let at = 0; at < parts.length; at++) {
    const { item } = parts[at]!;
    const next = parts[at + 1]?.item;
    if (item.t === 'compare' && asked !== 'papers' && next?.t === 'noun' && next.noun === 'papers') {
      having = item.than;
      at += 1;
    } else if (item.t === 'extreme') {
      const n =
        next?.t === 'number'
          ? next.n
          : at > 0 && parts[at - 1]!.item.t === 'number'
            ? (parts[at - 1]!.item as { n: number }).n
            : 1;
      if (next?.t === 'number') at += 1;
      if (item.extreme === 'most' || item.extreme === 'least') {
        // In front of the noun it is the answer's rank; `the most papers` behind a verb is the same asked otherwise.
        top = { order: item.extreme, n: Math.min(Math.max(1, n), 1000) };
        if (next?.t === 'noun' && next.noun === 'papers' && asked !== 'papers' && at >= nounFrom) at += 1;
      } else extreme = { by: item.extreme, n: Math.min(Math.max(1, n), 1000) };
    } else kept.push(parts[at]!);
  }
  return { parts: kept, having, top, extreme };
}

/** `papers that mention more than 3 methods`: a comparison and a kind are one condition; a noun beside a name says nothing. */
export function namesFilters(parts: readonly Part[]): Part[] {
  const kept: Part[] = [];
  let how: Treatment = 'mentions';
  for (let at = 0; at < parts.length; at++) {
    const part = parts[at]!;
    const next = parts[at + 1]?.item;
    if (part.item.t === 'verb') how = part.item.how;
    if (part.item.t === 'compare' && next?.t === 'noun' && next.noun === 'concepts') {
      kept.push({
        item: part.item,
        thing: {
          is: 'filter',
          filter: { is: 'names', kind: next.kind, how, than: part.item.than, noun: null },
        },
      });
      at += 1;
    } else if (
      part.item.t === 'noun' &&
      part.item.noun === 'concepts' &&
      part.item.kind &&
      isObject(parts, at)
    ) {
      kept.push({
        item: part.item,
        thing: {
          is: 'filter',
          filter: { is: 'names', kind: part.item.kind, how, than: { op: '>=', n: 1 }, noun: part.item.text },
        },
      });
    } else if (isAnything(parts, at)) {
      if (/^nothing$/i.test(part.item.text)) kept.push({ item: NOT, thing: null });
      kept.push({
        item: part.item,
        thing: {
          is: 'filter',
          filter: { is: 'names', kind: null, how, than: { op: '>=', n: 1 }, noun: null },
        },
      });
    } else if (part.item.t === 'compare' && next?.t === 'noun' && next.noun === 'sources') {
      kept.push({ item: part.item, thing: { is: 'filter', filter: { is: 'has', what: 'twin' } } });
      at += 1;
    } else kept.push(part);
  }
  return kept;
}

const NOT: Part['item'] = { t: 'joint', joint: 'not', from: 0, to: 0, text: 'nothing', afterComma: false };

/** `introduce anything`, `use nothing`: the object of a verb. */
const isAnything = (parts: readonly Part[], at: number): boolean =>
  parts[at - 1]?.item.t === 'verb' &&
  /^(?:anything|something|nothing)$/i.test(parts[at]!.item.text) &&
  (parts[at + 1] === undefined || parts[at + 1]!.item.t === 'joint');

/** `introduce a dataset`, `mention no dataset`: a kind after a verb, with no name beside it. */
function isObject(parts: readonly Part[], at: number): boolean {
  const no = parts[at - 1]?.item;
  const isNo = no?.t === 'joint' && /^no$/i.test(no.text);
  const before = parts
    .slice(0, at)
    .findLast(
      ({ item, thing }) =>
        item.t !== 'stop' &&
        !(item.t === 'joint' && (item.joint === 'any' || isNo)) &&
        !(isNo && (thing !== null || item.t === 'noun')),
    );
  return before?.item.t === 'verb' && before.thing === null && parts[at + 1]?.thing?.is !== 'target';
}
