import type { Filter, Target, Treatment } from './plan.ts';
import type { Settled } from './things.ts';

/** What the parser makes of a settled thing; the parser has seen to it that it is only one. */
export type Thing = { is: 'target'; target: Target } | { is: 'filter'; filter: Filter };

export type Part = { item: Settled; thing: Thing | null };

interface Term {
  filter: Filter;
  joint: 'all' | 'any';
}
interface Segment {
  terms: Term[];
  negated: boolean;
}
interface Frame {
  filter: Filter;
  at: number;
  negated: boolean;
}

export interface ReadFilter {
  filter: Filter | null;
  /** A verb that no thing follows: how the answers are treated. */
  trailing: Treatment | null;
  /** Words that took no part. */
  unused: Settled[];
  /** Words of grammar that no condition came of, so that the answer would be to another question. */
  unread: Settled[];
}

/**
 * Reads conditions from left to right. `but`, and a verb after `and`, begin a new condition; in one, `and` binds more
 * tightly than `or`; `not` holds up to the next condition, of all that follows it.
 */
export function readFilter(parts: readonly Part[]): ReadFilter {
  const segments: Segment[] = [{ terms: [], negated: false }];
  const global: Filter[] = [];
  const unused: Settled[] = [];
  let hows: Treatment[] = ['mentions'];
  let freshVerb = false;
  let joint: 'all' | 'any' = 'all';
  let not: Settled | null = null;
  let or: Settled | null = null;
  let frame: Frame | null = null;
  const unread: Settled[] = [];
  const begin = (negated: boolean): void => {
    if (segments.at(-1)!.terms.length > 0) segments.push({ terms: [], negated });
    else segments.at(-1)!.negated = negated;
    joint = 'all';
  };
  for (const [at, { item, thing }] of parts.entries()) {
    if (thing) {
      const filter = toFilter(thing, item.loose ? ['mentions'] : hows);
      const last: Frame | null = isFrame(thing) ? frame : null;
      const joined: 'all' | 'any' | null = last && not === null ? frameJoint(parts, last, filter, at) : null;
      if (last && joined !== null) {
        if (last.negated) segments.at(-1)!.terms.push({ filter, joint: 'any' });
        else if (joined === 'all') global.push(filter);
        else {
          const place = global.indexOf(last.filter);
          global[place] = anyOf(last.filter, filter);
          last.filter = global[place]!;
        }
        last.at = at;
        or = null;
      } else if (not === null && thing.is === 'filter' && (isFrame(thing) || !segments.at(-1)!.negated)) {
        global.push(filter);
        if (isFrame(thing)) frame = { filter, at, negated: false };
      } else {
        if (not && !segments.at(-1)!.negated) begin(true);
        const { terms, negated } = segments.at(-1)!;
        if (terms.length > 0 && (joint === 'any' || negated)) or = null;
        terms.push({ filter, joint: item.afterComma && joint === 'all' ? nextJoint(parts, at) : joint });
        if (isFrame(thing)) frame = { filter, at, negated: true };
      }
      if (segments.at(-1)!.terms.length > 0) joint = commaJoint(parts, at);
      if (or) unread.push(or);
      [not, or] = [null, null];
      freshVerb = false;
      continue;
    }
    if (item.t === 'verb') {
      if (freshVerb && previousJoint(parts, at)) {
        hows.push(item.how);
        or = null;
      } else {
        if (segments.at(-1)!.terms.length > 0 && joint === 'all' && not === null) begin(false);
        hows = [item.how];
      }
      freshVerb = true;
    } else if (item.t === 'joint') {
      if (item.joint === 'and') joint = 'all';
      else if (item.joint === 'or' || item.joint === 'either') {
        joint = 'any';
        if (item.joint === 'or') or = item;
      } else if (item.joint === 'nor') {
        joint = 'any';
        if (!segments.at(-1)!.negated) not = item;
      } else if (item.joint === 'but') begin(false);
      else if (item.joint === 'not') not = not === null || item.text.toLowerCase() !== 'not' ? item : null;
      else if (item.joint === 'both' && not && isLast(parts, at)) {
        const both = alternativesIn(segments.at(-1)!, global.length);
        if (both) {
          global.push({ is: 'not', of: { is: 'all', of: both } });
          not = null;
        }
      }
    } else if (item.t === 'inTitle') segments.at(-1)?.terms.forEach(inTitle);
    else if (item.t === 'slot' && isKind(segments.at(-1)?.terms.at(-1))) hows = ['mentions'];
    else if (item.t === 'words') unused.push(item);
  }
  const conditions = segments.filter(({ terms }) => terms.length > 0).map(toCondition);
  const of = [...conditions, ...global];
  const filter: Filter | null = of.length === 0 ? null : of.length === 1 ? of[0]! : { is: 'all', of };
  for (const left of [not, or]) if (left) unread.push(left);
  return { filter, trailing: freshVerb ? hows[0]! : null, unused, unread };
}

