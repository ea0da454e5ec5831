import { type Entry, type Options, parse } from '@retorquere/bibtex-parser';

/**
 * Text as it is, without the changes of case that reference managers want; commands nobody knows are left out, and
 * accents, dashes and mathematics become characters. Braces that only guard capitals vanish.
 */
const OPTIONS: Options = {
  english: false,
  sentenceCase: false,
  caseProtection: false,
  unsupported: 'ignore',
  applyCrossRef: false,
};
/** What only the parser of LaTeX can turn into characters; most entries hold none of it, and raw is three times as fast. */
const LATEX = /[\\$~^]|--|``|''/;
const BROKEN = /mismatch|expected|unterminated/i;

export interface ParsedEntry {
  readonly key: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** One entry's fields as text, or why it is broken. */
export function parseEntry(text: string, macros: Record<string, string>): ParsedEntry | { reason: string } {
  const raw = parse(text, { ...OPTIONS, raw: true, strings: macros });
  const broken = raw.errors.find(({ error }) => BROKEN.test(error));
  const entry = raw.entries[0];
  if (broken || !entry) return { reason: `broken BibTeX: ${shown(broken?.error ?? 'no entry in it')}` };
  const plain = { key: entry.key, fields: unbraced(entry) };
  if (!LATEX.test(text)) return plain;
  const converted = parse(text, { ...OPTIONS, strings: macros }).entries[0];
  // NOTE: one `$` that isn't mathematics costs the parser the whole field; the raw text is better than none.
  return { key: entry.key, fields: { ...plain.fields, ...converted?.fields } };
}

/** Parses `@string{name = "value"}`; null where it is none. */
export function parseMacro(
  text: string,
  macros: Record<string, string>,
): [name: string, value: string] | null {
  const name = /[{(]\s{0,20}([A-Za-z][^\s={}()"#,]{0,100})\s{0,20}=/.exec(text)?.[1];
  if (!name) return null;
  // As the value of a field, for the parser only tells how it resolves there.
  const field = text.slice(text.indexOf('=') + 1, -1).replace(/,\s*$/, '');
  const value = parse(`@misc{m, title = ${field}}`, { ...OPTIONS, raw: true, strings: macros }).entries[0]
    ?.fields.title;
  return typeof value === 'string' ? [name, value] : null;
}

function unbraced(entry: Entry): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(entry.fields).map(([name, value]) => [name, withoutBraces(value)]),
  );
}

function withoutBraces(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(/[{}]/g, '');
  if (Array.isArray(value)) return value.map(withoutBraces);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, withoutBraces(inner)]));
}

const shown = (message: string): string => message.replace(/\s+/g, ' ').slice(0, 120);
