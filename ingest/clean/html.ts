import { decodeHTMLStrict } from 'entities';
import type { TextBuilder } from './tracked-text.ts';

/** Tags that stand between words: a space takes their place. All others vanish. */
const BLOCK_TAGS = new Set(
  'p br div li ul ol tr td th table sec section title label h1 h2 h3 h4 h5 h6 list list-item disp-formula'.split(
    ' ',
  ),
);

/** Tags that change only the look of the words in them. Others, like `<mask>`, are text. */
const INLINE_TAGS = new Set(
  (
    'i b u em strong span sub sup inf small big font a tt code italic bold sc monospace underline overline ' +
    'ext-link xref inline-formula inline-graphic named-content styled-content alternatives abstract ' +
    'math mi mo mn mrow msub msup msubsup mtext mstyle mover munder mfrac msqrt mfenced mspace semantics ' +
    'mtable mtr mtd mpadded mphantom'
  ).split(' '),
);

/** What is between these tags isn't text. */
const HIDDEN_TAGS = new Set(['script', 'style', 'tex-math', 'annotation', 'annotation-xml']);

const TAG = /<(\/?)(?:[a-z]{1,10}:)?([a-z][a-z0-9-]{0,20})(?:\s[^<>]{0,1000})?\s?\/?>/iy;
/** A tag with an attribute is markup, whatever its name. */
const ATTRIBUTE = /\s[a-z][a-z0-9:-]{0,40}\s?=/i;
const ENTITY = /&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,31});/iy;
const ABSTRACT_HEADING = /\s{0,20}(?:abstract|summary)\s{0,20}<\//iy;

const SPACE = 0x20;

export const hasHtml = (text: string): boolean => /[<&]/.test(text);

/** Removes HTML, JATS and MathML tags and comments, and decodes entities, once. */
export function stripHtml(source: string, out: TextBuilder): void {
  const closings = new Closings(source);
  let i = 0;
  while (i < source.length) {
    const unit = source.charCodeAt(i);
    let next = i;
    if (unit === 0x3c /* < */) next = skipTag(source, i, out, closings);
    else if (unit === 0x26 /* & */) next = decodeEntity(source, i, out);
    if (next === i) {
      out.push(unit, i);
      next = i + 1;
    }
    i = next;
  }
}

/** The offset after the tag; the same offset when there is none. */
function skipTag(source: string, i: number, out: TextBuilder, closings: Closings): number {
  if (source.startsWith('<!--', i)) {
    const end = closings.find('-->', i + 4);
    return end < 0 ? i : end + 3;
  }
  TAG.lastIndex = i;
  const match = TAG.exec(source);
  if (!match) return i;
  const name = match[2]!.toLowerCase();
  const end = i + match[0].length;
  if (HIDDEN_TAGS.has(name)) {
    if (match[1] || match[0].endsWith('/>')) return end;
    const close = closings.find(`</`, end);
    return close < 0 ? end : close;
  }
  if (BLOCK_TAGS.has(name)) {
    out.push(SPACE, i);
    ABSTRACT_HEADING.lastIndex = end;
    const heading = name === 'title' && !match[1] ? ABSTRACT_HEADING.exec(source) : null;
    return heading ? end + heading[0].length - 2 : end;
  }
  return INLINE_TAGS.has(name) || ATTRIBUTE.test(match[0]) ? end : i;
}

function decodeEntity(source: string, i: number, out: TextBuilder): number {
  ENTITY.lastIndex = i;
  const match = ENTITY.exec(source);
  if (!match) return i;
  const decoded = decodeHTMLStrict(match[0]);
  if (decoded === match[0]) return i;
  out.pushText(decoded, i);
  return i + match[0].length;
}

/** Finds the next of a fixed text; remembers the answer, so that many openings without closing stay cheap. */
class Closings {
  readonly #source: string;
  readonly #known = new Map<string, number>();

  constructor(source: string) {
    this.#source = source;
  }

  find(text: string, from: number): number {
    const known = this.#known.get(text);
    if (known !== undefined && (known < 0 || known >= from)) return known;
    const found = this.#source.indexOf(text, from);
    this.#known.set(text, found);
    return found;
  }
}
