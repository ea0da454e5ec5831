export interface Size {
  /** Characters as JSON writes it, about. */
  length: number;
  /** Of lists and maps in each other; 0 for what holds nothing. */
  depth: number;
}

/** Enough for most numbers, and a comma. */
const SCALAR_LENGTH = 8;
const FRAME = 3;

/** Measures plain data without recursion, since it may nest deeper than the stack; gives up past either bound. */
export function sizeOf(value: unknown, most: Size): Size {
  const size: Size = { length: 0, depth: 0 };
  const waiting: { holder: object; depth: number }[] = [];
  const meet = (one: unknown, depth: number): boolean => {
    if (typeof one === 'string') size.length += one.length + FRAME;
    else if (typeof one !== 'object' || one === null) size.length += SCALAR_LENGTH;
    else {
      size.length += FRAME;
      size.depth = Math.max(size.depth, depth + 1);
      waiting.push({ holder: one, depth: depth + 1 });
    }
    return size.length <= most.length && size.depth <= most.depth;
  };
  let goesOn = meet(value, 0);
  while (goesOn) {
    const next = waiting.pop();
    if (!next) break;
    const { holder, depth } = next;
    if (Array.isArray(holder)) goesOn = holder.every((held) => meet(held, depth));
    else {
      goesOn = Object.entries(holder).every(([key, held]) => {
        size.length += key.length + FRAME;
        return meet(held, depth);
      });
    }
  }
  return size;
}
