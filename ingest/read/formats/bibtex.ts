import { messageOf } from '../../../graph/errors.ts';
import { extraIdentifiers } from '../fields/extra.ts';
import { arxivIdOf, doiOf, namedArxivIdOf, ownIdentifier, pubmedIdOf } from '../fields/identifiers.ts';
import { authorsOf } from '../fields/names.ts';
import { type RecordFields, recordFields } from '../fields/record-fields.ts';
import { keywordsOf } from '../fields/text-fields.ts';
import { yearOf } from '../fields/year.ts';
import { readLines } from '../input/lines.ts';
import type { Draft, Reader } from '../reader.ts';
import { type BibtexBlock, bibtexBlocks } from './bibtex/entries.ts';
import { Macros } from './bibtex/macros.ts';
import { type ParsedEntry, parseEntry, parseMacro } from './bibtex/parse-entry.ts';

const VENUES = [
  'journal',
  'journaltitle',
  'booktitle',
  'eventtitle',
  'series',
  'school',
  'institution',
] as const;

/** BibTeX and BibLaTeX. The file is cut into entries here, so that a broken one costs only itself. */
export const readBibtex: Reader = async function* (source, { limits }) {
  const macros = new Macros(limits);
  for await (const block of bibtexBlocks(readLines(source, limits.lineCharacters), limits)) {
    const draft = draftOf(block, macros);
    if (draft) yield draft;
  }
};

/** Null for what is no entry: comments, preambles, macros. */
function draftOf(block: BibtexBlock, macros: Macros): Draft | null {
  const { line } = block;
  if (block.reason !== undefined) return { line, reason: block.reason };
  if (block.type === 'comment' || block.type === 'preamble') return null;
  try {
    const used = macros.usedBy(block.text);
    if (!used) return { line, reason: 'too many macros in one entry (limit macroUses)' };
    if (block.type === 'string') {
      const macro = parseMacro(block.text, used);
      const refused = macro ? macros.define(...macro) : 'broken @string';
      return refused === null ? null : { line, reason: refused };
    }
    const entry = parseEntry(block.text, used);
    return 'reason' in entry ? { line, reason: entry.reason } : { line, fields: fieldsOf(entry) };
  } catch (error) {
    return { line, reason: `broken BibTeX: ${messageOf(error).slice(0, 120)}` };
  }
}

function fieldsOf({ key, fields }: ParsedEntry): RecordFields {
  const text = (...names: string[]): string | null => {
    const found = names.map((name) => fields[name]).find((value) => typeof value === 'string' && value);
    return typeof found === 'string' ? found : null;
  };
  const title = text('title');
  const subtitle = text('subtitle');
  /** Identifiers and addresses, where some escape what LaTeX would trip over. */
  const literal = (...names: string[]): string | null =>
    text(...names)?.replace(/\\([_%&#~])/g, '$1') ?? null;
  const url = literal('url', 'howpublished');
  const doi = literal('doi');
  const eprintType = text('archiveprefix', 'eprinttype') ?? '';
  const isArxiv = /arxiv/i.test(eprintType);
  const extra = extraIdentifiers(text('note', 'annotation', 'annote'));
  return recordFields({
    id: ownIdentifier(key),
    title: title && subtitle ? `${title}: ${subtitle}` : title,
    abstract: text('abstract'),
    year: yearOf(text('year')) ?? yearOf(text('date')),
    venue: text(...VENUES),
    authors: creators(fields.author),
    doi: doiOf(doi) ?? (/doi\.org/.test(url ?? '') ? doiOf(url) : null) ?? extra.doi,
    arxivId:
      (isArxiv ? arxivIdOf(text('eprint')) : null) ??
      [text('journal'), url, doi, text('note'), text('eprint'), text('number')]
        .map(namedArxivIdOf)
        .find((id) => id) ??
      extra.arxivId,
    pubmedId:
      pubmedIdOf(text('pmid')) ??
      (/^(?:pmid|pubmed)$/i.test(eprintType) ? pubmedIdOf(text('eprint')) : null) ??
      extra.pubmedId,
    url: /^https?:/i.test(url ?? '') ? url : null,
    keywords: Array.isArray(fields.keywords)
      ? (fields.keywords as string[])
      : keywordsOf(text('keywords') ?? ''),
  });
}

function creators(authors: unknown): string[] {
  if (typeof authors === 'string') return authorsOf(authors);
  if (!Array.isArray(authors)) return [];
  return (authors as Record<string, string | undefined>[])
    .map(({ name, firstName, prefix, lastName, suffix }) =>
      name && EXTENDED_NAME.test(name)
        ? nameByParts(name)
        : [firstName, prefix, lastName ?? name, suffix].filter(Boolean).join(' '),
    )
    .filter((name) => name !== 'others');
}

/** BibLaTeX's extended name format: `family=Zee, given=Jan, prefix=van der, useprefix=true`. */
const EXTENDED_NAME = /^\s{0,9}(?:family|given)\s{0,9}=/i;

function nameByParts(text: string): string {
  const parts = new Map(
    text.split(',').map((part) => {
      const [key = '', value = ''] = part.split('=', 2);
      return [key.trim().toLowerCase(), value.trim().replace(/^"|"$/g, '')];
    }),
  );
  return ['given', 'prefix', 'family', 'suffix']
    .map((key) => parts.get(key))
    .filter(Boolean)
    .join(' ');
}