const anyOf = (one: Filter, other: Filter): Filter =>
  one.is === 'any' ? { is: 'any', of: [...one.of, other] } : { is: 'any', of: [one, other] };

/** How `in Nature or Science`, `2012 and 2013` belong together; null where something else stands between the two. */
function frameJoint(parts: readonly Part[], last: Frame, filter: Filter, at: number): 'all' | 'any' | null {
  const first = last.filter.is === 'any' ? last.filter.of[0]! : last.filter;
  if (first.is !== filter.is) return null;
  const between = parts.slice(last.at + 1, at).map(({ item }) => item);
  if (between.some(({ t }) => !/^(?:joint|slot|stop|wrote|noun)$/.test(t))) return null;
  const joints = between.flatMap((item) => (item.t === 'joint' ? [item.joint] : []));
  if (joints.includes('but') || joints.includes('not')) return null;
  if (joints.includes('or') || joints.includes('nor')) return 'any';
  const told = joints.includes('and') || !parts[at]!.item.afterComma ? 'all' : nextJoint(parts, at);
  // A paper has one year and one venue, so `of 2012 and 2013` is of either.
  const isOne = filter.is === 'venue' || (filter.is === 'years' && joints.includes('and'));
  return isOne ? 'any' : told;
}

/** Nothing stands behind it in its clause. */
const isLast = (parts: readonly Part[], at: number): boolean => {
  const next = parts.slice(at + 1).find(({ item }) => item.t !== 'stop');
  return next === undefined || next.item.t === 'joint' || next.item.afterComma;
};

/** The two of `A or B`. */
function alternativesIn({ terms, negated }: Segment, globals: number): Filter[] | null {
  return terms.length === 2 && terms[1]!.joint === 'any' && !negated && globals === 0
    ? terms.map(({ filter }) => filter)
    : null;
}

/** `have “survey” in the title` */
function inTitle(term: Term): void {
  if (term.filter.is === 'treats') term.filter = { ...term.filter, how: 'titles' };
}

/** `introduce a benchmark for agents`: the verb has its object. */
const isKind = (term: Term | undefined): boolean => term?.filter.is === 'names';

/** When, where and by whom papers are is said of all of them, whatever was excluded before. */
const isFrame = (thing: Thing): boolean =>
  thing.is === 'filter' && /^(?:years|venue|author|theme|source)$/.test(thing.filter.is);

/** A thing after a comma is joined as the next ones are: `A, B or C`. */
function nextJoint(parts: readonly Part[], at: number): 'all' | 'any' {
  for (const { item } of parts.slice(at + 1)) {
    if (item.t === 'joint' && (item.joint === 'and' || item.joint === 'or'))
      return item.joint === 'or' ? 'any' : 'all';
    if (item.t === 'verb') break;
  }
  return 'all';
}
const commaJoint = (parts: readonly Part[], at: number): 'all' | 'any' =>
  parts[at + 1]?.item.afterComma ? nextJoint(parts, at) : 'all';

function previousJoint(parts: readonly Part[], at: number): boolean {
  const before = parts[at - 1]?.item;
  return before?.t === 'joint' && (before.joint === 'or' || before.joint === 'and');
}

function toFilter(thing: Thing, hows: readonly Treatment[]): Filter {
  if (thing.is === 'filter') return thing.filter;
  const of = [...new Set(hows)].map((how): Filter => ({ is: 'treats', how, target: thing.target }));
  return of.length === 1 ? of[0]! : { is: 'any', of };
}

function toCondition({ terms, negated }: Segment): Filter {
  if (negated) {
    const of = terms.map(({ filter }) => filter);
    return { is: 'not', of: of.length === 1 ? of[0]! : { is: 'any', of } };
  }
  const groups: Filter[][] = [[]];
  for (const [i, { filter, joint }] of terms.entries()) {
    if (i > 0 && joint === 'any') groups.push([]);
    groups.at(-1)!.push(filter);
  }
  const any = groups.map((of): Filter => (of.length === 1 ? of[0]! : { is: 'all', of }));
  return any.length === 1 ? any[0]! : { is: 'any', of: any };
}
