import { type Options, parse } from '@retorquere/bibtex-parser';
import { withoutCaseBraces } from './case-braces.ts';
import { putLongValue, takeLongValues } from './long-values.ts';

/**
 * Raw LaTeX, for `ingest/clean` turns it into text and knows where each character came from. The parser's own
 * conversion loses some (`$n \log n$` becomes `nn`, a bare `<` becomes `¡`) and is three times slower.
 */
const OPTIONS: Options = {
  raw: true,
  english: false,
  sentenceCase: false,
  caseProtection: false,
  unsupported: 'ignore',
  applyCrossRef: false,
};
const BROKEN = /mismatch|expected|unterminated/i;

export interface ParsedEntry {
  readonly key: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** One entry's fields without the braces that only guard capitals, or why it is broken. */
export function parseEntry(whole: string, macros: Record<string, string>): ParsedEntry | { reason: string } {
  const options = { ...OPTIONS, strings: macros };
  const { text, values } = takeLongValues(whole);
  let library = parse(text, options);
  // NOTE: a lone `$` (a price) costs the parser the whole field.
  if (library.errors.some(({ error }) => /math/i.test(error))) {
    library = parse(text.replace(/(?<!\\)\$/g, '\\$'), options);
  }
  const broken = library.errors.find(({ error }) => BROKEN.test(error));
  const entry = library.entries[0];
  if (broken || !entry) return { reason: `broken BibTeX: ${shown(broken?.error ?? 'no entry in it')}` };
  const fields = Object.entries(entry.fields).map(([name, value]) => [
    name,
    unbraced(putLongValue(value, values)),
  ]);
  return { key: entry.key, fields: Object.fromEntries(fields) };
}

/** Parses `@string{name = "value"}`; null where it is none. */
export function parseMacro(
  text: string,
  macros: Record<string, string>,
): [name: string, value: string] | null {
  const name = /[{(]\s{0,20}([A-Za-z][^\s={}()"#,]{0,100})\s{0,20}=/.exec(text)?.[1];
  if (!name) return null;
  // As the value of a field, for only there the parser tells what it comes to.
  const value = text
    .slice(text.indexOf('=') + 1, -1)
    .trimEnd()
    .replace(/,$/, '');
  const { title } =
    parse(`@misc{m, title = ${value}}`, { ...OPTIONS, strings: macros }).entries[0]?.fields ?? {};
  return typeof title === 'string' ? [name, title] : null;
}

function unbraced(value: unknown): unknown {
  if (typeof value === 'string') return withoutCaseBraces(value);
  if (Array.isArray(value)) return value.map(unbraced);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, unbraced(inner)]));
}

const shown = (message: string): string => message.replace(/\s+/g, ' ').slice(0, 120);
