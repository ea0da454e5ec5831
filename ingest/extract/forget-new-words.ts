import { createRequire } from 'node:module';
import type { ItsFunction, WinkMethods } from 'wink-nlp';

/** The tagger's table of words: those it came with, then every new one it has seen. */
interface WordTable {
  lookup(text: string): readonly number[] | null;
  add(text: string, category: number): number;
  intrinsicSize(): number;
}

type Reader = (index: number, data: { cache: WordTable }) => string;

/**
 * Keeps the tagger from cutting a text by words that it saw in earlier texts (once `w.r.t` was a word, `w.r.t.` is cut
 * another way), so that what is found in a document never depends on the documents before it.
 */
export function forgetNewWords(nlp: WinkMethods): void {
  // NOTE: wink-nlp 2.4.0 gives its table only to the readers on this list.
  const allowed = createRequire(import.meta.url)('wink-nlp/src/allowed.js') as { its4tokens: Set<Reader> };
  let table: WordTable | undefined;
  const takeTable: Reader = (_, data) => {
    table = data.cache;
    return '';
  };
  allowed.its4tokens.add(takeTable);
  nlp
    .readDoc('a')
    .tokens()
    .out(takeTable as unknown as ItsFunction<string>);
  allowed.its4tokens.delete(takeTable);
  if (!table) throw new Error('this version of wink-nlp hides its table of words');
  const { lookup, add } = table;
  const known = table.intrinsicSize();
  let isAdding = false;
  table.lookup = (text) => {
    const found = lookup(text);
    return !isAdding && found?.length === 1 && found[0]! >= known ? null : found;
  };
  table.add = (text, category) => {
    isAdding = true;
    const index = add(text, category);
    isAdding = false;
    return index;
  };
}
