const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const OPEN_ARRAY = 0x5b;
const CLOSE_ARRAY = 0x5d;
const COMMA = 0x2c;
const COLON = 0x3a;

/** Follows the brackets of one record in a list, and tells where it ends or where it must be broken. */
export class EntryScan {
  /** Offset of its opening bracket. */
  readonly start: number;
  readonly line: number;
  /** Why it can't be used, as far as brackets tell. */
  broken: string | null = null;
  overlong = false;
  /** Columns before it where it starts a line; null where something stands before it. */
  private readonly indent: number | null;
  private readonly depth: number;
  private readonly closers: number[] = [];
  /** Its own lines are not indented more than its start, so indentation tells nothing. */
  private flat = false;

  constructor(start: number, line: number, indent: number | null, depth: number) {
    this.start = start;
    this.line = line;
    this.indent = indent;
    this.depth = depth;
    this.closers.push(CLOSE_OBJECT);
  }

  /** Takes the next character outside strings: `done` closes the record, `left` belongs to what is around it. */
  see(code: number, indent: number | null): 'in' | 'done' | 'left' {
    const isCloser = code === CLOSE_OBJECT || code === CLOSE_ARRAY;
    if (!isCloser && indent !== null && this.indent !== null && indent <= this.indent) this.flat = true;
    if (code === OPEN_OBJECT || code === OPEN_ARRAY) {
      this.closers.push(code === OPEN_OBJECT ? CLOSE_OBJECT : CLOSE_ARRAY);
      if (this.closers.length > this.depth) this.broken ??= `nested deeper than ${this.depth} (limit depth)`;
      return 'in';
    }
    return isCloser ? this.close(code) : 'in';
  }

  private close(code: number): 'in' | 'done' | 'left' {
    const at = this.closers.lastIndexOf(code);
    if (at !== this.closers.length - 1) this.broken ??= 'a bracket is missing';
    if (at < 0) return 'left';
    this.closers.length = at;
    return at === 0 ? 'done' : 'in';
  }

  /** Whether an opening bracket can only be that of the next record: this one was never closed. */
  startsAnew(code: number, before: number, indent: number | null): boolean {
    if (code !== OPEN_OBJECT) return false;
    const inArray = this.closers.at(-1) === CLOSE_ARRAY;
    const allowed = inArray ? before === OPEN_ARRAY || before === COMMA : before === COLON;
    const outdented = indent !== null && this.indent !== null && indent <= this.indent && !this.flat;
    const anew = outdented || (!allowed && this.closers.length === 1);
    if (anew) this.broken ??= 'a bracket is missing';
    return anew;
  }
}
