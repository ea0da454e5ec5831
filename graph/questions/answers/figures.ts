import { fold } from '../tokens.ts';
import { singular, stem } from '../word-forms.ts';

const NUMBER_WORDS: Readonly<Record<string, number>> = Object.fromEntries(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'
    .split(' ')
    .map((word, n) => [word, n]),
);
const MORE: Readonly<Record<string, number>> = {
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
  hundred: 100,
  thousand: 1000,
};
const SCALES: Readonly<Record<string, number>> = {
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  k: 1e3,
  m: 1e6,
  b: 1e9,
};
/** Words that may stand between a number and what is counted. */
const REACH = 4;

/** The number that a word or numeral says; null where it says none. */
export function numberOf(word: string): number | null {
  const folded = fold(word);
  const known = NUMBER_WORDS[folded] ?? MORE[folded];
  if (known !== undefined) return known;
  return /^\d{1,3}(?:,\d{3})+$|^\d+(?:\.\d+)?$/.test(folded) ? Number(folded.replaceAll(',', '')) : null;
}

/** How many of something a sentence says there are: `324 scientific law discovery tasks`. */
export function countOf(sentence: string, counted: string): number | null {
  const nouns = fold(counted).split(/[\s-]+/);
  const head = singular(nouns.at(-1)!);
  const words = sentence.match(/\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?|[\p{L}-]+|[.;:()]/gu) ?? [];
  for (const [at, word] of words.entries()) {
    const n = numberOf(word);
    if (n === null) continue;
    const scale = SCALES[fold(words[at + 1] ?? '').replace(/^-/, '')];
    const from = at + 1 + (scale ? 1 : 0);
    for (let i = from; i < Math.min(words.length, from + REACH + 1); i++) {
      const next = words[i]!;
      if (
        /[.;:()]/.test(next) ||
        (i > from && numberOf(next) !== null) ||
        /^(?:and|of|in|on|with|for|to|by|from)$/i.test(next)
      )
        break;
      if (
        singular(fold(next).replace(/^-/, '')) === head &&
        (nouns.length === 1 ||
          words.slice(from, i).some((one) =>
            fold(one)
              .split('-')
              .some((each) => stem(each) === stem(nouns[0]!)),
          ))
      ) {
        return portionOf(words, at) ?? n * (scale ?? 1);
      }
    }
  }
  return null;
}

/** `68 of the 32,000 edges`: the 68. */
function portionOf(words: readonly string[], at: number): number | null {
  const of = words.slice(Math.max(0, at - 2), at).findIndex((word) => /^of$/i.test(word));
  if (of < 0) return null;
  return numberOf(words[Math.max(0, at - 2) + of - 1] ?? '');
}

/** The share or score that stands right behind a name: `GPT-4.5 … (74.7%)`. */
export function figureBehind(sentence: string, end: number): string | null {
  const near = /^[^;.]{0,60}?[(\s]([+−-]?\d+(?:\.\d+)?\s?\\?%)/.exec(sentence.slice(end));
  return near?.[1]?.replace('\\', '') ?? null;
}

const FIGURE =
  /(?:up to |over |more than |at least |around |about |~|≈)?[+−-]?\$?\d[\d,]*(?:\.\d+)?(?:\s?(?:\\?%|percent(?:age points?)?|points?|x\b|×|-fold|times\b|million|billion|[MBK]\b))?/gi;
const NAME_BEFORE =
  /(?:^|[\s(])((?:\p{Lu}[\p{L}\p{N}.+-]*|\p{L}+\d[\p{L}\p{N}.+-]*)(?:\s(?:\p{Lu}[\p{L}\p{N}.+-]*|\d+(?:\.\d+)?[BM]?))*)[^.;()]{0,60}[\s(]*$/u;

/** The figures of a sentence with the unit behind them, those that are part of a name set aside. */
export function figuresOf(sentence: string): string[] {
  const found: string[] = [];
  for (const match of sentence.matchAll(FIGURE)) {
    const before = sentence[match.index - 1] ?? ' ';
    const after = sentence[match.index + match[0].length] ?? ' ';
    if (/[\p{L}\p{N}.-]/u.test(before) || (/[\p{L}]/u.test(after) && !/\s$/.test(match[0]))) continue;
    found.push(match[0].trim().replace(/,$/, '').replaceAll('\\', ''));
  }
  return found;
}

/** Of a sentence about the best, who that is and with which figure: `GPT-4.5, 74.7%`; null where it doesn't say. */
export function bestOf(sentence: string): string | null {
  const cue = /\b(?:highest|best|top|outperform\w*|state-of-the-art|strongest|leading)\b/i.exec(sentence);
  if (!cue) return null;
  const figure =
    /[(\s]([+-]?\d+(?:\.\d+)?\s?\\?%)/.exec(sentence.slice(cue.index)) ??
    /[(\s]([+-]?\d+(?:\.\d+)?)[)\s]/.exec(sentence.slice(cue.index));
  const name = NAME_BEFORE.exec(sentence.slice(0, cue.index))?.[1];
  if (!name || !figure) return null;
  return `${name}, ${figure[1]!.replace('\\', '')}`;
}
