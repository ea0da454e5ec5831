const ENDING = /(?:isation|ization|ation|ator|ition|ion|ing|ive|ed|er|or|al|es|e|s)$/;
const SHORTEST_STEM = 4;

/** Cuts endings off a lower-case word while four letters stay: estimation, estimators and estimate meet. */
export function stem(word: string): string {
  let text = word;
  for (;;) {
    const shorter = text.replace(ENDING, '');
    if (shorter === text || shorter.length < SHORTEST_STEM) return text;
    text = shorter;
  }
}
