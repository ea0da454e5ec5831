import { stemWord } from './porter.ts';

const DETERMINERS = new Set(
  'a an the our this that these those its their his her some such any each all both my your one'.split(' '),
);

/** A term as the scorer compares it: lower case, no leading determiner, punctuation folded, words stemmed. */
export function normaliseTerm(term: string): string {
  const words = term.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const first = words.findIndex((word) => !DETERMINERS.has(word));
  const kept = first === -1 ? words.slice(-1) : words.slice(first);
  return kept.map(stemWord).join(' ');
}

/** Unique normalised terms; empty ones left out. */
export function normaliseTerms(terms: Iterable<string>): Set<string> {
  const unique = new Set<string>();
  for (const term of terms) unique.add(normaliseTerm(term));
  unique.delete('');
  return unique;
}
