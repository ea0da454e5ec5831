/** Where a paper can be read, from its identifiers. Pure. */
import type { PaperDetail } from '../../graph/contract.ts';

export interface PaperLink {
  readonly name: string;
  readonly href: string;
}

/** Only `http` and `https` addresses: whatever a file said, a link never runs code. */
export function safeHref(url: string): string | null {
  try {
    const { protocol, href } = new URL(url);
    return protocol === 'https:' || protocol === 'http:' ? href : null;
  } catch {
    return null;
  }
}

type Identifiers = Pick<PaperDetail, 'doi' | 'arxivId' | 'pubmedId' | 'url'>;

export function paperLinks({ doi, arxivId, pubmedId, url }: Identifiers): PaperLink[] {
  const path = (text: string) => text.split('/').map(encodeURIComponent).join('/');
  const links: PaperLink[] = [];
  if (doi) links.push({ name: `doi ${doi}`, href: `https://doi.org/${path(doi)}` });
  if (arxivId) links.push({ name: `arXiv ${arxivId}`, href: `https://arxiv.org/abs/${path(arxivId)}` });
  if (pubmedId)
    links.push({ name: `PubMed ${pubmedId}`, href: `https://pubmed.ncbi.nlm.nih.gov/${path(pubmedId)}/` });
  const href = url ? safeHref(url) : null;
  if (href) links.push({ name: 'Web page', href });
  return links;
}
