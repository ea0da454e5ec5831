import type { Item } from './items.ts';
import type { Target } from './plan.ts';
import { fold } from './tokens.ts';
import { type Known, type KnownConcept, misspelt, namedSo, type Vocabulary } from './vocabulary.ts';
import { isCased, keyOf } from './word-forms.ts';

const MOST_FORMS = 30;

/** Names that stand for each other inside a longer one: `offline reinforcement learning`, `offline RL`. */
function rewordings(form: string, vocabulary: Vocabulary): string[] {
  const words = form.split(/\s+/);
  const found: string[] = [];
  for (let from = 0; from < words.length; from++) {
    for (let to = from + 1; to <= words.length; to++) {
      if (to - from === words.length) continue;
      const part = words.slice(from, to).join(' ');
      if (to - from === 1 && !isCased(part)) continue;
      for (const one of namedSo(vocabulary, part)) {
        if (one.is !== 'concept') continue;
        const others = [one.name, ...one.aliases].filter((name) => keyOf(name) !== keyOf(part));
        for (const other of others.filter((name) => isCased(name) !== isCased(part))) {
          found.push([...words.slice(0, from), other, ...words.slice(to)].join(' '));
        }
      }
    }
  }
  return found;
}

/** What texts may call it. Short forms in capitals mean other things elsewhere, so only the one that was typed counts. */
function formsFor(concepts: readonly KnownConcept[], typed: string, vocabulary: Vocabulary): string[] {
  const names = concepts.flatMap(({ name, aliases }) => [name, ...aliases]);
  const own = names.filter(
    (name) => !isCased(name) || keyOf(name) === keyOf(typed) || concepts.some((one) => one.name === name),
  );
  const forms = [typed, ...own];
  return distinct([...forms, ...forms.flatMap((form) => rewordings(form, vocabulary))]).slice(0, MOST_FORMS);
}

/** Of forms that are found by the same pattern, the first. */
function distinct(forms: readonly string[]): string[] {
  const seen = new Set<string>();
  return forms.filter((form) => {
    const key = `${isCased(form) ? form : ''}|${keyOf(form)}`;
    return form.length > 1 && !seen.has(key) && Boolean(seen.add(key));
  });
}

export function conceptTarget(
  concepts: readonly KnownConcept[],
  typed: string,
  vocabulary: Vocabulary,
): Target {
  // A name that is written in capitals is not what the same letters mean in small ones.
  const name = concepts[0]!.name;
  const said = isCased(name) && !isCased(typed) ? name : typed;
  return {
    is: 'concept',
    ids: concepts.map(({ id }) => id),
    name,
    forms: formsFor(concepts, said, vocabulary),
    kind: concepts[0]!.kind,
  };
}

export const wordsTarget = (typed: string, vocabulary: Vocabulary): Target => ({
  is: 'words',
  name: typed,
  forms: distinct([typed, ...rewordings(typed, vocabulary)]).slice(0, MOST_FORMS),
});

/** A word or phrase that must be looked for in the texts before the question can be read. */
export interface Candidate {
  phrase: string;
  target: Target;
}

/** Neighbours that may be one phrase, and single words that no name has. */
export function candidatesOf(items: readonly Item[], vocabulary: Vocabulary): Candidate[] {
  const phrases = new Set<string>();
  for (const run of runsOf(items)) {
    if (run.length > 1) phrases.add(run.map(({ text }) => text).join(' '));
    for (const item of run) if (item.t === 'unknown') phrases.add(item.text);
  }
  return [...phrases].map((phrase) => ({ phrase, target: wordsTarget(phrase, vocabulary) }));
}

/** Stretches of names and unknown words with nothing between them. */
function runsOf(items: readonly Item[]): Item[][] {
  const runs: Item[][] = [];
  let run: Item[] = [];
  const end = (): void => {
    if (run.length > 0) runs.push(run);
    run = [];
  };
  for (const item of items) {
    if (!isPart(item)) {
      end();
      continue;
    }
    if (item.afterComma) end();
    run.push(item);
  }
  end();
  return runs;
}

const isPart = (item: Item): boolean =>
  (item.t === 'unknown' && !item.quoted) ||
  (item.t === 'named' && !item.quoted && item.known.some(({ is }) => is === 'concept'));

