/** Inputs that are begun before the first of them is finished, for each that may be under way at once. */
const AHEAD = 4;

/**
 * Works on many inputs, some at the same time, and gives the results in the order of the inputs. No more than a few
 * inputs are read ahead, however long the first of them takes.
 */
export async function* mapInOrder<I, O>(
  inputs: AsyncIterable<I> | Iterable<I>,
  atOnce: number,
  work: (input: I) => Promise<O>,
): AsyncGenerator<O> {
  const waiting: Promise<O>[] = [];
  const turns: (() => void)[] = [];
  let free = atOnce;
  const begin = async (input: I): Promise<O> => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => turns.push(resolve));
    try {
      return await work(input);
    } finally {
      const next = turns.shift();
      if (next) next();
      else free += 1;
    }
  };
  for await (const input of inputs) {
    const result = begin(input);
    // Where the consumer leaves early nobody awaits this one.
    result.catch(() => {});
    waiting.push(result);
    if (waiting.length >= atOnce * AHEAD) yield await waiting.shift()!;
  }
  while (waiting.length > 0) yield await waiting.shift()!;
}
