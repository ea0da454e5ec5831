import { LacunaError } from '../../graph/errors.ts';
import { delimiterOf, separatorOf } from './formats/delimited/columns.ts';
import { detectProse } from './formats/detect-prose.ts';

export const FORMATS = [
  'abstracts',
  'page-dump',
  'plain',
  'bibtex',
  'ris',
  'nbib',
  'csv',
  'tsv',
  'json',
  'jsonl',
  'atom',
  'pubmed-xml',
] as const;
export type Format = (typeof FORMATS)[number];

const BIBTEX_ENTRY =
  /^\s{0,10}@\s{0,10}[A-Za-z][\w-]{1,40}\s{0,10}[{(]\s{0,10}[^\s,={}()]{0,200}\s{0,10}[,={\s]/m;
const RIS_START = /^TY\s{1,2}-/m;
const NBIB_START = /^PMID\s?- ?\d/m;
const BY_EXTENSION: Readonly<Record<string, Format>> = {
  bib: 'bibtex',
  ris: 'ris',
  nbib: 'nbib',
  json: 'json',
  jsonl: 'jsonl',
  ndjson: 'jsonl',
};
/** A heading may stand before the first entry of a line format, so long. */
const HEADING_CHARACTERS = 2_000;

/**
 * The format of a text by its first characters, then by the file's name. Throws `input` for what is text, but no list
 * of papers (a web page, another XML).
 */
export function detectFormat(head: string, fileName: string): Format {
  const start = head.trimStart();
  // RFC 7464 puts a record separator before each JSON text.
  const text = start.startsWith('\u001e') ? start.slice(1) : start;
  const extension = /\.([a-z]+)(?:\.gz)?$/i.exec(fileName)?.[1]?.toLowerCase() ?? '';
  if (text.startsWith('<')) return detectXml(text, fileName);
  const json = detectJson(text, extension);
  if (json) return json;
  if (startsSoon(RIS_START, text)) return 'ris';
  if (startsSoon(NBIB_START, text)) return 'nbib';
  if (startsSoon(BIBTEX_ENTRY, text) || (extension === 'bib' && BIBTEX_ENTRY.test(text))) return 'bibtex';
  // Nothing in the content tells: a name that promises a format is believed, so that a file which begins with a
  // broken entry is not taken for prose.
  return detectTable(text, extension) ?? BY_EXTENSION[extension] ?? detectProse(text);
}

function startsSoon(pattern: RegExp, text: string): boolean {
  const at = text.slice(0, HEADING_CHARACTERS * 2).search(pattern);
  return at >= 0 && at <= HEADING_CHARACTERS;
}

function detectXml(text: string, fileName: string): Format {
  if (/<PubmedArticle(?:Set)?[\s>]/.test(text)) return 'pubmed-xml';
  if (/<(?:\w+:)?(?:feed|entry)[\s>]/.test(text)) return 'atom';
  const what = /^<(?:!doctype html|html)/i.test(text)
    ? 'a web page'
    : 'XML, but neither an Atom feed nor PubMed';
  throw new LacunaError('input', `${fileName}: ${what}; save the list as BibTeX, RIS, CSV or text instead`);
}

function detectJson(text: string, extension: string): Format | null {
  const isLines = extension === 'jsonl' || extension === 'ndjson';
  if (/^\[\s*(?:[{\]]|"|$)/.test(text)) return 'json';
  if (!/^\{\s*(?:"|\}|$)/.test(text)) return isLines && text.startsWith('{') ? 'jsonl' : null;
  const [first = '', second = ''] = text.split('\n', 20).filter((line) => line.trim());
  if (second.trimStart().startsWith('{') && !/[[{,:]\s*$/.test(first)) return 'jsonl';
  // One line: an object with a list in it, or the only record of JSON Lines.
  return isLines && first.trimEnd().endsWith('}') ? 'jsonl' : isLines && !second ? 'jsonl' : 'json';
}

/** A table's header names two known fields, or one if the file's name says that it is a table. */
function detectTable(text: string, extension: string): Format | null {
  const named = extension === 'csv' || extension === 'tsv' || extension === 'tab';
  const lines = text.split('\n', 5).filter((line) => line.trim());
  const header = separatorOf(lines[0] ?? '') === null ? lines[0] : lines[1];
  if (header === undefined || header.length > 20_000) return null;
  const { delimiter, fields, columns } = delimiterOf(header, extension === 'csv' ? ',' : '\t');
  if (named) return delimiter === '\t' && columns > 1 ? 'tsv' : 'csv';
  return columns > 1 && fields > 1 ? (delimiter === '\t' ? 'tsv' : 'csv') : null;
}
