import { contentWords, isShortFor, saysTheSame } from '../words.ts';
import { acronymKey, initialKeys, lettersOf, orderKey, shortenedKey, stemKey } from './form-keys.ts';
import { nearSpellings } from './near-spellings.ts';
import { byPapers, type NamedTerm } from './term.ts';

/** Why two terms may be the same, the surest first, with what each counts. */
const WEIGHTS = { spelling: 6, ending: 5, near: 4, acronym: 4, order: 3.5, shared: 2.5, generic: 2 } as const;
type Reason = keyof typeof WEIGHTS;

/** Short forms that look alike may mean anything. */
const BY_LETTERS: ReadonlySet<Reason> = new Set(['spelling', 'ending', 'near']);
/** Shorter short forms mean anything, so only one long form may have their letters. */
const TELLING = 3;
/** One kind is a sign that two names mean one thing. */
const SAME_KIND = 0.5;

export interface LookAlike {
  /** The one in more papers. */
  into: NamedTerm;
  other: NamedTerm;
  reason: Reason;
  /** Their forms that are alike. */
  forms: readonly [string, string];
  score: number;
}

export interface LookAlikeSettings {
  /** Only so many terms are compared, those in most papers. */
  terms: number;
  /** Of each term, its name and so many other forms. */
  forms: number;
  /** Of terms that look the same in one way, so many are paired. */
  together: number;
}

export const DEFAULT_LOOK_ALIKE_SETTINGS: LookAlikeSettings = { terms: 20_000, forms: 6, together: 8 };

/** One form of one term. */
interface Entry {
  readonly term: number;
  readonly form: string;
}

/**
 * Pairs of terms that may be the same, the likeliest first. Terms are brought together by keys of their forms, never
 * all with all: so the work grows with the terms, not with the pairs. The same terms give the same pairs.
 */
export function lookAlikes(
  given: Iterable<NamedTerm>,
  settings: Partial<LookAlikeSettings> = {},
): LookAlike[] {
  const { terms: most, forms, together } = { ...DEFAULT_LOOK_ALIKE_SETTINGS, ...settings };
  const terms = [...given].sort(byPapers).slice(0, most);
  const entries = terms.flatMap(({ name, aliases }, term): Entry[] =>
    [name, ...aliases.slice(0, forms)].map((form) => ({ term, form })),
  );
  const found = new Map<number, LookAlike>();
  const add = (reason: Reason, a: Entry, b: Entry): void => {
    if (a.term === b.term) return;
    // One form of two terms is told as that, and says little: two letters stand for many things.
    if ((reason === 'shared') !== (a.form === b.form)) return;
    if (BY_LETTERS.has(reason) && (acronymKey(a.form) !== null || acronymKey(b.form) !== null)) return;
    const [first, second] = a.term < b.term ? [a, b] : [b, a];
    const [into, other] = [terms[first.term]!, terms[second.term]!];
    if (reason === 'shared' && !haveWordInCommon(into.name, other.name)) return;
    if (reason === 'acronym' && !isShortFor(second.form, first.form) && !isShortFor(first.form, second.form))
      return;
    const score =
      WEIGHTS[reason] + Math.log10(1 + other.paperCount) + (into.kind === other.kind ? SAME_KIND : 0);
    const key = first.term * terms.length + second.term;
    const known = found.get(key);
    if (known && WEIGHTS[known.reason] >= WEIGHTS[reason]) return;
    found.set(key, { into, other, reason, forms: [first.form, second.form], score });
  };
  for (const [reason, keysOf] of BY_KEY) {
    for (const bucket of buckets(entries, keysOf))
      inPairs(bucket.slice(0, together), (a, b) => add(reason, a, b));
  }
  // A term with a long name is known by it already, whatever it is called in short.
  const names = entries.filter(({ term, form }) => terms[term]!.name === form);
  const short = bucketsByKey(names, (form) => listed(acronymKey(form)));
  for (const [key, longs] of bucketsByKey(entries, (form) => (acronymKey(form) ? [] : initialKeys(form)))) {
    if (key.length < TELLING && longs.length > 1) continue;
    for (const a of (short.get(key) ?? []).slice(0, together)) {
      for (const b of longs.slice(0, together)) add('acronym', a, b);
    }
  }
  const whole = bucketsByKey(entries, (form) => listed(stemKey(form)));
  for (const entry of entries) {
    const rest = shortenedKey(entry.form);
    for (const other of (rest === null ? [] : (whole.get(rest) ?? [])).slice(0, together))
      add('generic', entry, other);
  }
  for (const [a, b] of nearSpellings(entries.map(({ form }) => lettersOf(form)))) {
    const [one, other] = [entries[a]!, entries[b]!];
    if (singleLetters(one.form) === singleLetters(other.form)) add('near', one, other);
  }
  return [...found.values()].sort(byScore);
}

/** Q-network is no misspelt network. */
const singleLetters = (form: string): string =>
  contentWords(form)
    .filter((word) => word.length === 1)
    .join(' ');

const listed = (key: string | null): string[] => (key === null || key === '' ? [] : [key]);

/** What forms with the same key are, each a way to look the same. */
const BY_KEY: readonly (readonly [Reason, (form: string) => string[]])[] = [
  ['spelling', (form) => listed(lettersOf(form))],
  ['ending', (form) => listed(stemKey(form))],
  ['order', (form) => listed(orderKey(form))],
  ['shared', (form) => [form]],
];

const byScore = (a: LookAlike, b: LookAlike): number =>
  b.score - a.score || (a.into.id + a.other.id < b.into.id + b.other.id ? -1 : 1);

const haveWordInCommon = (a: string, b: string): boolean => {
  const others = contentWords(b);
  return contentWords(a).some((word) => others.some((other) => saysTheSame(word, other)));
};

function bucketsByKey(entries: readonly Entry[], keysOf: (form: string) => string[]): Map<string, Entry[]> {
  const found = new Map<string, Entry[]>();
  for (const entry of entries) {
    for (const key of keysOf(entry.form)) {
      const bucket = found.get(key);
      if (bucket) bucket.push(entry);
      else found.set(key, [entry]);
    }
  }
  return found;
}

const buckets = (entries: readonly Entry[], keysOf: (form: string) => string[]): Entry[][] =>
  [...bucketsByKey(entries, keysOf).values()].filter(({ length }) => length > 1);

function inPairs<T>(items: readonly T[], work: (a: T, b: T) => void): void {
  for (const [i, a] of items.entries()) for (const b of items.slice(i + 1)) work(a, b);
}
