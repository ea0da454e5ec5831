import type { Read } from './frames.ts';
import { headOf, nounAt, subjectOf, targetsIn } from './frames.ts';
import type { Wishes } from './clauses.ts';
import { type Part, readFilter } from './parse-filter.ts';
import type { Comparison, Filter, Plan, PlanOf, Target, Treatment } from './plan.ts';
import type { Settled } from './things.ts';

type Ask = 'list' | 'count' | 'exists';
type Top = PlanOf<'concepts'>['top'];

const ASKS: Readonly<Record<string, Ask>> = { howMany: 'count', is: 'exists' };

/** Questions after sets: of papers, concepts, authors, venues, years, themes. */
export function readSet(parts: readonly Part[], wishes: Wishes): Read {
  const head = headOf(parts);
  const at = nounAt(parts);
  const noun = parts[at]?.item.t === 'noun' ? (parts[at]!.item as Extract<Settled, { t: 'noun' }>) : null;
  const asked = head === 'who' ? 'authors' : head === 'when' ? 'years' : (noun?.noun ?? 'papers');
  const group = groupOf(parts);
  const rest = parts.filter((_, i) => i !== at && !(group && i >= group.from && i < group.to));
  const { parts: bare, having, top, extreme } = quantities(rest, asked, at < 0 ? 0 : at);
  const usable = namesFilters(bare);
  const stray = strayWords(usable, noun !== null ? at : -1);
  const { filter, trailing, unused } = readFilter(usable);
  const ask: Ask = ASKS[head ?? ''] ?? 'list';
  const lost = [...unused, ...stray].map(({ text }) => text);
  if (lost.length > 0 || (filter === null && noun === null && head !== 'who')) return described(parts, wishes, lost);
  const plan = planOf({ asked: group && asked === 'papers' ? group.by : asked, kind: noun?.kind ?? null, ask, filter, trailing, having, top, extreme, parts, wishes });
  return { plan, message: '', ignored: [] };
}

interface Wanted {
  asked: string;
  kind: PlanOf<'concepts'>['kind'];
  ask: Ask;
  filter: Filter | null;
  trailing: Treatment | null;
  having: Comparison | null;
  top: Top;
  extreme: { by: 'first' | 'last'; n: number } | null;
  parts: readonly Part[];
  wishes: Wishes;
}

function planOf({ asked, kind, ask, filter, trailing, having, top, extreme, parts, wishes }: Wanted): Plan {
  if (asked === 'concepts') {
    const subject = subjectOf(parts);
    const own = targetsIn(parts).flatMap((target) => (target.is === 'concept' ? target.ids : []));
    const { where, never, how } = towards(filter, trailing, subject, parts);
    return { find: 'concepts', kind, how, where, never, stated: null, besides: [...new Set(own)].slice(0, 50), having, ask, top };
  }
  if (asked === 'authors' || asked === 'venues' || asked === 'years' || asked === 'themes' || asked === 'sources') {
    const first = extreme?.by ?? (asked === 'years' && headOf(parts) === 'when' && !top ? 'first' : null);
    return { find: asked, where: filter, having, ask, top, edge: asked === 'years' ? first : null };
  }
  return {
    find: 'papers',
    where: filter,
    ask,
    order: extreme,
    also: wishes.wants.filter((want) => want !== 'sentences'),
    beside: wishes.beside,
  };
}

/**
 * Which papers a question after concepts looks into: those that name the things, or those of the subject; and whether
 * it asks for what is never there.
 */
function towards(
  filter: Filter | null,
  trailing: Treatment | null,
  subject: Target | null,
  parts: readonly Part[],
): { where: Filter | null; never: boolean; how: Treatment } {
  const verb = parts.find(({ item }) => item.t === 'verb')?.item;
  const said = verb?.t === 'verb' ? verb.how : 'mentions';
  if (subject) return { where: { is: 'treats', how: 'mentions', target: subject }, never: false, how: trailing ?? said };
  // `Which methods are never used with X?`: the papers are those with X, the verb is how they treat the answer.
  if (filter?.is === 'not') return { where: mentionsOnly(filter.of), never: true, how: 'mentions' };
  const papersSaid = parts.filter(({ item }) => item.t === 'noun' && item.noun === 'papers').length > 0;
  if (papersSaid || said === 'mentions' || said === 'evaluates') return { where: filter, never: false, how: trailing ?? 'mentions' };
  return { where: filter && mentionsOnly(filter), never: false, how: said };
}

