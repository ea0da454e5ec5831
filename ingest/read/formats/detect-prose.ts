import { afterAbstractHeading } from './abstracts.ts';
import { isFurniture } from './page-furniture.ts';
import { LONGEST_TITLE } from './prose.ts';

/** Share of the long lines that must stand under a short one for a page of titles and abstracts by turns. */
const MIN_PAIRED_SHARE = 0.7;
/** Short lines for each long one, at most. */
const MAX_SHORT_PER_LONG = 2;

/** Which kind of prose list a text is, by its first characters (the last line of them may be cut). */
export function detectProse(head: string): 'abstracts' | 'page-dump' | 'plain' {
  const lines = head.split('\n').filter((line) => line.trim());
  const headings = lines.filter((line) => afterAbstractHeading(line) !== null).length;
  const shown = lines.filter((line) => !isFurniture(line));
  const isLong = (line: string | undefined): boolean => (line?.length ?? 0) > LONGEST_TITLE;
  const long = shown.filter(isLong).length;
  const paired = shown.filter((line, at) => isLong(line) && at > 0 && !isLong(shown[at - 1])).length;
  if (headings > 0 && headings * 2 >= paired) return 'abstracts';
  const short = shown.length - long;
  const byTurns = long >= 2 && paired >= long * MIN_PAIRED_SHARE && short <= long * MAX_SHORT_PER_LONG;
  return byTurns ? 'page-dump' : 'plain';
}
