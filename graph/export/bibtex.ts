import { paperLabel } from '../schema.ts';
import { type CitedPaper, citedPapers, printable, venueSort } from './cited-paper.ts';
import type { GraphSource } from './graph-source.ts';

export interface Bibliography {
  /** All entries, each ending in a line break. */
  text: string;
  /** By paper id. Small letters and digits only. */
  keys: ReadonlyMap<string, string>;
}

/** One entry a paper, in their order; a paper that comes twice is written once. */
export function bibliography(papers: readonly CitedPaper[]): Bibliography {
  const { keys, write } = entryWriter();
  const entries = papers.map(write).filter((entry) => entry !== null);
  return { text: entries.join('\n'), keys };
}

/** Paper by paper: the entry, or null for one that was written before. */
function entryWriter(): { keys: ReadonlyMap<string, string>; write(paper: CitedPaper): string | null } {
  const keys = new Map<string, string>();
  const taken = new Set<string>();
  return {
    keys,
    write: (paper) => {
      if (keys.has(paper.id)) return null;
      const key = freeKey(citationKey(paper), taken);
      taken.add(key);
      keys.set(paper.id, key);
      return entryOf(paper, key);
    },
  };
}

/** The papers of a graph. Streams. */
export async function* exportBibtex(graph: GraphSource): AsyncGenerator<string> {
  const { write } = entryWriter();
  let gap = '';
  for await (const paper of citedPapers(graph)) {
    const entry = write(paper);
    if (entry === null) continue;
    yield gap + entry;
    gap = '\n';
  }
}

/**
 * Family name of the first author, year, first long word of the title, as most managers do; without author or year, two
 * long words and what tells its id from others, so that two reports don't give one key to two papers.
 */
function citationKey(paper: CitedPaper): string {
  const [first = ''] = paper.authors;
  const family = plain(first.includes(',') ? first.split(',')[0]! : (first.trim().split(/\s+/).at(-1) ?? ''));
  const words = paperLabel(paper)
    .split(/[^\p{L}\p{N}]+/u)
    .map(plain)
    .filter((one) => one.length > LONG_WORD);
  const year = paper.year ?? '';
  if (family !== '' && year !== '' && paper.title && words.length > 0) return family + year + words[0];
  return (family + year + words.slice(0, 2).join('') || 'paper') + shortId(paper.id);
}

const LONG_WORD = 3;

/** FNV-1a of 32 bits: an id may have any form and length. */
function shortId(id: string): string {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(id)) hash = Math.imul(hash ^ byte, 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}

/** Letters without their accents, in small ones; what has no plain letter goes. */
const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');

function freeKey(key: string, taken: ReadonlySet<string>): string {
  if (!taken.has(key)) return key;
  let number = 2;
  while (taken.has(`${key}x${number}`)) number++;
  return `${key}x${number}`;
}

function entryOf(paper: CitedPaper, key: string): string {
  const { type, venueField } = ENTRIES[venueSort(paper.venue)];
  const fields: [string, string | null][] = [
    // Doubly braced, so that styles leave its capitals alone.
    ['title', `{${escapeLatex(titleOf(paper))}}`],
    ['author', paper.authors.length > 0 ? paper.authors.map(authorOf).join(' and ') : null],
    ['year', paper.year === null ? null : String(paper.year)],
    [venueField, paper.venue && escapeLatex(paper.venue)],
    ['doi', paper.doi && escapeAddress(paper.doi)],
    ['eprint', paper.arxivId && escapeAddress(paper.arxivId)],
    ['archiveprefix', paper.arxivId && 'arXiv'],
    ['url', paper.url && /^https?:\/\//i.test(paper.url) ? escapeAddress(paper.url) : null],
    ['note', paper.title ? null : `Paper ${escapeLatex(paper.id)}`],
  ];
  const lines = fields.flatMap(([name, value]) => (value ? [`  ${name} = {${value}},\n`] : []));
  return `@${type}{${key},\n${lines.join('')}}\n`;
}

/** BibTeX styles refuse an entry without a title. */
function titleOf({ title, abstract }: CitedPaper): string {
  if (title) return title;
  return abstract?.trim() ? `[Untitled] ${paperLabel({ title, abstract })}` : '[Untitled]';
}

const ENTRIES = {
  preprint: { type: 'misc', venueField: 'howpublished' },
  meeting: { type: 'inproceedings', venueField: 'booktitle' },
  journal: { type: 'article', venueField: 'journal' },
  unknown: { type: 'misc', venueField: 'howpublished' },
} as const;

/** A name that BibTeX would take apart is kept whole. */
function authorOf(name: string): string {
  const escaped = escapeLatex(name);
  const isPlain = /^[^,]*(?:,[^,]*)?$/.test(name) && !/\band\b/i.test(name);
  return isPlain ? escaped : `{${escaped}}`;
}

const LATEX: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

/**
 * Text that LaTeX sets as it stands: no command, no mathematics, no comment. BibTeX counts braces even behind a
 * backslash, so those that don't pair off are left out.
 */
export function escapeLatex(text: string): string {
  const line = printable(text);
  const kept = pairsOff(line) ? line : line.replace(/[{}]/g, '');
  return kept.replace(/[\\~^#$%&_{}]/g, (character) => LATEX[character] ?? `\\${character}`);
}

function pairsOff(text: string): boolean {
  let depth = 0;
  for (const [brace] of text.matchAll(/[{}]/g)) {
    depth += brace === '{' ? 1 : -1;
    if (depth < 0) return false;
  }
  return depth === 0;
}

/** Identifiers and addresses stand raw in their fields; what would end one or start a command is percent-encoded. */
const escapeAddress = (text: string): string =>
  printable(text).replace(/[\s{}\\"<>^`|$]/g, (character) => encodeURIComponent(character));
