import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { LacunaError, messageOf } from '../../../../graph/errors.ts';
import type { ReadLimits } from '../../limits.ts';
import type { TextSource } from '../../reader.ts';
import type { XmlElement } from './element.ts';

export type XmlRecord =
  | { readonly line: number; readonly element: XmlElement; readonly reason?: never }
  | { readonly line: number; readonly reason: string; readonly element?: never };

/** NOTE: the parser takes all up to the next semicolon, tags among it, for the name of an entity. */
const BARE_AMPERSAND = /&(?!#?\w{1,40};)/g;
/** Stands behind each `&` that we escaped: in CDATA, where nothing is unescaped, it must be taken back. */
const OURS = '\uE000';
const ESCAPED = `&amp;${OURS}`;
const OPEN_REFERENCE = /&#?\w{0,40}$/;

interface Open {
  readonly line: number;
  readonly start: number;
  readonly stack: XmlElement[];
  reason: string | null;
}

/**
 * The elements of this name, wherever they stand, as small trees. Entities that the document defines for itself are
 * never expanded (the parser doesn't read them), so none can grow; unknown ones stay as they are.
 */
export async function* xmlRecords(
  source: TextSource,
  names: ReadonlySet<string>,
  limits: ReadLimits,
): AsyncGenerator<XmlRecord> {
  const scan = new XmlScan(names, limits);
  for await (const chunk of source.text()) yield* scan.push(source.file, chunk);
  yield* scan.end();
}

class XmlScan {
  private readonly names: ReadonlySet<string>;
  private readonly limits: ReadLimits;
  private readonly parser = new SaxesParser();
  /** The end of a chunk that may be half a reference. */
  private rest = '';
  private found: XmlRecord[] = [];
  private open: Open | null = null;
  /** The parser closes all elements before it tells that one didn't fit; then the record that was closed here was broken. */
  private justClosed: { record: Open; position: number } | null = null;
  /** Something outside of records was told to be broken since the last one. */
  private isTold = false;
  /** What was broken before the first record; a text without any is none of this form, which is told elsewhere. */
  private held: XmlRecord | null = null;
  private hasRecords = false;
  /** Of the last tag. */
  private lastLine = 1;
  /** Offset of the last tag or text. */
  private lastEvent = 0;
  /** Characters given to the parser; its own count is right only while it works. */
  private fed = 0;

  constructor(names: ReadonlySet<string>, limits: ReadLimits) {
    this.names = names;
    this.limits = limits;
    const { parser } = this;
    parser.on('opentag', (tag) => this.opened(tag));
    parser.on('closetag', (tag) => this.closed(tag));
    parser.on('text', (text) => this.text(unmarked(text)));
    parser.on('cdata', (text) => this.text(text.replaceAll(ESCAPED, '&')));
    for (const name of ['comment', 'doctype', 'processinginstruction'] as const) {
      parser.on(name, () => this.event());
    }
    // Its own count of columns goes by chunks.
    parser.on('error', (error) => this.failed(messageOf(error).replace(/^\d+:\d+: /, '')));
  }

  push(file: string, text: string): XmlRecord[] {
    const given = this.rest + text;
    const start = OPEN_REFERENCE.exec(given)?.index ?? given.length;
    this.rest = given.slice(start);
    const chunk = given.slice(0, start).replace(BARE_AMPERSAND, ESCAPED);
    this.parser.write(chunk);
    this.fed += chunk.length;
    if (this.fed - this.lastEvent > this.limits.entryCharacters) {
      throw new LacunaError(
        'limit',
        `${file}: a text or tag longer than ${this.limits.entryCharacters} characters (limit entryCharacters)`,
      );
    }
    this.checkSize(this.fed);
    return this.taken();
  }

  end(): XmlRecord[] {
    this.parser.write(this.rest.replace(BARE_AMPERSAND, ESCAPED));
    if (this.open) this.finish('the file ends in the middle of it');
    else this.parser.close();
    return this.taken();
  }

  private taken(): XmlRecord[] {
    const taken = this.found;
    this.found = [];
    this.justClosed = null;
    return taken;
  }

  private event(): void {
    this.lastEvent = this.parser.position;
  }

  private opened(tag: SaxesTagPlain): void {
    this.event();
    this.lastLine = this.parser.line;
    this.justClosed = null;
    const element: XmlElement = { name: local(tag.name), attributes: localAll(tag.attributes), children: [] };
    if (this.names.has(element.name)) {
      if (this.open) this.finish('the element is never closed');
      if (this.held) this.found.push(this.held);
      this.held = null;
      this.hasRecords = true;
      this.open = { line: this.parser.line, start: this.parser.position, stack: [element], reason: null };
    } else if (this.open && !this.open.reason) {
      const { stack } = this.open;
      if (stack.length >= this.limits.depth)
        this.fail(`nested deeper than ${this.limits.depth} (limit depth)`);
      else {
        stack.at(-1)!.children.push(element);
        stack.push(element);
      }
    }
  }

  private closed(tag: SaxesTagPlain): void {
    this.event();
    this.lastLine = this.parser.line;
    if (!this.open) return;
    this.checkSize(this.parser.position);
    if (this.names.has(local(tag.name))) this.finish(null);
    else if (!this.open.reason && this.open.stack.at(-1)?.name === local(tag.name)) this.open.stack.pop();
  }

  private text(text: string): void {
    this.event();
    if (this.open && !this.open.reason) this.open.stack.at(-1)?.children.push(text);
  }

  private failed(message: string): void {
    // `&eacute;` without its definition: the text is kept, and mended where text is cleaned.
    if (/entity/.test(message)) return;
    if (this.open) this.fail(`broken XML: ${message}`);
    else if (this.justClosed?.position === this.parser.position) {
      const { line } = this.justClosed.record;
      this.justClosed = null;
      this.found.pop();
      this.found.push({ line, reason: `broken XML: ${message}` });
      this.isTold = true;
    } else if (!this.isTold) {
      // What stands between records may be one that lost its first tag. Which fault is told first goes by chunks.
      this.isTold = true;
      const told = { line: this.lastLine, reason: 'broken XML between entries' };
      if (this.hasRecords) this.found.push(told);
      else this.held = told;
    }
  }

  private checkSize(position: number): void {
    const limit = this.limits.entryCharacters;
    if (this.open && position - this.open.start > limit) {
      this.fail(`longer than ${limit} characters (limit entryCharacters)`);
    }
  }

  private fail(reason: string): void {
    if (!this.open) return;
    this.open.reason ??= reason;
    this.open.stack.length = 1;
    this.open.stack[0]!.children.length = 0;
  }

  private finish(reason: string | null): void {
    const open = this.open!;
    this.open = null;
    this.justClosed = { record: open, position: this.parser.position };
    this.isTold = false;
    const why = open.reason ?? reason;
    this.found.push(
      why === null ? { line: open.line, element: open.stack[0]! } : { line: open.line, reason: why },
    );
  }
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

function localAll(attributes: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [local(name), unmarked(value)]),
  );
}

const unmarked = (text: string): string => text.replaceAll(`&${OURS}`, '&');
