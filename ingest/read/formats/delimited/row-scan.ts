/**
 * One row of a delimited file, fed line by line (RFC 4180). Where people break the rule it is lenient as long as the
 * row stays on one line: a quote inside a quoted cell that no delimiter follows is a character. Over a line break the
 * rule is strict, for there such a quote mostly means that an earlier one was never closed.
 */
export class RowScan {
  readonly cells: string[] = [];
  readonly firstLine: number;
  /** Characters fed so far. */
  size = 0;
  private readonly delimiter: string;
  private cell: string | null = null;
  private lines = 0;

  constructor(delimiter: string, firstLine: number) {
    this.delimiter = delimiter;
    this.firstLine = firstLine;
  }

  /** `open`: the next line belongs to it too; `broken`: a quote that was never closed, or closed in mid-cell. */
  feed(line: string): 'whole' | 'open' | 'broken' {
    this.lines += 1;
    this.size += line.length + 1;
    let at = 0;
    if (this.cell !== null) {
      const next = this.quoted(line, 0);
      if (next === null) return 'broken';
      if (next < 0) return 'open';
      at = next;
    }
    while (at <= line.length) {
      if (this.opensQuote(line, at)) {
        this.cell = '';
        const next = this.quoted(line, at + 1);
        if (next === null) return 'broken';
        if (next < 0) return 'open';
        at = next;
      } else {
        const end = line.indexOf(this.delimiter, at);
        this.cells.push(line.slice(at, end < 0 ? undefined : end));
        if (end < 0) break;
        at = end + 1;
      }
    }
    return 'whole';
  }

  /** Tables with tabs (Web of Science) hold bare quotes, so there a quote counts only if it closes on its line. */
  private opensQuote(line: string, at: number): boolean {
    if (line[at] !== '"') return false;
    if (this.delimiter !== '\t') return true;
    for (let end = line.indexOf('"', at + 1); end >= 0; end = line.indexOf('"', end + 1)) {
      if (line[end + 1] === '"') end += 1;
      else return end + 1 === line.length || line[end + 1] === '\t';
    }
    return false;
  }

  /** Reads on in a quoted cell; gives where the next cell starts, -1 if the line ends first, null if it is broken. */
  private quoted(line: string, from: number): number | null {
    let at = from;
    for (;;) {
      const end = line.indexOf('"', at);
      if (end < 0) {
        this.cell += `${line.slice(at)}\n`;
        return -1;
      }
      this.cell += line.slice(at, end);
      const after = /^[ \t]*/.exec(line.slice(end + 1, end + 20))![0].length;
      const stop = this.delimiter === '\t' ? end + 1 : end + 1 + after;
      if (line[end + 1] === '"') {
        this.cell += '"';
        at = end + 2;
      } else if (stop >= line.length || line[stop] === this.delimiter) {
        this.cells.push(this.cell!);
        this.cell = null;
        return stop >= line.length ? line.length + 1 : stop + 1;
      } else if (this.lines > 1) {
        return null;
      } else {
        this.cell += '"';
        at = end + 1;
      }
    }
  }
}
