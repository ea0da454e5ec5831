/** Tags as they are typed. Pure. */
import { DIRECTION_MARKS } from '../../../graph/schema.ts';

const keyOf = (tag: string): string => tag.normalize('NFC').toLowerCase();

/** Control characters, and marks that turn the direction of text, which no tag may have. */
const UNFIT = new RegExp(`[\\p{Cc}\\p{Cs}${DIRECTION_MARKS}]`, 'gu');

/** The tags with those that are typed, between commas, each once; one in use is written as it is there. */
export function addedTags(tags: readonly string[], typed: string, known: readonly string[]): string[] {
  const all = new Map(tags.map((tag) => [keyOf(tag), tag]));
  const spelling = new Map(known.map((tag) => [keyOf(tag), tag]));
  for (const part of typed.split(',')) {
    const tag = part.replace(UNFIT, '').trim();
    if (tag !== '' && !all.has(keyOf(tag))) all.set(keyOf(tag), spelling.get(keyOf(tag)) ?? tag);
  }
  return [...all.values()];
}
