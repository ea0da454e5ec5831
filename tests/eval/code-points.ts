/** A text cut into Unicode code points, as the gold files count them. */
export type CodePoints = readonly string[];

export function cutCodePoints(text: string): CodePoints {
  return Array.from(text);
}

export function sliceCodePoints(points: CodePoints, start: number, end: number): string {
  return points.slice(start, end).join('');
}

/** How many code points lie before a UTF-16 offset. */
export function countCodePoints(text: string, end: number): number {
  let count = 0;
  for (let at = 0; at < end; at++) {
    const unit = text.charCodeAt(at);
    const next = text.charCodeAt(at + 1);
    const isPair = unit >= 0xd800 && unit <= 0xdbff && next >= 0xdc00 && next <= 0xdfff;
    if (isPair) at++;
    count++;
  }
  return count;
}
