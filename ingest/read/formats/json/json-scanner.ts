import type { ReadLimits } from '../../limits.ts';
import { EntryScan } from './entry-scan.ts';
import { type Frame, holdsRecords, isRecordKey, mayBeRecord } from './list-rules.ts';
import { Syntax, TopSyntax } from './syntax.ts';

/** One record of a JSON text, or why it can't be one. */
export type ScannedEntry =
  | { readonly line: number; readonly text: string; readonly reason?: never }
  | { readonly line: number; readonly reason: string; readonly text?: never };

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const NEWLINE = 0x0a;
const COLON = 0x3a;
const SLASH = 0x2f;
/** No offset, nor one next to any. */
const NONE = -2;
const MAX_KEY_CHARACTERS = 200;
const MALFORMED = 'no JSON here, so records may be lost';
/** Items of one list that are told to be no objects, between two that are. */
const MOST_STRAY = 1_000;

/**
 * Finds the records in a JSON text that comes in chunks: the objects of a list (at the top, or under a wrapper or
 * two), one object alone, or several one after the other. Keeps no more than one record, knows its line, and goes on
 * behind a broken one, which a parser of whole documents can't.
 */
export class JsonScanner {
  private readonly limits: ReadLimits;
  private readonly found: ScannedEntry[] = [];
  private readonly top = new TopSyntax();
  private frames: Frame[] = [];
  private entry: EntryScan | null = null;
  /** Text since the start of the outermost open record, or of this chunk. */
  private kept = '';
  /** Offset of `kept` in the whole. */
  private keptFrom = 0;
  private line = 1;
  private lineStart = 0;
  private indented = true;
  private stringStart = -1;
  private escaped = false;
  private key: string | null = null;
  private before = 0;
  private beforeAt = NONE;
  /** Offset of a slash with which a comment may begin. */
  private slashAt = NONE;
  private inComment = false;
  /** Lines of items that are no objects, in a list that may hold records. */
  private stray: number[] = [];
  private inStray = false;
  private dead = false;

  constructor(limits: ReadLimits) {
    this.limits = limits;
  }

  push(chunk: string): ScannedEntry[] {
    const end = this.keptFrom + this.kept.length;
    const from = Math.min(this.outermostStart() ?? end, end);
    this.kept = this.kept.slice(from - this.keptFrom) + chunk;
    this.keptFrom = from;
    for (let at = end - from; at < this.kept.length && !this.dead; at += 1) {
      const code = this.kept.charCodeAt(at);
      if (this.stringStart >= 0) at = this.inString(code, at);
      else if (code === NEWLINE) this.newLine(at);
      else if (code !== 0x20 && code !== 0x09 && !this.inComment) this.structure(code, at);
    }
    this.dropOverlong();
    return this.found.splice(0);
  }

  end(): ScannedEntry[] {
    if (this.entry) this.finish(this.entry.broken ?? 'the file ends in the middle of it', 0);
    else {
      this.endList(this.frames[0]?.holdsRecords ?? false);
      const open = this.frames.find((frame) => !frame.isArray && (!frame.isWrapper || frame.isIndex));
      const list = this.frames.find((frame) => frame.isArray && frame.holdsRecords);
      if (open) this.found.push({ line: open.line, reason: 'the file ends in the middle of it' });
      else if (list) this.found.push({ line: this.line, reason: 'the file ends before its list does' });
    }
    return this.found.splice(0);
  }

  private outermostStart(): number | null {
    if (this.entry) return this.entry.overlong ? null : this.entry.start;
    return this.frames.find((frame) => !frame.isArray && !frame.isWrapper)?.start ?? null;
  }

  /** Returns where to go on. */
  private inString(code: number, at: number): number {
    if (this.escaped) this.escaped = false;
    else if (code === BACKSLASH) this.escaped = true;
    else if (code === QUOTE) this.endString(at);
    else if (code === NEWLINE) {
      if (this.entry) this.entry.broken ??= 'a line break inside a string';
      this.stringStart = -1;
      this.newLine(at);
    }
    return at;
  }

  private endString(at: number): void {
    const start = this.stringStart - this.keptFrom;
    this.stringStart = -1;
    if (this.entry) return;
    // A key that began in a dropped chunk is a long one, and none that matters.
    const short = start >= 0 && at - start <= MAX_KEY_CHARACTERS;
    this.key = short ? this.kept.slice(start + 1, at) : null;
  }

  private newLine(at: number): void {
    this.line += 1;
    this.lineStart = this.keptFrom + at + 1;
    this.indented = true;
    this.inComment = false;
  }

  private structure(code: number, at: number): void {
    const offset = this.keptFrom + at;
    if (this.takesSlash(code, offset)) return;
    const indent = this.indented ? offset - this.lineStart : null;
    this.indented = false;
    const isString = code === QUOTE;
    if (this.entry?.startsAnew(code, this.before, indent)) this.finish(this.entry.broken, at);
    if (this.entry) {
      const state = this.entry.see(code, indent);
      if (state === 'done') this.finish(this.entry.broken, at + 1);
      else if (state === 'left') {
        this.finish(this.entry.broken, at);
        this.outside(code, offset, indent);
      }
    } else this.outside(code, offset, indent);
    if (isString) this.stringStart = offset;
    this.before = code;
    this.beforeAt = offset;
  }

