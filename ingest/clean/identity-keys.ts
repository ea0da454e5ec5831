import type { Document } from '../record.ts';
import { foldedWords, foldText } from './fold-text.ts';
import { isGenericTitle } from './generic-titles.ts';
import { hashId } from './hash-id.ts';

/** A titled paper's abstract of fewer words ("No abstract available.") doesn't identify it. */
const MIN_TELLING_ABSTRACT_WORDS = 16;

export type IdentityFacts = Pick<
  Document,
  'title' | 'abstract' | 'year' | 'authors' | 'doi' | 'arxivId' | 'pubmedId'
> & { id?: string | undefined };

/** Indexes whose own numbers are good everywhere; any other id is good in its own file at most. */
const INDEX_ID = /^(?:openalex|s2):\S+$/;

/**
 * Everything that identifies a paper, sorted: `doi:…`, `arxiv:…`, `pubmed:…`, an index's own number
 * (`openalex:…`, `s2:…`), `title:hash`, `abstract:hash`.
 * Papers that share a key are taken for the same one. The title's key of a generic title carries year and
 * first author too, or where one is unknown the abstract.
 */
export function identityKeys(facts: IdentityFacts): string[] {
  const keys: string[] = [];
  if (facts.doi) keys.push(`doi:${facts.doi}`);
  if (facts.arxivId) keys.push(`arxiv:${facts.arxivId}`);
  if (facts.pubmedId) keys.push(`pubmed:${facts.pubmedId}`);
  if (facts.id && INDEX_ID.test(facts.id)) keys.push(facts.id);
  const title = foldText(facts.title ?? '');
  const words = foldedWords(facts.abstract ?? '');
  const abstract = words.join('');
  if (title) keys.push(`title:${hashId(title + titleEvidence(facts, abstract))}`);
  if (abstract && (!title || words.length >= MIN_TELLING_ABSTRACT_WORDS)) {
    keys.push(keyOfFolded(abstract));
  }
  return keys.sort();
}

/** `abstract:hash`. */
export const abstractKey = (abstract: string): string => keyOfFolded(foldText(abstract));

const keyOfFolded = (abstract: string): string => `abstract:${hashId(abstract)}`;

function titleEvidence(facts: IdentityFacts, abstract: string): string {
  if (!isGenericTitle(facts.title!)) return '';
  const surname = foldText(facts.authors[0]?.split(/\s+/).at(-1) ?? '');
  return facts.year !== null && surname ? `|${facts.year}|${surname}` : `|${abstract}`;
}

/** Who registers preprints; a DOI of anyone else is the published one's. */
const PREPRINT_REGISTRANTS = new Set(
  '10.1101 10.2139 10.5281 10.20944 10.21203 10.26434 10.31219 10.31234 10.36227 10.48550'.split(' '),
);

/** Orders DOIs of one paper, best first: published before preprint, then by code point. */
export function compareDois(a: string, b: string): number {
  return Number(isPreprintDoi(a)) - Number(isPreprintDoi(b)) || (a < b ? -1 : a > b ? 1 : 0);
}

export function isPreprintDoi(doi: string): boolean {
  return PREPRINT_REGISTRANTS.has(doi.slice(0, doi.indexOf('/')));
}

const STRENGTH = ['doi:', 'arxiv:', 'pubmed:', 'openalex:', 's2:', 'title:', 'abstract:'] as const;

/** Id of the paper with these keys: the hash of the strongest. Throws nothing; no keys give the hash of ''. */
export function paperId(keys: readonly string[]): string {
  for (const prefix of STRENGTH) {
    const values = keys.filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length));
    if (values.length === 0) continue;
    const [best] = prefix === 'doi:' ? values.sort(compareDois) : values.sort();
    return hashId(prefix + best);
  }
  return hashId('');
}
