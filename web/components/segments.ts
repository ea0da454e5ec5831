/** Cuts a text at the marks on it. Pure. */

export interface Mark<Payload> {
  /** UTF-16 offsets into the text, end exclusive. */
  readonly start: number;
  readonly end: number;
  readonly payload: Payload;
}

export interface Segment<Payload> {
  readonly start: number;
  readonly text: string;
  /** Null between the marks. */
  readonly payload: Payload | null;
}

/** Marks that leave the text are dropped; of marks that overlap, the longest stays, then the first. */
export function segmentText<Payload>(text: string, marks: readonly Mark<Payload>[]): Segment<Payload>[] {
  const chosen: Mark<Payload>[] = [];
  const byLength = marks
    .filter(({ start, end }) => start >= 0 && start < end && end <= text.length)
    .sort((one, other) => other.end - other.start - (one.end - one.start) || one.start - other.start);
  for (const mark of byLength) {
    if (chosen.every(({ start, end }) => mark.end <= start || end <= mark.start)) chosen.push(mark);
  }
  chosen.sort((one, other) => one.start - other.start);

  const segments: Segment<Payload>[] = [];
  let at = 0;
  for (const { start, end, payload } of chosen) {
    if (start > at) segments.push({ start: at, text: text.slice(at, start), payload: null });
    segments.push({ start, text: text.slice(start, end), payload });
    at = end;
  }
  if (at < text.length) segments.push({ start: at, text: text.slice(at), payload: null });
  return segments;
}
