import type { PaperText } from '../../literature.ts';
import { contentWords } from '../../words.ts';
import type { Snapshot } from '../snapshot.ts';
import { Numbering } from './numbering.ts';

/** The distinct words of papers, by number. */
export interface PaperWords {
  readonly words: Numbering;
  /** One a paper, rising. */
  readonly ofPaper: readonly Uint32Array[];
}

/** Words of title and abstract; a plural `s` is dropped so that forms meet. */
export function paperWords(papers: readonly PaperText[]): PaperWords {
  const words = new Numbering();
  const ofPaper = papers.map(({ title, abstract }) => {
    const found = new Set<number>();
    for (const word of plainWords(`${title ?? ''} ${abstract ?? ''}`)) found.add(words.add(word));
    return Uint32Array.from(found).sort();
  });
  return { words, ofPaper };
}

/** Words of a snapshot's papers, and in how many of them each is. */
export interface KnownWords extends PaperWords {
  readonly papers: Uint32Array;
}

/** Those of a snapshot's papers only, in their order. */
export function wordsKnown({ words, ofPaper }: PaperWords, { source }: Snapshot): KnownWords {
  const papers = new Uint32Array(words.size);
  const known = Array.from(source, (index) => ofPaper[index]!);
  for (const found of known) for (const word of found) papers[word]! += 1;
  return { words, ofPaper: known, papers };
}

export const plainWords = (text: string): string[] =>
  contentWords(text).map((word) =>
    word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word,
  );
