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
  /** Whether an `or` stood within it. */
}

export interface ReadFilter {
  filter: Filter | null;
  /** A verb that no thing follows: how the answers are treated. */
  trailing: Treatment | null;
  /** Words that took no part. */
  unused: Settled[];
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
  let notNext = false;
  const begin = (negated: boolean): void => {
    if (segments.at(-1)!.terms.length > 0) segments.push({ terms: [], negated });
    else segments.at(-1)!.negated = negated;
    joint = 'all';
  };
  for (const [at, { item, thing }] of parts.entries()) {
    if (thing) {
      const filter = toFilter(thing, item.loose ? ['mentions'] : hows);
      if (isFrame(thing) && !notNext) global.push(filter);
      else if (thing.is === 'filter' && !notNext && !segments.at(-1)!.negated) global.push(filter);
      else {
        if (notNext && !segments.at(-1)!.negated) begin(true);
        segments
          .at(-1)!
          .terms.push({ filter, joint: item.afterComma && joint === 'all' ? nextJoint(parts, at) : joint });
      }
      if (segments.at(-1)!.terms.length > 0) joint = commaJoint(parts, at);
      notNext = false;
      freshVerb = false;
      continue;
    }
    if (item.t === 'verb') {
      if (freshVerb && previousJoint(parts, at)) hows.push(item.how);
      else {
        if (segments.at(-1)!.terms.length > 0 && joint === 'all' && !notNext) begin(false);
        hows = [item.how];
      }
      freshVerb = true;
    } else if (item.t === 'joint') {
      if (item.joint === 'and') joint = 'all';
      else if (item.joint === 'or' || item.joint === 'either') joint = 'any';
      else if (item.joint === 'nor') {
        joint = 'any';
        if (!segments.at(-1)!.negated) notNext = true;
      } else if (item.joint === 'but') begin(false);
      else if (item.joint === 'not') notNext = !notNext || item.text !== 'not';
    } else if (item.t === 'inTitle') segments.at(-1)?.terms.forEach(inTitle);
    else if (item.t === 'slot' && isKind(segments.at(-1)?.terms.at(-1))) hows = ['mentions'];
    else if (item.t === 'words') unused.push(item);
  }
  const conditions = segments.filter(({ terms }) => terms.length > 0).map(toCondition);
  const of = [...conditions, ...global];
  const filter: Filter | null = of.length === 0 ? null : of.length === 1 ? of[0]! : { is: 'all', of };
  return { filter, trailing: freshVerb ? hows[0]! : null, unused };
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
