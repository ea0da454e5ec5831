/** Tags as people write them: case and form of a letter count for how a tag looks, not for which it is. */

const keyOf = (tag: string): string => tag.normalize('NFC').toLowerCase();

export const isSameTag = (one: string, other: string): boolean => keyOf(one) === keyOf(other);

/** Each once, as first written, in order. */
export function distinctTags(tags: readonly string[]): string[] {
  const first = new Map<string, string>();
  for (const tag of tags) if (!first.has(keyOf(tag))) first.set(keyOf(tag), tag.normalize('NFC'));
  return [...first.values()];
}

/** How often each stands there, commonest first; of spellings the commonest, then the first. */
export function countTags(tags: readonly string[]): { tag: string; count: number }[] {
  const spellings = new Map<string, Map<string, number>>();
  for (const tag of tags) {
    const ofKey = spellings.get(keyOf(tag)) ?? new Map<string, number>();
    spellings.set(keyOf(tag), ofKey.set(tag, (ofKey.get(tag) ?? 0) + 1));
  }
  return [...spellings.values()]
    .map((ofKey) => ({
      tag: [...ofKey].reduce((best, next) => (next[1] > best[1] ? next : best))[0],
      count: [...ofKey.values()].reduce((sum, count) => sum + count),
    }))
    .sort((one, other) => other.count - one.count || (one.tag < other.tag ? -1 : 1));
}
