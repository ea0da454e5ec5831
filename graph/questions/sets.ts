import type { Wishes } from './clauses.ts';
import { described } from './described.ts';
import { subjectOf } from './frames.ts';
import { asksShare } from './lexicon/grammar.ts';
import { type Part, readFilter } from './parse-filter.ts';
import { answered, headOf, nounAt, type Read, targetsIn } from './part-list.ts';
import type { Comparison, Filter, Plan, PlanOf, Target, Treatment } from './plan.ts';
import { type Edge, groupOf, namesFilters, quantities, type Top } from './quantities.ts';
import { readRanking } from './rankings.ts';
import type { Settled } from './things.ts';
import { saysNone, unreadWords } from './unread.ts';
import { danglingVerb, isWhole, spokenBefore, strayWords, unknownAuthor } from './whole-question.ts';

type Ask = PlanOf<'papers'>['ask'];

const ASKS: Readonly<Record<string, Ask>> = { howMany: 'count', is: 'exists' };

/** Questions after sets: of papers, concepts, authors, venues, years, themes. */
export function readSet(all: readonly Part[], wishes: Wishes): Read {
  const none = saysNone(all);
  const parts = none ? all.filter((_, at) => at !== none) : all;
  const head = headOf(parts);
  const nobody = unknownAuthor(parts, head);
  if (nobody !== null)
    return {
      plan: null,
      message: `Not in this corpus: no author or venue of it is called “${nobody}”.`,
      ignored: [],
    };
  const ranked = readRanking(parts);
  if (ranked) return answered(ranked);
  const at = nounAt(parts);
  const noun = parts[at]?.item.t === 'noun' ? (parts[at]!.item as Extract<Settled, { t: 'noun' }>) : null;
  const isPlace = head === 'where' && parts.some(({ item }) => item.t === 'wrote');
  const asked =
    head === 'who' ? 'authors' : head === 'when' ? 'years' : isPlace ? 'venues' : (noun?.noun ?? 'papers');
  if ((head === 'who' || head === 'when' || isPlace) && namesOnePaper(parts))
    return cannot('I can’t tell which paper that is. Put its title in quotes.');
  const group = groupOf(parts);
  const opened = spokenBefore(parts, at, noun?.noun ?? null);
  const rest = parts.filter(
    (_, i) =>
      i !== at && !(opened && i < opened.papers && i > at) && !(group && i >= group.from && i < group.to),
  );
  const { parts: bare, having, top, extreme } = quantities(rest, asked, Math.max(at, 0));
  const usable = asked !== 'concepts' ? namesFilters(bare) : bare;
  const stray = strayWords(usable, parts, asked);
  const { filter, trailing, unused, unread } = readFilter(usable);
  const subject = asked === 'concepts' ? subjectOf(parts) : null;
  // `Which methods does X not use?`
  const lacks = subject !== null && unread.length === 1 && targetsIn(parts).length === 1 && isNot(unread[0]!);
  const unaccounted = [...unreadWords({ parts, usable, asked }), ...(lacks ? [] : unread)];
  if (unaccounted.length > 0) return notUnderstood(unaccounted);
  const unequal = notCompiled(asked, filter, parts);
  if (unequal) return notUnderstood([unequal]);
  const shared = noun !== null && asksShare(noun.text);
  const ask: Ask = shared ? 'share' : asksTogether(parts, filter) ? 'exists' : (ASKS[head ?? ''] ?? 'list');
  // What is most, of papers, nothing here measures but by what they name.
  if (asked === 'papers' && top !== null && !group)
    return described(parts, wishes, [parts.find(({ item }) => item.t === 'extreme')?.item.text ?? 'most']);
  const dangling = asked === 'papers' && trailing !== null ? danglingVerb(usable) : null;
  const lost = [...unused, ...stray, ...(dangling ? [dangling] : [])].map(({ text }) => text);
  if (
    lost.length > 0 ||
    !isWhole({
      parts,
      usable,
      filter,
      noun: noun !== null,
      head,
      quantified: having !== null || top !== null || extreme !== null,
    })
  )
    return described(parts, wishes, lost);
  if (asked === 'authors' && filter && hasAuthor(filter, true))
    return cannot('I can’t tell who never wrote with someone: only who wrote which papers.');
  const plan = planOf({
    asked: group && asked === 'papers' ? group.by : asked,
    kind: noun?.kind ?? null,
    // A number for each group is a list.
    ask: none && asked === 'papers' ? 'lacks' : group && asked === 'papers' && ask === 'count' ? 'list' : ask,
    filter,
    lacks,
    trailing: opened?.how ?? trailing,
    having,
    top,
    extreme,
    parts,
    wishes,
  });
  return { plan, message: '', ignored: [] };
}

const cannot = (message: string): Read => ({ plan: null, message, ignored: [] });

/** `the dropout paper`: one paper, by what only several may name. */
function namesOnePaper(parts: readonly Part[]): boolean {
  return parts.some(({ item }, at) => {
    const before = parts[at - 1]?.thing;
    return (
      item.t === 'noun' &&
      /^(?:paper|article|study)$/i.test(item.text) &&
      before?.is === 'target' &&
      before.target.is !== 'paper' &&
      /^the$/i.test(parts[at - 2]?.item.text ?? '')
    );
  });
}

/** Whether a filter asks for an author; with `excluded`, whether it excludes one. */
function hasAuthor(filter: Filter, excluded: boolean): boolean {
  if (filter.is === 'author') return !excluded;
  if (filter.is === 'not') return hasAuthor(filter.of, !excluded);
  return (filter.is === 'all' || filter.is === 'any') && filter.of.some((one) => hasAuthor(one, excluded));
}

