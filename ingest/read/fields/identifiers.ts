import { normaliseDoi, normalisePubmedId } from '../../clean/identifiers.ts';

const ARXIV = /(?:^|[^\d.])(\d{4}\.\d{4,5}|[a-z][a-z-]{0,20}(?:\.[A-Z]{2})?\/\d{7})(?:v\d+)?(?!\d)/;
const OPENALEX = /^(?:https?:\/\/(?:api\.)?openalex\.org\/(?:works\/)?|openalex:)?(W\d{3,})$/i;
/** Identifiers are looked for in so many characters of a text. */
const SEARCHED_CHARACTERS = 2_000;
/** Longest identifier of a source's own that is believed. */
const MAX_OWN_IDENTIFIER = 200;

/** The bare DOI in a text (`https://doi.org/…`, `doi:…`), lower case; null where there is none. */
export const doiOf = (text: unknown): string | null => (typeof text === 'string' ? normaliseDoi(text) : null);

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
  return typeof text === 'string' || typeof text === 'number' ? normalisePubmedId(String(text)) : null;
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
