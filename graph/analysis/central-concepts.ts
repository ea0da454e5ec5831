import type { ConceptGraph } from './concept-graph.ts';
import { compareIds } from './paper-concept-graph.ts';

/** For each theme the ids of the `most` concepts with the greatest weight of ties inside it. */
export function centralConcepts(
  graph: ConceptGraph,
  themeOf: ReadonlyMap<string, number>,
  themes: number,
  most: number,
): string[][] {
  const inner = new Map<string, number>([...themeOf.keys()].map((id) => [id, 0]));
  graph.forEachEdge((_, { weight }, a, b) => {
    const theme = themeOf.get(a);
    if (theme === undefined || theme !== themeOf.get(b)) return;
    inner.set(a, inner.get(a)! + weight);
    inner.set(b, inner.get(b)! + weight);
  });
  const members = Array.from({ length: themes }, (): string[] => []);
  for (const [id, theme] of themeOf) members[theme]!.push(id);
  return members.map((ids) =>
    ids.sort((a, b) => inner.get(b)! - inner.get(a)! || compareIds(a, b)).slice(0, most),
  );
}
