import type { ExtractorInput, Mention } from '../../ingest/extract/extractor.ts';
import { countCodePoints } from './code-points.ts';
import type { MarkedSpan } from './gold.ts';

/** Field offsets in UTF-16 become offsets in code points of `title + "\n" + abstract`, or of the abstract alone. */
export function predictSpans(
  { title, abstract }: Pick<ExtractorInput, 'title' | 'abstract'>,
  mentions: readonly Pick<Mention, 'field' | 'start' | 'end' | 'kind'>[],
): MarkedSpan[] {
  const abstractStart = title === null ? 0 : countCodePoints(title, title.length) + 1;
  return mentions.map(({ field, start, end, kind }) => {
    const text = (field === 'title' ? title : abstract) ?? '';
    const from = field === 'title' ? 0 : abstractStart;
    return { start: from + countCodePoints(text, start), end: from + countCodePoints(text, end), type: kind };
  });
}