/** `Did A and B write a paper together?` */
const asksTogether = (parts: readonly Part[], filter: Filter | null): boolean => {
  const first = parts.find(({ item }) => item.t !== 'stop')?.item;
  return first?.t === 'joint' && first.joint === 'does' && filter !== null && hasAuthor(filter, false);
};

interface Wanted {
  asked: string;
  kind: PlanOf<'concepts'>['kind'];
  ask: Ask;
  filter: Filter | null;
  /** The subject does not treat the answers so. */
  lacks: boolean;
  trailing: Treatment | null;
  having: Comparison | null;
  top: Top;
  extreme: Edge | null;
  parts: readonly Part[];
  wishes: Wishes;
}

function planOf({
  asked,
  kind,
  ask,
  filter,
  lacks,
  trailing,
  having,
  top,
  extreme,
  parts,
  wishes,
}: Wanted): Plan {
  const plain = ask === 'share' || ask === 'lacks' ? 'list' : ask;
  if (asked === 'concepts') {
    const subject = subjectOf(parts);
    const own = targetsIn(parts).flatMap((target) => (target.is === 'concept' ? target.ids : []));
    const isAgent = agentIn(parts) && filter !== null && filter.is !== 'not' && ask !== 'exists';
    const { where, never, how } =
      lacks && subject
        ? notOf(subject, parts)
        : isAgent
          ? { where: filter, never: false, how: 'introduces' as const }
          : towards(filter, trailing, subject, parts);
    return {
      find: 'concepts',
      kind: isAgent ? null : kind,
      how,
      where,
      never,
      stated: null,
      besides: [...new Set(own)].slice(0, 50),
      having,
      ask: plain,
      top,
    };
  }
  if (
    asked === 'authors' ||
    asked === 'venues' ||
    asked === 'years' ||
    asked === 'themes' ||
    asked === 'sources'
  ) {
    const first = extreme?.by ?? (asked === 'years' && headOf(parts) === 'when' && !top ? 'first' : null);
    return { find: asked, where: filter, having, ask: plain, top, edge: asked === 'years' ? first : null };
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

/** Verbs of what happens to a concept, not of what it does. */
const NO_AGENT = /(?:ed|ing|about|on)$|^(?:occur|appear|stand|come)/;

/** `Which benchmark evaluates X?`: what papers introduce is what does so; kinds of new names are often misjudged. */
function agentIn(parts: readonly Part[]): boolean {
  const at = nounAt(parts);
  const verb = parts[at + 1]?.item;
  const head = headOf(parts);
  return (
    (head === 'which' || head === 'what') &&
    verb?.t === 'verb' &&
    !NO_AGENT.test(verb.text) &&
    !parts.some(({ item }) => item.t === 'joint' && item.joint === 'together')
  );
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
  if (subject)
    return { where: { is: 'treats', how: 'mentions', target: subject }, never: false, how: trailing ?? said };
  const papersSaid = parts.filter(({ item }) => item.t === 'noun' && item.noun === 'papers').length > 0;
  // `Which methods are never used with X?`: the papers are those with X, the verb is how they treat the answer.
  if (filter?.is === 'not' && !isNotOfPapers(parts))
    return { where: mentionsOnly(filter.of), never: true, how: 'mentions' };
  if (papersSaid || said === 'mentions' || said === 'evaluates')
    return { where: filter, never: false, how: trailing ?? 'mentions' };
  return { where: filter && mentionsOnly(filter), never: false, how: said };
}

/** The same with every verb read as `mentions`. */
function mentionsOnly(filter: Filter): Filter {
  if (filter.is === 'treats') return { ...filter, how: 'mentions' };
  if (filter.is === 'not') return { ...filter, of: mentionsOnly(filter.of) };
  if (filter.is === 'all' || filter.is === 'any') return { ...filter, of: filter.of.map(mentionsOnly) };
  return filter;
}

/** `X does not use`: what papers on X treat otherwise or not at all. */
function notOf(subject: Target, parts: readonly Part[]): { where: Filter; never: boolean; how: Treatment } {
  const verb = parts.findLast(({ item }) => item.t === 'verb')?.item;
  const how = verb?.t === 'verb' ? verb.how : 'mentions';
  return { where: { is: 'treats', how: 'mentions', target: subject }, never: true, how };
}

const isNot = (item: Settled): boolean => item.t === 'joint' && item.joint === 'not';

/** `papers that do not mention X`: what is denied is said of the papers, not of the answers. */
function isNotOfPapers(parts: readonly Part[]): boolean {
  const papers = parts.findIndex(({ item }) => item.t === 'noun' && item.noun === 'papers');
  return (
    papers >= 0 &&
    papers < parts.findIndex(({ item }) => isNot(item) || (item.t === 'joint' && item.joint === 'nor'))
  );
}

/** A denial that is of the answers and not of their papers, beside another condition: no plan says so yet. */
function notCompiled(asked: string, filter: Filter | null, parts: readonly Part[]): Settled | null {
  if (asked === 'papers' || filter === null || isNotOfPapers(parts)) return null;
  const isMixed = filter.is === 'all' && filter.of.some(({ is }) => is === 'not');
  const isDenied = filter.is === 'not' && asked !== 'concepts';
  return isMixed || isDenied ? (parts.find(({ item }) => isNot(item))?.item ?? null) : null;
}

function notUnderstood(words: readonly Settled[]): Read {
  const ignored = [...new Set(words.map(({ text }) => text))];
  return {
    plan: null,
    message: `I did not understand ${ignored.map((word) => `“${word}”`).join(', ')} here, so I leave the question.`,
    ignored,
  };
}