/** A part of the question after its phrases were looked for. */
/** `loose`: stands right behind another part, and no text has the two as one phrase. */
export type Settled = { loose?: boolean } & (
  | Exclude<Item, { t: 'named' | 'unknown' }>
  | (Omit<Extract<Item, { t: 'named' }>, 'known'> & { t: 'named'; known: readonly Known[]; quoted: boolean })
  | {
      t: 'words';
      from: number;
      to: number;
      text: string;
      afterComma: boolean;
      target: Target;
      absent: boolean;
      quoted: boolean;
      meant: string[];
    }
);

/**
 * Joins neighbours to the phrases that texts have, and puts names in the place of misspelt words. `found` tells of
 * each candidate in how many papers it stands.
 */
export function settle(
  items: readonly Item[],
  found: ReadonlyMap<string, number>,
  vocabulary: Vocabulary,
): Settled[] {
  const settled: Settled[] = [];
  const stands = (phrase: string): boolean => (found.get(phrase) ?? 0) > 0;
  const joined = new Map<Item, Settled[]>();
  for (const run of runsOf(items)) {
    const phrase = run.map(({ text }) => text).join(' ');
    const whole = { from: run[0]!.from, to: run.at(-1)!.to, text: phrase, afterComma: run[0]!.afterComma };
    const words = (
      text: string,
      absent: boolean,
      item: Item | typeof whole,
      meant: string[] = [],
    ): Settled => ({
      from: item.from,
      to: item.to,
      text,
      afterComma: item.afterComma,
      t: 'words',
      target: wordsTarget(text, vocabulary),
      absent,
      quoted: false,
      meant,
    });
    if (run.length > 1 && stands(phrase)) {
      joined.set(run[0]!, [words(phrase, false, whole)]);
      for (const item of run.slice(1)) joined.set(item, []);
      continue;
    }
    const guess = run.length > 1 || run[0]!.t === 'unknown' ? misspelt(vocabulary, phrase) : [];
    if (guess[0]?.sure && run.some((item) => item.t === 'unknown' && !stands(item.text))) {
      joined.set(run[0]!, [
        { ...whole, t: 'named', known: namedSo(vocabulary, guess[0].name), quoted: false },
      ]);
      for (const item of run.slice(1)) joined.set(item, []);
      continue;
    }
    if (
      run.length > 1 &&
      run.every((item) => item.t === 'unknown' && !stands(item.text) && /^\p{Lu}/u.test(item.text))
    ) {
      joined.set(run[0]!, [words(phrase, true, whole)]);
      for (const item of run.slice(1)) joined.set(item, []);
      continue;
    }
    for (const item of run) {
      if (item.t !== 'unknown') continue;
      const near = stands(item.text) ? [] : misspelt(vocabulary, item.text);
      if (near[0]?.sure)
        joined.set(item, [{ ...item, t: 'named', known: namedSo(vocabulary, near[0].name), quoted: false }]);
      else
        joined.set(item, [
          words(
            item.text,
            !stands(item.text),
            item,
            near.map(({ name }) => name),
          ),
        ]);
    }
  }
  const loose = new Set(runsOf(items).flatMap((run) => run.slice(1)));
  for (const item of items) {
    const instead = joined.get(item);
    if (instead) settled.push(...instead.map((one) => (loose.has(item) ? { ...one, loose: true } : one)));
    else if (loose.has(item) && item.t === 'named') settled.push({ ...item, loose: true });
    else if (item.t === 'unknown')
      settled.push({
        ...item,
        t: 'words',
        target: wordsTarget(item.text, vocabulary),
        absent: false,
        meant: [],
      });
    else settled.push(item);
  }
  return settled;
}

/** Whether a misspelt word was put right: the name is not what was typed. */
export const wasMisspelt = (item: Settled): boolean =>
  item.t === 'named' &&
  item.known.every(
    (one) =>
      keyOf(one.name) !== keyOf(item.text) &&
      !(one.is === 'concept' && one.aliases.some((alias) => keyOf(alias) === keyOf(item.text))),
  ) &&
  fold(item.text) !== '' &&
  item.known.some(({ is }) => is === 'concept');
