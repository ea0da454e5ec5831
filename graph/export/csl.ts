import { paperLabel } from '../schema.ts';
import { type CitedPaper, citedPapers, type VenueSort, venueSort, webAddress } from './cited-paper.ts';
import type { GraphSource } from './graph-source.ts';

const TYPES: Readonly<Record<VenueSort, string>> = {
  journal: 'article-journal',
  meeting: 'paper-conference',
  preprint: 'article',
  unknown: 'document',
};

/** CSL JSON (docs.citationstyles.org), as Zotero and pandoc read it: the papers of a graph. Streams. */
export async function* exportCsl(graph: GraphSource): AsyncGenerator<string> {
  let comma = '[';
  for await (const paper of citedPapers(graph)) {
    yield `${comma}\n${JSON.stringify(cslItem(paper))}`;
    comma = ',';
  }
  yield comma === '[' ? '[]\n' : '\n]\n';
}

function cslItem(paper: CitedPaper) {
  const url = webAddress(paper.url);
  return {
    id: paper.id,
    type: TYPES[venueSort(paper.venue)],
    title: paper.title ?? paperLabel(paper),
    ...(paper.authors.length > 0 && { author: paper.authors.map(nameOf) }),
    ...(paper.year !== null && { issued: { 'date-parts': [[paper.year]] } }),
    ...(paper.venue && { 'container-title': paper.venue }),
    ...(paper.doi && { DOI: paper.doi }),
    ...(paper.arxivId && { number: `arXiv:${paper.arxivId}` }),
    ...(url && { URL: url }),
  };
}

/** Only a comma tells surely which part is the family's. */
function nameOf(name: string): { family: string; given: string } | { literal: string } {
  const [family, given, ...more] = name.split(',').map((part) => part.trim());
  return family && given && more.length === 0 ? { family, given } : { literal: name };
}
