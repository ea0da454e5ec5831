import model from 'wink-eng-lite-web-model';
import winkNLP, { type PartOfSpeech } from 'wink-nlp';
import { forgetNewWords } from './forget-new-words.ts';

/** A word as the eye sees it: hyphenated compounds are one. Offsets are UTF-16 units of the field's text. */
export interface Word {
  start: number;
  end: number;
  text: string;
  lower: string;
  /** Universal part of speech; of a hyphenated compound, that of its last part. */
  tag: PartOfSpeech;
}

export interface Sentence {
  start: number;
  end: number;
  words: Word[];
  /** Most Words Are Capitalised: a capital says nothing there. */
  titleCase: boolean;
}

const nlp = winkNLP(model, ['sbd', 'pos']);
const { its } = nlp;
forgetNewWords(nlp);

const URL = String.raw`(?:https?:\/\/|www\.)[^\s)\]}>"]*[^\s)\]}>".,;:!?]`;
/** Mathematics and commands that a cleaner left: `$\\mathcal{O}(n)$`, `\\emph`. One word, never part of a name. */
const LATEX = String.raw`\$(?!\s)[^$\n]{0,118}[^$\s]\$|\\[A-Za-z]+`;
const DOTTED = String.raw`(?:\p{L}\.){2,}`;
/** A word broken at a line's end keeps its hyphen and a space (`ma- trix`), as PDF text often has it. */
const BROKEN = String.raw`(?:-|\(cid:173\)|\u00ad)\s+(?!(?:and|or|to|versus|as|but|nor|than|the|in|of)\b)(?=\p{Ll})`;
/** Inside a name: `Be.FM`, `Node.js`. */
const INNER_DOT = String.raw`(?<=(?<![\p{L}\p{N}])\p{Lu}\p{L}{0,5})\.(?=\p{Lu}{2}|(?:js|py|ai|io)(?![\p{L}\p{N}]))`;
const LINK = String.raw`(?:${BROKEN}|${INNER_DOT}|[-‐‑–_/&@\u00ad]|(?<=\d)[.,](?=\d)|['’](?=\d|(?!s\b)\p{L}))`;
const WORD = String.raw`[\p{L}\p{N}\p{M}]+(?:${LINK}[\p{L}\p{N}\p{M}]+)*(?:[+#]+(?![\p{L}\p{N}]))?`;
const TOKEN = new RegExp(String.raw`${URL}|${LATEX}|${DOTTED}|${WORD}|['’]s\b|[^\s]`, 'gu');

/** Words with exact offsets, by our own pattern; nothing is normalised. */
function splitWords(text: string): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(TOKEN)) {
    const surface = match[0];
    words.push({
      start: match.index,
      end: match.index + surface.length,
      text: surface,
      lower: surface.toLowerCase(),
      tag: 'X',
    });
  }
  return words;
}

const TITLE_CASE_SHARE = 0.6;
const CAPITALISED = /^\p{Lu}\p{Ll}+$/u;
const LONG_WORD = 4;

function isTitleCase(words: readonly Word[]): boolean {
  const long = words.filter((word) => word.text.length >= LONG_WORD && /^\p{L}/u.test(word.text));
  const capitalised = long.filter((word) => /^\p{Lu}/u.test(word.text));
  return long.length > 1 && capitalised.length >= TITLE_CASE_SHARE * long.length;
}

/** In Title Case nearly all is tagged a name; a lower-cased copy of the same length tags truer. */
function lowerCased(text: string, words: readonly Word[]): string {
  let out = '';
  let at = 0;
  for (const word of words) {
    const plain = word.text.split(/[-‐‑–/]/).every((part) => !/\p{Lu}/u.test(part) || CAPITALISED.test(part));
    const shown = plain && word.lower.length === word.text.length ? word.lower : word.text;
    out += text.slice(at, word.start) + shown;
    at = word.end;
  }
  return out + text.slice(at);
}

interface Tagged {
  tokenStarts: number[];
  tokenTags: PartOfSpeech[];
  /** Where sentences start, rising. */
  breaks: number[];
}

/** wink's tags with the place of each token in the text; tokens that can't be found again are left out. */
function tagText(text: string): Tagged {
  const doc = nlp.readDoc(text);
  const tokens = doc.tokens();
  const values = tokens.out(its.value) as string[];
  const tags = tokens.out(its.pos) as unknown as PartOfSpeech[];
  const tokenStarts: number[] = [];
  const tokenTags: PartOfSpeech[] = [];
  const places: number[] = [];
  let at = 0;
  for (const [i, value] of values.entries()) {
    const found = text.indexOf(value, at);
    places.push(found < 0 ? at : found);
    if (found < 0) continue;
    tokenStarts.push(found);
    tokenTags.push(tags[i] ?? 'X');
    at = found + value.length;
  }
  const spans = doc.sentences().out(its.span) as unknown as [number, number][];
  return { tokenStarts, tokenTags, breaks: spans.map(([first]) => places[first] ?? text.length) };
}

/** What never opens a sentence: a break that falls before it waits for the next word. */
const CLOSING = /^[.,;:!?)\]}”’"%]$/;
const PARAGRAPH = /\n\s*\n/;

/** Sentences of a text with their words tagged. Never throws on odd text; empty text has no sentences. */
export function splitSentences(text: string, isTitle = false): Sentence[] {
  const words = splitWords(text);
  if (words.length === 0) return [];
  const titleCase = isTitle && isTitleCase(words);
  const { tokenStarts, tokenTags, breaks } = tagText(titleCase ? lowerCased(text, words) : text);
  const sentences: Sentence[] = [];
  let current: Word[] = [];
  let token = 0;
  let nextBreak = 0;
  let isBreak = false;
  const close = () => {
    const first = current[0];
    const last = current.at(-1);
    if (first && last) sentences.push({ start: first.start, end: last.end, words: current, titleCase });
    current = [];
  };
  for (const word of words) {
    const previous = current.at(-1);
    if (previous && PARAGRAPH.test(text.slice(previous.end, word.start))) isBreak = true;
    while (nextBreak < breaks.length && breaks[nextBreak]! <= word.start) {
      isBreak = true;
      nextBreak++;
    }
    if (isBreak && !CLOSING.test(word.text)) {
      close();
      isBreak = false;
    }
    while (token < tokenStarts.length && tokenStarts[token]! < word.end) {
      if (tokenStarts[token]! >= word.start) word.tag = tokenTags[token]!;
      token++;
    }
    // A break inside a word is none.
    while (nextBreak < breaks.length && breaks[nextBreak]! < word.end) nextBreak++;
    current.push(word);
  }
  close();
  return sentences;
}
