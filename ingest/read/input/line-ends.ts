/** Turns CRLF and lone CR into LF over chunk borders, so that lines are counted alike everywhere. */
export class LineEnds {
  private heldReturn = false;

  write(text: string): string {
    let whole = this.heldReturn ? `\r${text}` : text;
    this.heldReturn = whole.endsWith('\r');
    if (this.heldReturn) whole = whole.slice(0, -1);
    return whole.includes('\r') ? whole.replace(/\r\n?/g, '\n') : whole;
  }

  end(): string {
    return this.heldReturn ? '\n' : '';
  }
}
