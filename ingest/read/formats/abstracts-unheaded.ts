import type { Line } from '../input/lines.ts';
import type { Draft } from '../reader.ts';
import type { Split } from './abstracts-lead.ts';
import { withoutFurniture } from './page-furniture.ts';
import { endsSentence, joinWrapped, LONGEST_TITLE, paragraphsOf } from './prose.ts';

/** A shorter text is no abstract, whatever it ends with. */
const SENTENCE_WORDS = 10;
/** Wrapped prose fills its lines; those of a menu are shorter. */
const SHORTEST_WRAPPED_LINE = 30;

/**
 * Before the first heading, short lines are a page's furniture; a paragraph that is long, or reads like an abstract,
 * lost its heading.
 */
export function* unheaded({ rest, stray }: Split): Generator<Draft> {
  for (const paragraph of [...paragraphsOf(rest), ...stray]) {
    const [lost] = partsOf(paragraph).find((part) => isAbstract(joinWrapped(part))) ?? [];
    if (lost) yield { line: lost.number, reason: 'a paragraph without the heading "Abstract"' };
  }
}

/** What may be an abstract: each line, or of wrapped prose the whole and each run of lines up to a full stop. */
function partsOf(paragraph: readonly Line[]): readonly Line[][] {
  if (!isWrapped(paragraph)) return paragraph.map((line) => [line]);
  const runs: Line[][] = [[]];
  for (const line of paragraph) {
    runs.at(-1)!.push(line);
    if (endsSentence(line.text)) runs.push([]);
  }
  return [[...paragraph], ...runs];
}

/** Whether its lines go on with each other, which those of a menu, a table of contents or a list of names don't. */
function isWrapped(paragraph: readonly Line[]): boolean {
  const full = paragraph.slice(0, -1).map(({ text }) => text.trim());
  const characters = full.reduce((sum, text) => sum + text.length, 0);
  const goesOn = full.filter(
    (text, at) => endsSentence(text) || !/^\s*[\p{Lu}\d"“'([•*-]/u.test(paragraph[at + 1]!.text),
  );
  return characters >= full.length * SHORTEST_WRAPPED_LINE && goesOn.length * 2 >= full.length;
}

function isAbstract(text: string): boolean {
  const own = withoutFurniture(text);
  return (
    own.length > LONGEST_TITLE || (endsSentence(own) && own.trim().split(/\s+/).length >= SENTENCE_WORDS)
  );
}
