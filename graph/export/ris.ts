import { paperLabel } from '../schema.ts';
import {
  type CitedPaper,
  citedPapers,
  printable,
  type VenueSort,
  venueSort,
  webAddress,
} from './cited-paper.ts';
import type { GraphSource } from './graph-source.ts';

const TYPES: Readonly<Record<VenueSort, string>> = {
  journal: 'JOUR',
  meeting: 'CPAPER',
  preprint: 'UNPB',
  unknown: 'GEN',
};

/** RIS, as EndNote, Zotero and Mendeley read it: an entry for each paper of a graph. Streams. */
export async function* exportRis(graph: GraphSource): AsyncGenerator<string> {
  for await (const paper of citedPapers(graph)) yield risEntry(paper);
}

/** Ends in an empty line. */
export function risEntry(paper: CitedPaper): string {
  const fields: [string, string | null][] = [
    ['TY', TYPES[venueSort(paper.venue)]],
    ['ID', paper.id],
    ['TI', paper.title ?? paperLabel(paper)],
    ...paper.authors.map((author): [string, string] => ['AU', author]),
    ['PY', paper.year === null ? null : String(paper.year)],
    [venueSort(paper.venue) === 'journal' ? 'JO' : 'T2', paper.venue],
    ['DO', paper.doi],
    ['AN', paper.arxivId && `arXiv:${paper.arxivId}`],
    ['UR', webAddress(paper.url)],
  ];
  const lines = fields.flatMap(([tag, value]) => {
    const text = value === null ? '' : printable(value);
    return text === '' ? [] : [`${tag}  - ${text}\r\n`];
  });
  return `${lines.join('')}ER  - \r\n\r\n`;
}
