/** Years on the brush, and what its keys do. Pure. */
import type { YearSpan } from '../../components/year-span.ts';
import type { Frame } from '../../state/year-play.ts';

export type YearCounts = readonly { year: number; papers: number }[];

/** Years that Page Up and Page Down move. */
const PAGE = 5;

/** The span as years, with the ends that the filters leave open filled in. */
export function chosenYears({ first, last }: YearSpan, { from, to }: Frame): { from: number; to: number } {
  const within = (year: number) => Math.min(last, Math.max(first, year));
  return { from: within(from ?? first), to: within(to ?? last) };
}

/** As filters: an end of the span is no limit. */
export function frameOf({ first, last }: YearSpan, one: number, other: number): Frame {
  const [from, to] = [Math.min(one, other), Math.max(one, other)];
  return { from: from <= first ? null : from, to: to >= last ? null : to };
}

/** The year under a place, 0 to 1 along the brush. */
export function yearAt({ first, years }: YearSpan, place: number): number {
  return first + Math.min(years - 1, Math.max(0, Math.floor(place * years)));
}

/** Where a key moves a handle that may go from `least` to `most`; null for any other key. */
export function yearAfterKey(key: string, year: number, least: number, most: number): number | null {
  const moves: Readonly<Record<string, number>> = {
    ArrowLeft: year - 1,
    ArrowDown: year - 1,
    ArrowRight: year + 1,
    ArrowUp: year + 1,
    PageDown: year - PAGE,
    PageUp: year + PAGE,
    Home: least,
    End: most,
  };
  const moved = moves[key];
  return moved === undefined ? null : Math.min(most, Math.max(least, moved));
}

/** Years that are written under the brush: so many that they don't touch. */
export function labelledYears({ first, last, years }: YearSpan, room: number): number[] {
  const step = [1, 2, 5, 10, 20, 50].find((size) => years / size <= room) ?? 100;
  const labels: number[] = [];
  for (let year = Math.ceil(first / step) * step; year <= last; year += step) labels.push(year);
  return labels;
}
