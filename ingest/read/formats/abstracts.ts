import type { FieldName } from '../fields/headers.ts';
import { textFields } from '../fields/text-fields.ts';
import { cutReason, isBlank, type Line, readLines } from '../input/lines.ts';
import type { Draft, Reader, ReaderSettings } from '../reader.ts';
import { readLead, type Split, splitLead } from './abstracts-lead.ts';
import { unheaded } from './abstracts-unheaded.ts';
import { bare, joinWrapped, LONGEST_TITLE, labelled } from './prose.ts';

const HEADING =
  /^\s{0,20}(?:#{1,6}\s{1,5})?(?:(?:\[\d{1,5}\]|\(\d{1,5}\)|\d{1,5}[.):]|[-*•])\s{0,5})?(?:\*\*|__)?(?:(Abstract|ABSTRACT)(?:\s*(?:[:.—–]|\s-\s)|\s*$|\*\*|__)|abstract\s*:)(?:[:.]?(?:\*\*|__))?[:.]?\s{0,5}/;

/** The text after a heading "Abstract" on the same line; null where the line is none. */
export function afterAbstractHeading(text: string): string | null {
  const match = HEADING.exec(text);
  return match ? text.slice(match[0].length) : null;
}

interface OpenEntry {
  line: number;
  title: string;
  authors: string;
  labels: Map<FieldName, string>;
  /** Whether its heading "Abstract" has come; before that there was a "Title:" only. */
  body: boolean;
}

/**
 * Lists of paragraphs headed "Abstract:", one physical line each or wrapped, with or without titles and blank
 * lines; "Title:", "Authors:", "Keywords:" and the like are taken as what they say.
 */
export const readAbstracts: Reader = async function* (source, settings) {
  let open: OpenEntry | null = null;
  let lines: Line[] = [];
  let size = 0;
  const overlong = (): boolean => size > settings.limits.entryCharacters;
  for await (const line of readLines(source, settings.limits.lineCharacters)) {
    const after = afterAbstractHeading(line.text);
    const label = after === null ? labelled(bare(line.text)) : null;
    if (after === null && label?.field !== 'title') {
      if (!overlong()) lines.push(line);
      size += line.text.length + 1;
      continue;
    }
    if (after !== null && open && !open.body) {
      readHeader(open, lines);
      open.body = true;
    } else {
      const split: Split = splitLead(lines, open?.body ?? false, !label);
      if (open) yield* finish(open, split, overlong(), settings);
      else yield* unheaded(split);
      open = label ? titled(line.number, label.value) : headed(line.number, split.lead);
    }
    lines = after === null ? [] : [{ ...line, text: after }];
    size = line.text.length;
  }
  const split = splitLead(lines, open !== null, false);
  if (open) yield* finish(open, split, overlong(), settings);
  else yield* unheaded(split);
};

const titled = (line: number, title: string): OpenEntry => ({
  line,
  title,
  authors: '',
  labels: new Map(),
  body: false,
});

function headed(line: number, lead: readonly Line[]): OpenEntry {
  const entry: OpenEntry = {
    line: lead[0]?.number ?? line,
    ...readLead(lead),
    labels: new Map(),
    body: true,
  };
  readLabels(entry, lead);
  return entry;
}

/** Between "Title:" and "Abstract:": the rest of a wrapped title, then labels, then names. */
function readHeader(entry: OpenEntry, lines: readonly Line[]): void {
  let inTitle = true;
  for (const line of lines) {
    if (isBlank(line.text) || labelled(line.text)) inTitle = false;
    else if (inTitle && entry.title.length < LONGEST_TITLE) entry.title += ` ${line.text.trim()}`;
  }
  readLabels(entry, lines);
}

/** Takes labelled lines (and what they wrap onto) out; gives the others. */
function readLabels(entry: OpenEntry, lines: readonly Line[]): Line[] {
  const others: Line[] = [];
  let field: FieldName | null = null;
  for (const line of lines) {
    const label = labelled(line.text);
    if (label) {
      field = label.field;
      entry.labels.set(field, label.value);
    } else if (isBlank(line.text) || field === null) {
      field = null;
      others.push(line);
    } else entry.labels.set(field, `${entry.labels.get(field)} ${line.text.trim()}`);
  }
  return others;
}

function* finish(
  entry: OpenEntry,
  { rest: lines, stray }: Split,
  overlong: boolean,
  settings: ReaderSettings,
): Generator<Draft> {
  const { line } = entry;
  const { limits } = settings;
  if (overlong) {
    yield { line, reason: `longer than ${limits.entryCharacters} characters (limit entryCharacters)` };
  } else if (lines.some((each) => each.cut)) {
    yield { line, reason: cutReason(limits.lineCharacters) };
  } else if (!entry.body) {
    readHeader(entry, lines);
    yield { line, fields: fieldsOf(entry, '') };
  } else {
    const abstract = joinWrapped(readLabels(entry, lines));
    if (abstract) yield { line, fields: fieldsOf(entry, abstract) };
    else yield { line, reason: 'no text after the heading "Abstract"' };
  }
  for (const [first] of stray) {
    yield {
      line: first!.number,
      reason: `a short line with no abstract: "${first!.text.trim().slice(0, 60)}"`,
    };
  }
}

function fieldsOf(entry: OpenEntry, abstract: string): Draft['fields'] & object {
  const texts = new Map<FieldName, string>(entry.labels);
  texts.set('title', bare(entry.title));
  texts.set('abstract', abstract);
  if (!texts.has('authors')) texts.set('authors', entry.authors);
  return textFields((field) => texts.get(field));
}
