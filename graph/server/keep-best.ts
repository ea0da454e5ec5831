/** Adds it at its place in the best so many, unless those are all better: to sort all takes long where thousands are found. */
export function keepBest<Item>(
  best: Item[],
  item: Item,
  atMost: number,
  inOrder: (a: Item, b: Item) => number,
): void {
  const isFull = best.length >= atMost;
  if (isFull && inOrder(item, best.at(-1)!) >= 0) return;
  if (isFull) best.pop();
  let at = best.length;
  while (at > 0 && inOrder(item, best[at - 1]!) < 0) at -= 1;
  best.splice(at, 0, item);
}
