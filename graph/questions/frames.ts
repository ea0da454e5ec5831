import type { Wishes } from './clauses.ts';
import { described } from './described.ts';
import type { Part } from './parse-filter.ts';
import { answered, headOf, nounAt, type Read, targetsIn } from './part-list.ts';
import type { PlanOf, Target, Want } from './plan.ts';
import { asksWhether, isShort, statedIn } from './stated.ts';

const has = (parts: readonly Part[], t: Part['item']['t']): boolean =>
  parts.some(({ item, thing }) => item.t === t && !thing);
/** Questions with a form of their own: ties, differences, definitions, figures. Null where it is of another kind. */
export function frameOf(parts: readonly Part[], wishes: Wishes): Read | null {
  const targets = targetsIn(parts);
  const head = headOf(parts);
  // `Who wrote X?`, `Who are the authors of X?`
  if (head === 'who' && has(parts, 'wrote')) return null;
  const filters = parts.some(({ thing }) => thing?.is === 'filter');
  const noun = answerNoun(parts);
  const two = targets.length === 2 ? ([targets[0]!, targets[1]!] as const) : null;
  if (parts.some(({ item }) => item.t === 'noun' && item.noun === 'gaps'))
    return answered({
      find: 'gaps',
      about: targets.slice(0, 2),
      ask: head === 'howMany' ? 'count' : head === 'is' ? 'exists' : 'list',
    });
  if (two && head === null && !filters && asksWhether(parts) && !asksOfAll(parts)) {
    const verb = parts.find(({ item }) => item.t === 'verb')?.item;
    if (verb?.t === 'verb')
      return answered({ find: 'does', subject: two[0], how: verb.how, object: two[1], verb: verb.text });
  }
  if (two && has(parts, 'tie') && head !== 'howMany' && noun !== 'papers' && !filters)
    return answered({ find: 'ties', between: [two[0], two[1]], exists: head === 'is' });
  if (targets.length >= 2 && targets.length <= 6 && !filters && (head === 'compare' || has(parts, 'differ')))
    return answered({ find: 'difference', of: targets });
  if (two && !filters && isBalance(parts))
    return answered({
      find: 'balance',
      of: two.map((target) => ({
        name: target.name,
        where: { is: 'treats' as const, how: 'mentions' as const, target },
      })),
      least: parts.some(({ item }) => item.t === 'more' && item.less),
    });
  if (has(parts, 'quality') && noun !== 'papers' && !filters) {
    const proper = targets.filter(isProper);
    const rest = parts.filter(
      ({ item, thing }) =>
        (/^(?:words|figure|quality)$/.test(item.t) || thing?.is === 'target') &&
        !(thing?.is === 'target' && proper.includes(thing.target)),
    );
    return proper.length > 0
      ? sayings(
          proper,
          ['figures', 'findings'],
          wishes,
          rest.map(({ item }) => item.text),
        )
      : described(parts, wishes, []);
  }
  if (targets.length === 1 && has(parts, 'similar') && !filters)
    return answered({ find: 'similar', to: targets[0]! });
  if (targets.length >= 1 && has(parts, 'longForm'))
    return sayings(targets.slice(0, 1), isShort(parts) ? ['longForm', 'definition'] : ['definition'], wishes);
  const stated = filters || targets.length !== 1 ? null : statedIn(parts, head);
  if (stated) return sayings([...targets], ['definition', 'findings'], wishes, [], null, stated);
  return aboutThing(parts, targets, head, noun, wishes, filters);
}

/** The noun that the question asks for: the first that no name stands right beside as its mark. */
export function answerNoun(parts: readonly Part[]): string | null {
  const at = nounAt(parts);
  const item = parts[at]?.item;
  return item?.t === 'noun' ? item.noun : null;
}

/** `Do all papers on X mention Y?` is of papers, not of X. */
const asksOfAll = (parts: readonly Part[]): boolean =>
  parts.some(({ item }) => /^(?:all|every|each)$/i.test(item.text));

function isBalance(parts: readonly Part[]): boolean {
  const more = parts.findIndex(
    ({ item }) => item.t === 'more' || (item.t === 'extreme' && item.extreme === 'most'),
  );
  const joint = parts.findIndex(
    ({ item }) => item.t === 'joint' && (item.joint === 'or' || item.joint === 'than'),
  );
  const head = headOf(parts);
  return (
    more >= 0 &&
    joint > more &&
    (head === 'which' || head === 'what' || head === 'is') &&
    parts.some(({ item }) => item.t === 'more')
  );
}

/** Verbs that any sentence with a figure may do without. */
const SLIGHT =
  /^(?:reach|reache[sd]|achieve[sd]?|attain(?:s|ed)?|obtain(?:s|ed)?|gets?|got|yields?|yielded)$/i;

const sayings = (
  about: Target[],
  wants: Want[],
  wishes: Wishes,
  words: string[] = [],
  counted: string | null = null,
  stated: PlanOf<'sayings'>['stated'] = null,
): Read =>
  answered({
    find: 'sayings',
    about: about.slice(0, 10),
    words: [...words, ...wishes.words].filter((word) => !SLIGHT.test(word)).slice(0, 30),
    wants: [...new Set([...wants, ...wishes.wants.filter((want) => want !== 'sentences')])],
    counted,
    also: wishes.beside,
    stated,
  });

