import type { PaperText } from '../../literature.ts';
import { contentWords } from '../../words.ts';
import type { Snapshot } from '../snapshot.ts';
import { Numbering } from './numbering.ts';

/** The distinct words of each paper of a snapshot, by number. */
export interface PaperWords {
  readonly words: Numbering;
  readonly ofPaper: readonly Uint32Array[];
  /** In how many papers each word is. */
  readonly papers: Uint32Array;
}

/** Words of title and abstract; a plural `s` is dropped so that forms meet. */
export function paperWords({ source }: Snapshot, papers: readonly PaperText[]): PaperWords {
  const words = new Numbering();
  const ofPaper = Array.from(source, (index) => {
    const { title, abstract } = papers[index]!;
    const found = new Set<number>();
    for (const word of plainWords(`${title ?? ''} ${abstract ?? ''}`)) {
      const number = words.add(word);
      found.add(number);
    }
    return Uint32Array.from(found).sort();
  });
  const counts = new Uint32Array(words.size);
  for (const found of ofPaper) for (const word of found) counts[word]! += 1;
  return { words, ofPaper, papers: counts };
}

export const plainWords = (text: string): string[] =>
  contentWords(text).map((word) =>
    word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word,
  );