  /** Whether this is the first or second slash of a comment around the records, which no JSON has but some write. */
  private takesSlash(code: number, offset: number): boolean {
    const { slashAt } = this;
    this.slashAt = NONE;
    this.inComment = code === SLASH && slashAt === offset - 1;
    if (this.inComment) return true;
    if (slashAt !== NONE) this.outside(SLASH, slashAt, null);
    // After a blank only, and where all was well: `https://` that lost its quote would hide the rest of its line.
    if (code !== SLASH || this.entry || this.beforeAt === offset - 1) return false;
    const top = this.frames.at(-1);
    if (top ? top.holdsRecords || top.malformed !== null : this.top.isTold) return false;
    this.slashAt = offset;
    return true;
  }

  private outside(code: number, start: number, indent: number | null): void {
    const character = String.fromCharCode(code);
    const top = this.frames.at(-1);
    if (!top) {
      if (!this.top.takes(character)) this.found.push({ line: this.line, reason: MALFORMED });
    } else if (!top.holdsRecords && !top.syntax.takes(character)) this.tellMalformed(top);
    // In a list of records only its own end closes anything: a brace is what a record that lost its first one left.
    if (character === '}' && top?.holdsRecords) this.addStray();
    else if (character === '}' || character === ']') this.close(character === ']', start);
    else if (character === '{' && top?.holdsRecords) {
      this.tellStray();
      this.wrap();
      this.entry = new EntryScan(start, this.line, indent, this.limits.depth);
      // The value of a field whose record lost its first brace.
      if (this.before === COLON) this.entry.broken = 'a bracket is missing';
    } else if (character === '{' || character === '[') this.open(character === '[', start);
    else if (character === ':') {
      if (top && !top.isArray && this.key && isRecordKey(this.key)) top.isRecord = true;
    } else if (character === ',') {
      this.key = null;
      if (top?.holdsRecords) this.inStray = false;
    } else if (top?.holdsRecords) this.addStray();
  }

  /** What stands around a record is none itself, so nobody else will say that it is broken. */
  private wrap(): void {
    for (const frame of this.frames) {
      frame.isWrapper = true;
      if (frame.malformed !== null) this.tellMalformed(frame);
    }
  }

  /** Once for each object or list. Where a whole object may yet be taken for a record, its parser will tell it. */
  private tellMalformed(frame: Frame): void {
    frame.malformed ??= this.line;
    if (!frame.isWrapper || frame.isTold) return;
    frame.isTold = true;
    this.found.push({ line: frame.malformed, reason: MALFORMED });
  }

  private addStray(): void {
    if (!this.inStray && this.stray.length < MOST_STRAY) this.stray.push(this.line);
    this.inStray = true;
  }

  /** What is no object is told where the list turns out to hold records: others hold what they like. */
  private tellStray(): void {
    for (const line of this.stray) this.found.push({ line, reason: 'not a JSON object' });
    this.stray = [];
    this.inStray = false;
  }

  private open(isArray: boolean, start: number): void {
    if (this.frames.length >= this.limits.depth) {
      this.found.push({ line: this.line, reason: `nested deeper than ${this.limits.depth} (limit depth)` });
      this.dead = true;
      return;
    }
    const top = this.frames.at(-1);
    const key = top && !top.isArray ? this.key : null;
    if (top?.holdsRecords) this.addStray();
    this.frames.push({
      isArray,
      key,
      line: this.line,
      start,
      holdsRecords: isArray && holdsRecords(this.frames, key),
      isRecord: false,
      isWrapper: !isArray && !mayBeRecord(this.frames, key),
      isIndex: false,
      syntax: new Syntax(isArray),
      malformed: null,
      isTold: false,
    });
    this.key = null;
  }

  private close(isArray: boolean, offset: number): void {
    const at = this.frames.findLastIndex((frame) => frame.isArray === isArray);
    if (at < 0) return;
    const list = this.frames.findLastIndex((frame) => frame.holdsRecords);
    if (!isArray && at < list) {
      this.frames.length = list + 1;
      this.addStray();
      return;
    }
    const frame = this.frames[at]!;
    if (frame.holdsRecords) this.endList(at === 0);
    const outer = this.frames[at - 1];
    if (frame.malformed !== null && !frame.isTold && outer) {
      outer.malformed ??= frame.malformed;
      if (outer.isWrapper) this.tellMalformed(outer);
    }
    this.frames.length = at;
    if (at === 0 && (isArray || frame.isWrapper)) this.top.hadList = true;
    this.key = null;
    if (frame.isArray || frame.isWrapper || !(frame.isRecord || at === 0)) return;
    this.wrap();
    if (outer) outer.isIndex = true;
    this.found.push({ line: frame.line, text: this.textFrom(frame.start, offset + 1) });
  }

  private endList(isWhole: boolean): void {
    if (isWhole || this.frames.some((frame) => frame.isWrapper)) this.tellStray();
    this.stray = [];
    this.inStray = false;
  }

  private finish(broken: string | null, at: number): void {
    const entry = this.entry!;
    this.entry = null;
    const limit = this.limits.entryCharacters;
    const end = this.keptFrom + at;
    if (entry.overlong || end - entry.start > limit) {
      const reason = `longer than ${limit} characters (limit entryCharacters)`;
      this.found.push({ line: entry.line, reason });
    } else if (broken !== null) this.found.push({ line: entry.line, reason: broken });
    else this.found.push({ line: entry.line, text: this.textFrom(entry.start, end) });
  }

  private textFrom(start: number, end: number): string {
    return this.kept.slice(start - this.keptFrom, end - this.keptFrom);
  }

  private dropOverlong(): void {
    const end = this.keptFrom + this.kept.length;
    const limit = this.limits.entryCharacters;
    if (this.entry && end - this.entry.start > limit) this.entry.overlong = true;
    for (const frame of this.frames) if (end - frame.start > limit) frame.isWrapper = true;
  }
}
