const DOI = /\b10\.\d{4,9}\/[^\s"<>{}|\\^`]+/i;
const ARXIV = /(?:^|[^\d.])(\d{4}\.\d{4,5}|[a-z][a-z-]{0,20}(?:\.[A-Z]{2})?\/\d{7})(?:v\d+)?(?!\d)/;
const PUBMED =
  /^(?:https?:\/\/(?:www\.)?(?:pubmed\.ncbi\.nlm\.nih\.gov|ncbi\.nlm\.nih\.gov\/pubmed)\/)?(?:PMID:?\s*|MEDLINE:\s*)?(\d{1,9})\/?$/i;
const OPENALEX = /^(?:https?:\/\/(?:api\.)?openalex\.org\/(?:works\/)?|openalex:)?(W\d{3,})$/i;
/** Identifiers are looked for in so many characters of a text. */
const SEARCHED_CHARACTERS = 2_000;
/** Longest identifier of a source's own that is believed. */
const MAX_OWN_IDENTIFIER = 200;

/** The bare DOI in a text (`https://doi.org/…`, `doi:…`), lower case; null where there is none. */
export function doiOf(text: unknown): string | null {
  if (typeof text !== 'string') return null;
  const match = DOI.exec(text.slice(0, SEARCHED_CHARACTERS));
  if (!match) return null;
  let doi = match[0].replace(/[.,;:'"]+$/, '');
  // NOTE: a closing bracket belongs to the DOI only if it opens in it (10.1016/0031-9163(64)91136-9).
  while (/[)\]]$/.test(doi) && count(doi, /[)\]]/g) > count(doi, /[([]/g)) doi = doi.slice(0, -1);
  return doi.toLowerCase();
}

/** The arXiv number in a text, without its version; null where there is none. */
export function arxivIdOf(text: unknown): string | null {
  if (typeof text !== 'string') return null;
  return ARXIV.exec(text.slice(0, SEARCHED_CHARACTERS))?.[1] ?? null;
}

/** The arXiv number in a text that says that it is one (`arXiv:…`, `arxiv.org/abs/…`, `10.48550/arXiv.…`). */
export function namedArxivIdOf(text: unknown): string | null {
  if (typeof text !== 'string') return null;
  const at = text.slice(0, SEARCHED_CHARACTERS).search(/arxiv/i);
  return at < 0 ? null : arxivIdOf(text.slice(at + 'arxiv'.length).replace(/^\.(?=\d)/, ' '));
}

export function pubmedIdOf(text: unknown): string | null {
  if (typeof text === 'number' && Number.isSafeInteger(text) && text > 0) return String(text);
  return typeof text === 'string'
    ? (PUBMED.exec(text.slice(0, SEARCHED_CHARACTERS).trim())?.[1] ?? null)
    : null;
}

export function openAlexIdOf(text: unknown): string | null {
  if (typeof text !== 'string') return null;
  const id = OPENALEX.exec(text.slice(0, SEARCHED_CHARACTERS).trim())?.[1];
  return id ? `openalex:${id.toUpperCase()}` : null;
}

/** How a cited work is named in `cites`: `doi:…`, `arxiv:…`, `openalex:…`, else the source's own id. */
export function citationKey(text: unknown): string | null {
  if (typeof text === 'number') return String(text);
  if (typeof text !== 'string') return null;
  const doi = doiOf(text);
  const arxivId =
    namedArxivIdOf(text) ?? (/^\d{4}\.\d{4,5}(v\d+)?$/.test(text.trim()) ? arxivIdOf(text) : null);
  if (arxivId) return `arxiv:${arxivId}`;
  if (doi) return `doi:${doi}`;
  return openAlexIdOf(text) ?? ownIdentifier(text);
}

/** A source's own id as it came; null for what is no identifier (prose, an empty text). */
export function ownIdentifier(text: unknown): string | null {
  if (typeof text === 'number') return String(text);
  if (typeof text !== 'string') return null;
  const id = text.trim();
  return id && id.length <= MAX_OWN_IDENTIFIER && !/\s/.test(id) ? id : null;
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
