/**
 * Links that shared terms draw between papers: one for each term and each pair of papers that have it. The
 * figure that matters most for a graph.
 */
export function drawLinks(termsByPaper: readonly { id: string; terms: ReadonlySet<string> }[]): Set<string> {
  const papersByTerm = new Map<string, string[]>();
  for (const { id, terms } of termsByPaper) {
    for (const term of terms) {
      const papers = papersByTerm.get(term);
      if (papers) papers.push(id);
      else papersByTerm.set(term, [id]);
    }
  }
  const links = new Set<string>();
  for (const [term, papers] of papersByTerm) {
    papers.forEach((from, at) => {
      for (const to of papers.slice(at + 1)) links.add(JSON.stringify([term, from, to]));
    });
  }
  return links;
}