/** Written as a name of its own: `NewtonBench`, not `reasoning`. */
const isProper = (target: Target): boolean =>
  target.is === 'paper' ||
  (target.is === 'concept' && /\p{Lu}/u.test(target.name) && /\p{Lu}/u.test(target.forms[0] ?? ''));

const WORDS_OF_SAYING = /^(?:words|figure|finding|extreme|unknown|number)$/;

/** `What is X?`, `What does X do?`, `How much does X gain?`, `How many environments does X have?` */
function aboutThing(
  parts: readonly Part[],
  targets: readonly Target[],
  head: string | null,
  noun: string | null,
  wishes: Wishes,
  filters: boolean,
): Read | null {
  if (
    targets.length === 0 ||
    filters ||
    noun === 'papers' ||
    noun === 'authors' ||
    noun === 'years' ||
    noun === 'venues'
  )
    return null;
  const subject = subjectOf(parts);
  const verbs = parts.filter(({ item }) => item.t === 'verb');
  const known = targets.filter((target) => target.is !== 'words');
  const others = parts
    .filter(
      ({ item, thing }) =>
        WORDS_OF_SAYING.test(item.t) && !(thing?.is === 'target' && thing.target.is !== 'words'),
    )
    .map(({ item }) => item.text);
  if (head === 'define') return sayings(targets.slice(0, 1), ['definition'], wishes);
  if (
    (head === 'what' || head === 'who') &&
    targets.length === 1 &&
    verbs.length === 0 &&
    noun === null &&
    !has(parts, 'stated')
  ) {
    const does = parts.some(({ item }) => item.t === 'joint' && item.joint === 'does');
    const wants: Want[] = has(parts, 'finding')
      ? ['findings']
      : has(parts, 'figure')
        ? ['figures', 'findings']
        : ['definition'];
    const extra = parts
      .filter(({ item, thing }) => /^(?:figure|extreme)$/.test(item.t) && !thing)
      .map(({ item }) => item.text);
    return sayings([...targets], does ? [...new Set<Want>(['definition', ...wants])] : wants, wishes, extra);
  }
  const counted = head === 'howMany' && noun === null ? countedThing(parts) : null;
  if (counted) {
    const verbs = others.filter((word) => word !== counted.name);
    return sayings(counted.of, ['figures'], wishes, verbs, counted.name);
  }
  if (known.length === 0) return null;
  const proper = known.filter(isProper);
  const about = proper.length > 0 ? proper : known;
  const beyond = [
    ...known.filter((target) => !about.includes(target)).map(({ name }) => name),
    ...others,
  ].filter((word) => !/^(?:percent|percentage|figures?|share)$/i.test(word));
  if (head === 'howMuch') return sayings(about, ['figures'], wishes, beyond);
  if (head === 'howMany' && subject !== null && noun !== null)
    return sayings([subject], ['figures'], wishes, [], countedNoun(parts));
  if (
    (head === 'how' || head === 'why') &&
    !parts.some(({ item }) => item.t === 'joint' && item.joint === 'per')
  )
    return sayings(about, ['definition', 'findings'], wishes, beyond);
  if ((head === 'what' || head === 'which') && has(parts, 'finding') && noun === null)
    return sayings(about, ['findings'], wishes, beyond);
  if ((head === 'what' || head === 'which') && has(parts, 'figure'))
    return sayings(about, ['figures'], wishes, beyond);
  if (
    (head === 'what' || head === 'which') &&
    noun === null &&
    proper.length > 0 &&
    beyond.length > 0 &&
    parts.some(({ item }) => item.t === 'joint' && item.joint === 'does')
  )
    return sayings(about, ['sentences'], wishes, [...beyond, ...verbs.map(({ item }) => item.text)]);
  return null;
}

/** The thing after `does`: `how many datasets does S-RAG introduce`. */
export function subjectOf(parts: readonly Part[]): Target | null {
  const at = parts.findIndex(({ item }) => item.t === 'joint' && item.joint === 'does');
  for (const { item, thing } of at < 0 ? [] : parts.slice(at + 1)) {
    if (thing?.is === 'target') return thing.target;
    if (item.t !== 'stop' && item.t !== 'noun') return null;
  }
  return null;
}

/** `How many languages does X cover?`: the thing right after `how many` is counted, the others are where. */
function countedThing(parts: readonly Part[]): { name: string; of: Target[] } | null {
  const at = parts.findIndex(({ item }) => item.t === 'head' && item.head === 'howMany');
  const first = parts[at + 1];
  if (first?.thing?.is !== 'target' || parts[at + 2]?.item.t === 'noun') return null;
  const of = targetsIn(parts.slice(at + 2)).filter((target) => target.is !== 'words');
  return of.length > 0 ? { name: first.item.text, of } : null;
}

function countedNoun(parts: readonly Part[]): string {
  const item = parts[nounAt(parts)]!.item;
  const before = parts[nounAt(parts) - 1];
  return before?.thing ? `${before.item.text} ${item.text}` : item.text;
}
