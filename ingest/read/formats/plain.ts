import { authorsOf } from '../fields/names.ts';
import { recordFields } from '../fields/record-fields.ts';
import { cutReason, isBlank, type Line, readLines } from '../input/lines.ts';
import type { ReadLimits } from '../limits.ts';
import type { Draft, Reader } from '../reader.ts';
import {
  bare,
  charactersOf,
  endsSentence,
  isListItem,
  joinWrapped,
  LONGEST_TITLE,
  looksLikeAuthors,
} from './prose.ts';

/** A block of so few lines and characters can only be a title (or names) for the block after it. */
const MAX_TITLE_LINES = 2;
const SHORTEST_ABSTRACT = 200;
/** A block of fewer words isn't taken for prose just for its full stop. */
const MIN_SENTENCE_WORDS = 20;

/**
 * Any other text: blocks between blank lines. A block's first line is its title when it is short and what follows is
 * longer; a short block is the title of the next one; a block of long lines is one abstract a line.
 */
export const readPlain: Reader = async function* (source, { limits }) {
  const blocks = new Blocks(limits);
  let block: Line[] = [];
  let size = 0;
  for await (const line of readLines(source, limits.lineCharacters)) {
    if (!isBlank(line.text)) {
      if (size <= limits.entryCharacters) block.push(line);
      size += line.text.length + 1;
    } else if (block.length > 0) {
      yield* blocks.read(block, size);
      block = [];
      size = 0;
    }
  }
  if (block.length > 0) yield* blocks.read(block, size);
  yield* blocks.end();
};

class Blocks {
  private readonly limits: ReadLimits;
  /** Short blocks that wait for their abstract: the title, then perhaps the authors. */
  private waiting: { title: Line[]; authors: string } | null = null;

  constructor(limits: ReadLimits) {
    this.limits = limits;
  }

  *read(block: readonly Line[], size: number): Generator<Draft> {
    const line = this.waiting?.title[0]?.number ?? block[0]!.number;
    const cut = block.some((each) => each.cut);
    if (cut || size > this.limits.entryCharacters) {
      this.waiting = null;
      const tooLong = `longer than ${this.limits.entryCharacters} characters (limit entryCharacters)`;
      yield { line, reason: cut ? cutReason(this.limits.lineCharacters) : tooLong };
    } else if (isTitleBlock(block, this.waiting?.title)) {
      yield* this.wait(block);
    } else {
      yield* this.papers(block);
    }
  }

  *end(): Generator<Draft> {
    if (!this.waiting) return;
    const [first] = this.waiting.title;
    this.waiting = null;
    yield { line: first!.number, reason: `too short for an abstract: "${first!.text.trim().slice(0, 60)}"` };
  }

  private *wait(block: readonly Line[]): Generator<Draft> {
    const text = joinWrapped(block);
    if (this.waiting && !this.waiting.authors && looksLikeAuthors(text)) this.waiting.authors = text;
    else {
      yield* this.end();
      const [first, second] = block;
      const named = second && looksLikeAuthors(second.text);
      this.waiting = { title: named ? [first!] : [...block], authors: named ? second.text : '' };
    }
  }

  private *papers(block: readonly Line[]): Generator<Draft> {
    if (isListItem(block[0]!.text) && startsWithTitle(block)) yield* this.end();
    const head = this.waiting;
    this.waiting = null;
    if (block.length > 1 && block.every((line) => line.text.length > LONGEST_TITLE)) {
      for (const [at, line] of block.entries()) yield paper(at === 0 ? (head?.title ?? []) : [], [line], '');
    } else if (head) yield paper(head.title, block, head.authors);
    else if (startsWithTitle(block)) {
      const named = block.length > 2 && looksLikeAuthors(block[1]!.text);
      yield paper([block[0]!], block.slice(named ? 2 : 1), named ? block[1]!.text : '');
    } else yield paper([], block, '');
  }
}

/** Short, and not whole sentences (of many words, or under a title that waits and is shorter). */
function isTitleBlock(block: readonly Line[], waiting: readonly Line[] | undefined): boolean {
  const text = joinWrapped(block);
  const words = text.split(' ').length;
  const fewest = waiting && text.length > joinWrapped(waiting).length ? 6 : MIN_SENTENCE_WORDS;
  const isProse = endsSentence(text) && words >= fewest && !/\?\s*$/.test(text);
  return block.length <= MAX_TITLE_LINES && text.length < SHORTEST_ABSTRACT && !isProse;
}

/** Told from wrapped prose by the second line, which starts anew, and by how the first one ends. */
function startsWithTitle(block: readonly Line[]): boolean {
  const [first, ...others] = block;
  if (!first || others.length === 0) return false;
  const text = first.text.trim();
  const goesOn =
    /(?:[,;:–—-]|\b(?:the|an?|of|and|or|in|on|to|for|with|by|that|which|is|are|we|from|as|at))$/i.test(text);
  const startsAnew = /^\s*[\p{Lu}\d"“'([]/u.test(others[0]!.text);
  const sentence = endsSentence(text) && !text.endsWith('?');
  return (
    text.length <= LONGEST_TITLE && charactersOf(others) > text.length && startsAnew && !goesOn && !sentence
  );
}

function paper(title: readonly Line[], abstract: readonly Line[], authors: string): Draft {
  return {
    line: (title[0] ?? abstract[0])!.number,
    fields: recordFields({
      title: bare(joinWrapped(title)),
      abstract: title.length > 0 ? joinWrapped(abstract) : bare(joinWrapped(abstract)),
      authors: authorsOf(authors),
    }),
  };
}
