/** Numbers and names in words. Pure. */
import type { NodeKind } from '../../graph/contract.ts';

/** `1 paper`, `2 papers`, `12,345 papers`. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number.toLocaleString('en')} ${number === 1 ? one : many}`;
}

export function pluralOf(kind: NodeKind | 'Theme'): string {
  return `${kind}s`;
}

const MOST_AUTHORS = 6;

export function authorLine(authors: readonly string[]): string {
  if (authors.length <= MOST_AUTHORS) return authors.join(', ');
  return `${authors.slice(0, MOST_AUTHORS).join(', ')} and ${authors.length - MOST_AUTHORS} more`;
}

/** `1.4 ms`, `230 ms`, `2.1 s`. */
export function duration(milliseconds: number): string {
  if (milliseconds < 10) return `${milliseconds.toFixed(1)} ms`;
  if (milliseconds < 1000) return `${Math.round(milliseconds)} ms`;
  return `${(milliseconds / 1000).toFixed(1)} s`;
}

/** Aliases that differ from the name, and from each other, in more than capitals. */
export function otherSpellings(name: string, aliases: readonly string[]): string[] {
  const seen = new Set([name.toLowerCase()]);
  return aliases.filter((alias) => {
    const key = alias.toLowerCase();
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

const REASONS: Readonly<Record<string, string>> = {
  case: 'the same in other capitals',
  plural: 'another number',
  hyphen: 'written together or apart',
  spelling: 'another spelling',
  abbreviation: 'short or long form',
  variant: 'another word for the same',
  order: 'the words in another order',
  head: 'with a generic noun',
  user: 'decided by hand',
};

/** Why a form is one of a concept's names, in words; null where nobody knows. */
export const reasonInWords = (reason: string | undefined): string | null => REASONS[reason ?? ''] ?? null;

/** At most `length` characters, cut at a space when one is near. */
export function shorten(name: string, length: number): string {
  if (name.length <= length) return name;
  const cut = name.slice(0, length - 1);
  const space = cut.lastIndexOf(' ');
  return `${(space > length * 0.6 ? cut.slice(0, space) : cut).trimEnd()}…`;
}
