/** A paper as lists of references name it, whatever their format. */
import type { PaperProperties } from '../schema.ts';
import { type GraphSource, isLabelled, numberIn, textIn, textsIn } from './graph-source.ts';

/** What an entry is made of. */
export type CitedPaper = Pick<
  PaperProperties,
  'id' | 'title' | 'abstract' | 'authors' | 'year' | 'venue' | 'doi' | 'arxivId' | 'url'
>;

/** The papers among a graph's nodes, in their order. */
export async function* citedPapers(graph: GraphSource): AsyncGenerator<CitedPaper> {
  for await (const node of graph.nodes()) {
    if (!isLabelled(node, 'Paper')) continue;
    const { properties: p } = node;
    yield {
      id: node.id,
      title: textIn(p.title),
      abstract: textIn(p.abstract),
      authors: textsIn(p.authors),
      year: numberIn(p.year),
      venue: textIn(p.venue),
      doi: textIn(p.doi),
      arxivId: textIn(p.arxivId),
      url: textIn(p.url),
    };
  }
}

const JOURNAL =
  /journal|transactions|letters|review|annals|nature|science|plos|magazine|quarterly|bulletin|archives|acta|biometrika|physica|frontiers|cell\b|lancet|jmlr|tmlr|tpami|pnas|ieee access|machine learning$/i;
const MEETING =
  /proceedings|conference|workshop|symposium|meeting|congress|advances in neural|\b(?:nips|neurips|icml|iclr|acl|emnlp|naacl|eacl|coling|cvpr|iccv|eccv|aistats|colt|uai|acml|aaai|ijcai|kdd|sigir|www|chi|interspeech|icassp|icra|iros|vldb|sigmod|focs|stoc|soda)\b/i;
const PREPRINT = /\b(?:arxiv|biorxiv|medrxiv|preprint|ssrn)\b/i;

export type VenueSort = 'preprint' | 'meeting' | 'journal' | 'unknown';

/** What a venue's name tells of it; input seldom says more. */
export function venueSort(venue: string | null): VenueSort {
  if (venue === null) return 'unknown';
  if (PREPRINT.test(venue)) return 'preprint';
  if (MEETING.test(venue)) return 'meeting';
  return JOURNAL.test(venue) ? 'journal' : 'unknown';
}

/** One line without control characters, direction marks and lone surrogates. */
export const printable = (text: string): string =>
  text
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .replace(/\p{Cs}|\p{Cf}/gu, '')
    .trim();

/** Its address on the web; null for anything else. */
export function webAddress(url: string | null): string | null {
  return url !== null && /^https?:\/\//i.test(url) ? url.replace(/\s/g, encodeURIComponent) : null;
}
