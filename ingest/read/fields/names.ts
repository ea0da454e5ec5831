import { authorName } from '../../clean/author-name.ts';

/** More names than this on one paper are cut off. */
const MAX_AUTHORS = 5_000;
/** One text that names several authors, in any of the usual ways, as a list of `Given Family`. */
export function authorsOf(text: string): string[] {
  // NOTE: one space at most, so that no pattern below can run wild on a long gap.
  return splitAuthors(text.replace(/[^\S\n]+/g, ' '))
    .map((name) => authorName(name.replace(/ ?\(\d+\) ?$/, '').trim()))
    .filter((name) => name && !/^(?:et al\.?|others)$/i.test(name))
    .slice(0, MAX_AUTHORS);
}

function splitAuthors(text: string): string[] {
  if (/[;|\n]/.test(text)) return text.split(/[;|\n]/);
  if (/\sand\s/i.test(text) && !/,\s*and\s/i.test(text)) {
    const sides = text.split(/\s+and\s+/i);
    // `A. One, B. Two and C. Three` against BibTeX's `One, A. and Two, B.`
    const listed = sides
      .slice(0, -1)
      .some((side) => side.split(',').every((part) => /\S\s+\S/.test(part.trim())));
    return listed ? sides.flatMap((side) => side.split(',')) : sides;
  }
  const parts = text.split(/,\s*(?:and\s+|&\s*)?|\s+&\s+/);
  const eachIsName = parts.every((part) => /\S\s+\S/.test(part.trim()));
  return parts.length > 1 && eachIsName ? parts : parts.length > 3 ? parts : [text];
}

/** `{given, family}`, `{literal}`, `{name}` or a plain text, as Crossref, CSL, OpenAlex and others write a person. */
export function personName(person: unknown): string | null {
  if (typeof person === 'string') return authorName(person.trim()) || null;
  if (typeof person !== 'object' || person === null) return null;
  const { given, family, literal, name, suffix, display_name, firstName, lastName, ...more } =
    person as Record<string, unknown>;
  const particles = [more['dropping-particle'], more['non-dropping-particle']];
  const parts = [given ?? firstName, ...particles, family ?? lastName, suffix].filter(
    (part) => typeof part === 'string' && part,
  );
  if (parts.length > 0) return parts.join(' ').replace(/\s+/g, ' ').trim();
  const whole = [literal, name, display_name].find((part) => typeof part === 'string' && part);
  return typeof whole === 'string' ? whole : null;
}

/** The names of a list of people. */
export function personNames(people: unknown): string[] {
  if (typeof people === 'string') return authorsOf(people);
  if (!Array.isArray(people)) return [];
  return people
    .slice(0, MAX_AUTHORS)
    .map(personName)
    .filter((name) => name !== null);
}
