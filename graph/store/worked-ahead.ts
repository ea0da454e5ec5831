/** What `work` makes of each value, in their order; so many are under way while one that is ready is looked at. */
export async function* workedAhead<T, R>(
  values: AsyncIterable<T>,
  work: (value: T) => Promise<R>,
  ahead = 2,
): AsyncGenerator<R> {
  const underway: Promise<R>[] = [];
  for await (const value of values) {
    const made = work(value);
    // It is told when its turn comes, and to nobody where one before it was the last that was wanted.
    made.catch(() => {});
    underway.push(made);
    if (underway.length > ahead) yield await underway.shift()!;
  }
  for (const made of underway) yield await made;
}