/** The same with every verb read as `mentions`. */
function mentionsOnly(filter: Filter): Filter {
  if (filter.is === 'treats') return { ...filter, how: 'mentions' };
  if (filter.is === 'not') return { ...filter, of: mentionsOnly(filter.of) };
  if (filter.is === 'all' || filter.is === 'any') return { ...filter, of: filter.of.map(mentionsOnly) };
  return filter;
}

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

function groupOf(parts: readonly Part[]): { by: 'years' | 'venues' | 'authors' | 'themes' | 'sources'; from: number; to: number } | null {
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
function quantities(
  parts: readonly Part[],
  asked: string,
  nounFrom: number,
): { parts: Part[]; having: Comparison | null; top: Top; extreme: Wanted['extreme'] } {
  const kept: Part[] = [];
  let having: Comparison | null = null;
  let top: Top = null;
  let extreme: Wanted['extreme'] = null;
  for (let at = 0; at < parts.length; at++) {
    const { item } = parts[at]!;
    const next = parts[at + 1]?.item;
    if (item.t === 'compare' && asked !== 'papers' && next?.t === 'noun' && next.noun === 'papers') {
      having = item.than;
      at += 1;
    } else if (item.t === 'extreme') {
      const n = next?.t === 'number' ? next.n : at > 0 && parts[at - 1]!.item.t === 'number' ? (parts[at - 1]!.item as { n: number }).n : 1;
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
function namesFilters(parts: readonly Part[]): Part[] {
  const kept: Part[] = [];
  let how: Treatment = 'mentions';
  for (let at = 0; at < parts.length; at++) {
    const part = parts[at]!;
    const next = parts[at + 1]?.item;
    if (part.item.t === 'verb') how = part.item.how;
    if (part.item.t === 'compare' && next?.t === 'noun' && next.noun === 'concepts') {
      kept.push({ item: part.item, thing: { is: 'filter', filter: { is: 'names', kind: next.kind, how, than: part.item.than } } });
      at += 1;
    } else if (part.item.t === 'compare' && next?.t === 'noun' && next.noun === 'sources') {
      kept.push({ item: part.item, thing: { is: 'filter', filter: { is: 'has', what: 'twin' } } });
      at += 1;
    } else kept.push(part);
  }
  return kept;
}

/** Words that stand in no place that a name may have, so nothing was said to do with them. */
function strayWords(parts: readonly Part[], _nounAt: number): Settled[] {
  const stray: Settled[] = [];
  for (const [at, { item, thing }] of parts.entries()) {
    if (item.t === 'compare' && !thing) stray.push(item);
    if (item.t === 'differ' || item.t === 'longForm' || item.t === 'stated') stray.push(item);
    if (item.t !== 'words' || item.quoted) continue;
    const before = parts.slice(0, at).findLast((part) => part.item.t !== 'stop' || part.thing !== null);
    const placed = before === undefined || before.thing !== null || /^(?:verb|slot|joint|head|wrote|tie)$/.test(before.item.t);
    if (!placed || /(?:ed|es|ing)$/.test(item.text) && before?.item.t === 'joint' && !before.thing && at === parts.length - 1 && false) stray.push(item);
  }
  return stray;
}

/** Where words were not understood: the few papers that have all words of the question, if there are any. */
function described(parts: readonly Part[], wishes: Wishes, lost: readonly string[]): Read {
  const words = [
    ...new Set(
      parts
        .filter(({ item, thing }) => thing !== null || /^(?:words|figure)$/.test(item.t))
        .flatMap(({ item }) => item.text.split(/[\s-]+/)),
    ),
  ].filter((word) => word.length > 2);
  const absent = parts.filter(({ item }) => item.t === 'words' && item.absent).map(({ item }) => item.text);
  const unread = lost.length > 0 ? lost : absent;
  const message =
    unread.length > 0
      ? `I did not understand ${unread.map((word) => `“${word}”`).join(', ')}.`
      : 'I did not understand what is asked. Try: which papers mention …, how many …, what connects … and …';
  if (absent.length > 0 || words.length < 2) return { plan: null, message, ignored: [...unread] };
  const figures = parts.some(({ item }) => item.t === 'figure' || item.t === 'extreme') || wishes.wants.includes('figures');
  return {
    plan: {
      find: 'described',
      words: words.slice(0, 30),
      wants: [...new Set([...(figures ? (['figures', 'findings'] as const) : []), ...wishes.wants.filter((want) => want !== 'sentences')])],
    },
    message,
    ignored: [...unread],
  };
}
