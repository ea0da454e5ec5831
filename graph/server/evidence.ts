import type { ConceptDetail } from '../contract.ts';
import { decodeSpan, type Span } from '../schema.ts';
import type { Cell } from '../store/store.ts';
import { texts } from './rows.ts';

export type Evidence = ConceptDetail['papers'][number]['evidence'][number];

export interface PaperText {
  title: string | null;
  abstract: string | null;
}

/** The spans of a relation that lie inside the paper's text, in its order. */
export function spansOf(cell: Cell | undefined, paper: PaperText): Span[] {
  return texts(cell)
    .map(decodeSpan)
    .filter((span): span is Span => span !== null && isInside(span, paper[span.field]))
    .sort((a, b) => (a.field === b.field ? a.start - b.start : a.field === 'title' ? -1 : 1));
}

/** Whether a span lies in its sentence, and that in the text. */
export function isInside(span: Span, field: string | null): boolean {
  const { start, end, sentenceStart, sentenceEnd } = span;
  return (
    field !== null &&
    sentenceStart <= start &&
    start < end &&
    end <= sentenceEnd &&
    sentenceEnd <= field.length
  );
}

export const sentenceKey = (span: Span): string => `${span.field}:${span.sentenceStart}`;

/** Each sentence once, those of the abstract first since they say more than a title. */
export function evidenceOf(spans: readonly Span[], paper: PaperText, limit: number): Evidence[] {
  const first = new Map<string, Span>();
  for (const span of spans) if (!first.has(sentenceKey(span))) first.set(sentenceKey(span), span);
  const inAbstract = [...first.values()].filter((span) => span.field === 'abstract');
  const inTitle = [...first.values()].filter((span) => span.field === 'title');
  return [...inAbstract, ...inTitle].slice(0, limit).map((span) => toEvidence(span, paper));
}

function toEvidence(span: Span, paper: PaperText): Evidence {
  return {
    sentence: (paper[span.field] ?? '').slice(span.sentenceStart, span.sentenceEnd),
    start: span.start - span.sentenceStart,
    end: span.end - span.sentenceStart,
    field: span.field,
  };
}
