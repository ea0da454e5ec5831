/** What identifies a paper beyond its text; null where unknown. */
export interface Identifiers {
  /** Lower case, without resolver; never arXiv's own DOI, which is an arXiv id. */
  doi: string | null;
  /** `2401.01234` or `math/0309136`: no version, no subject class. */
  arxivId: string | null;
  /** Digits without leading zeros. */
  pubmedId: string | null;
}

/** Longer than any identifier or address in use; more is not looked at. */
const MAX_IDENTIFIER_LENGTH = 500;

const DOI = /\b10\.\d{4,9}\/[^\s"<>]+/i;
const DOI_SITE = /^(?:https?:\/\/)?(?:www\.)?(?:dx\.)?doi\.org\/|^https?:\/\/[^/\s]+\/doi\//i;
const ARXIV_DOI = /^10\.48550\/arxiv\.(.+)$/;
const ARXIV_SITE = /^(?:https?:\/\/)?(?:[a-z]+\.)?arxiv\.org\/(?:abs|pdf|html|ps|format)\//i;
const NEW_ARXIV = /^(\d{2}(?:0[1-9]|1[0-2])\.\d{4,5})(?:v\d+)?$/;
const OLD_ARXIV = /^([a-z]+(?:-[a-z]+)?)(?:\.[a-z]{2})?\/(\d{7})(?:v\d+)?$/;
const PUBMED = /^(?:pmid:?\s*)?0*([1-9]\d{0,8})$/i;
const PUBMED_SITE =
  /^(?:https?:\/\/)?(?:www\.)?(?:pubmed\.ncbi\.nlm\.nih\.gov|ncbi\.nlm\.nih\.gov\/pubmed)\/0*([1-9]\d{0,8})\b/i;

/** A DOI from a field or address, lower case; null when there is none. */
export function normaliseDoi(text: string): string | null {
  const match = DOI.exec(percentDecoded(text.slice(0, MAX_IDENTIFIER_LENGTH)));
  return match ? trimEnd(match[0].toLowerCase()) : null;
}

/** An arXiv id in either style from a field or an address on arxiv.org; null when there is none. */
export function normaliseArxivId(text: string): string | null {
  const bare = text
    .slice(0, MAX_IDENTIFIER_LENGTH)
    .trim()
    .replace(ARXIV_SITE, '')
    .replace(/^arxiv\s?[:.]\s*/i, '')
    .replace(/[?#].*$/, '')
    .replace(/\s*\[[a-z.-]+\]$/i, '')
    .replace(/(?:\.pdf|\/)$/i, '')
    .toLowerCase();
  const current = NEW_ARXIV.exec(bare);
  if (current) return current[1]!;
  const old = OLD_ARXIV.exec(bare);
  return old ? `${old[1]}/${old[2]}` : null;
}

export function normalisePubmedId(text: string): string | null {
  const short = text.slice(0, MAX_IDENTIFIER_LENGTH).trim();
  return (PUBMED.exec(short) ?? PUBMED_SITE.exec(short))?.[1] ?? null;
}

/** All identifiers that the fields and the address give; a field goes before the address. */
export function identifiersOf(raw: {
  doi?: string | undefined;
  arxivId?: string | undefined;
  pubmedId?: string | undefined;
  url?: string | undefined;
}): Identifiers {
  const { url = '' } = raw;
  const doi = normaliseDoi(raw.doi ?? '') ?? (DOI_SITE.test(url) ? normaliseDoi(url) : null);
  const arxivDoi = doi === null ? undefined : ARXIV_DOI.exec(doi)?.[1];
  return {
    doi: arxivDoi === undefined ? doi : null,
    arxivId:
      normaliseArxivId(raw.arxivId ?? '') ??
      normaliseArxivId(arxivDoi ?? '') ??
      (ARXIV_SITE.test(url) ? normaliseArxivId(url) : null),
    pubmedId:
      normalisePubmedId(raw.pubmedId ?? '') ?? (PUBMED_SITE.test(url) ? normalisePubmedId(url) : null),
  };
}

/** The identity key of a cited work (`doi:…`, `arxiv:…`, `pubmed:…`); the text itself when it is another id. */
export function citationKey(cited: string): string | null {
  const text = cited.trim();
  if (text === '' || text.length > MAX_IDENTIFIER_LENGTH) return null;
  const named = /^(?:doi|arxiv|pubmed|pmid):\s*(.+)$/i.exec(text)?.[1] ?? text;
  if (/^(?:pubmed|pmid):/i.test(text)) {
    const pubmedId = normalisePubmedId(named);
    return pubmedId ? `pubmed:${pubmedId}` : null;
  }
  const { doi, arxivId } = identifiersOf({ doi: named, arxivId: named, url: named });
  if (doi) return `doi:${doi}`;
  return arxivId ? `arxiv:${arxivId}` : text;
}

function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Drops the sentence's punctuation and brackets that the identifier didn't open. */
function trimEnd(doi: string): string {
  let end = doi.length;
  for (; end > 0; end -= 1) {
    const char = doi[end - 1]!;
    const bracket = ')]}'.indexOf(char);
    if (bracket >= 0) {
      const kept = doi.slice(0, end);
      if (kept.split('([{'[bracket]!).length >= kept.split(char).length) break;
    } else if (!'.,;:\'"'.includes(char)) break;
  }
  return doi.slice(0, end);
}
