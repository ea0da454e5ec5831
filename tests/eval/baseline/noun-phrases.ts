import model from 'wink-eng-lite-web-model';
import winkNLP, { type PartOfSpeech } from 'wink-nlp';

const nlp = winkNLP(model, ['sbd', 'pos']);
const { its } = nlp;

const HEADS: ReadonlySet<PartOfSpeech> = new Set(['NOUN', 'PROPN']);

export interface Bounds {
  start: number;
  end: number;
}

/** Runs of adjectives and nouns that end in a noun, hyphens inside allowed: the usual pattern over tags as they come. */
export function patternPhrases(text: string): Bounds[] {
  const phrases: Bounds[] = [];
  let start = -1;
  let end = -1;
  const close = (): void => {
    if (end > start && start >= 0) phrases.push({ start, end });
    start = end = -1;
  };
  const tokens = nlp.readDoc(text).tokens();
  const values = tokens.out(its.value) as string[];
  const tags = tokens.out(its.pos) as unknown as PartOfSpeech[];
  let at = 0;
  for (const [i, value] of values.entries()) {
    const from = text.indexOf(value, at);
    // wink rewrites a few characters; what can't be found again ends a phrase.
    if (from < 0) {
      close();
      continue;
    }
    const isInside = value === '-' && from === at && start >= 0;
    at = from + value.length;
    if (isInside) continue;
    const isHead = HEADS.has(tags[i]!);
    if (!isHead && tags[i] !== 'ADJ') {
      close();
      continue;
    }
    if (start < 0) start = from;
    if (isHead) end = at;
  }
  close();
  return phrases;
}
