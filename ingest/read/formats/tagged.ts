import { cutReason, isBlank, type Line, readLines } from '../input/lines.ts';
import type { ReadLimits } from '../limits.ts';
import type { TextSource } from '../reader.ts';

/** How a format of tagged lines writes a tag, and where an entry starts and ends. */
export interface TagRules {
  /** Group 1 the tag, group 2 the value. */
  readonly line: RegExp;
  readonly starts: (tag: string) => boolean;
  readonly ends: (tag: string) => boolean;
  /** Whether a blank line ends an entry. */
  readonly blankEnds: boolean;
}

export type TaggedEntry =
  | { readonly line: number; readonly tags: ReadonlyMap<string, readonly string[]>; readonly reason?: never }
  | { readonly line: number; readonly reason: string; readonly tags?: never };

interface Open {
  line: number;
  tags: Map<string, string[]>;
  last: string[] | null;
  size: number;
  reason: string | null;
}

/** The entries of RIS, nbib and their like; lines without a tag go on with the value before. */
export async function* readTagged(
  source: TextSource,
  rules: TagRules,
  limits: ReadLimits,
): AsyncGenerator<TaggedEntry> {
  let open: Open | null = null;
  // Exporters write a heading before the first entry; later on such lines are told, once a run of them.
  let inStray = true;
  for await (const line of readLines(source, limits.lineCharacters)) {
    if (isBlank(line.text)) {
      if (open && rules.blankEnds) {
        yield closed(open);
        open = null;
      }
      continue;
    }
    const match = rules.line.exec(line.text);
    const tag = match?.[1] ?? null;
    if (tag !== null && open && rules.ends(tag)) {
      yield closed(open);
      open = null;
    } else if (tag !== null && (rules.starts(tag) || (!open && !rules.ends(tag)))) {
      if (open) yield closed(open);
      inStray = false;
      open = { line: line.number, tags: new Map(), last: null, size: 0, reason: null };
      if (!rules.starts(tag)) open.reason = `fields before the entry's first line`;
      take(open, tag, match?.[2] ?? '', line, limits);
    } else if (open) take(open, tag, match ? (match[2] ?? '') : line.text, line, limits);
    else if (!match && !inStray) {
      inStray = true;
      yield { line: line.number, reason: `text between entries: "${line.text.trim().slice(0, 60)}"` };
    }
  }
  if (open) yield closed(open);
}

function take(open: Open, tag: string | null, value: string, line: Line, limits: ReadLimits): void {
  open.size += line.text.length;
  if (line.cut) open.reason ??= cutReason(limits.lineCharacters);
  if (open.size > limits.entryCharacters) {
    open.reason ??= `longer than ${limits.entryCharacters} characters (limit entryCharacters)`;
  }
  if (open.reason) return;
  if (tag === null) {
    if (open.last) open.last[open.last.length - 1] += ` ${value.trim()}`;
    else open.reason = `a line without a tag: "${value.trim().slice(0, 60)}"`;
    return;
  }
  open.last = open.tags.get(tag) ?? [];
  open.last.push(value.trim());
  open.tags.set(tag, open.last);
}

const closed = (open: Open): TaggedEntry =>
  open.reason ? { line: open.line, reason: open.reason } : { line: open.line, tags: open.tags };

/** The first non-empty value under the first of these tags that has one. */
export function firstOf(
  tags: ReadonlyMap<string, readonly string[]>,
  ...names: readonly string[]
): string | null {
  for (const name of names) {
    const value = tags.get(name)?.find((each) => each);
    if (value) return value;
  }
  return null;
}

/** All values under these tags. */
export function allOf(tags: ReadonlyMap<string, readonly string[]>, ...names: readonly string[]): string[] {
  return names.flatMap((name) => tags.get(name) ?? []);
}
