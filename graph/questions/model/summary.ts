import { z } from 'zod';
import type { Answer, Citation } from '../../contract.ts';

const MOST_SENTENCES = 24;
const MOST_CHARACTERS = 1500;
const summarySchema = z.object({ summary: z.string().trim().min(1).max(MOST_CHARACTERS) });
const MARK = /\[(\d{1,3})\]/g;
const UNFIT = /[\p{Cc}\u202a-\u202e\u2066-\u2069<>]|https?:|www\./u;

/** The sentences that a summary may rest on, each once. */
export function sentencesToCite(answer: Answer): Citation[] {
  const seen = new Set<string>();
  return answer.citations
    .flat()
    .filter(({ sentence }) => !seen.has(sentence) && Boolean(seen.add(sentence)))
    .slice(0, MOST_SENTENCES);
}

/**
 * A model's summary with what it cites; null unless every sentence cites, every citation is there, and every figure
 * stands in what its sentence cites or is the answer's own.
 */
export function readSummary(
  text: string,
  citations: readonly Citation[],
  value: Answer['value'],
): Answer['summary'] {
  const parsed = summarySchema.safeParse(jsonOf(text.slice(0, 4 * MOST_CHARACTERS)));
  if (!parsed.success || UNFIT.test(parsed.data.summary)) return null;
  const { summary } = parsed.data;
  const used = new Set<number>();
  // A sentence is what ends in its citations.
  const parts = summary.match(/[\s\S]*?(?:\[\d{1,3}\]\s*)+[.!?]?\s*/g) ?? [];
  if (parts.join('').length !== summary.length) return null;
  for (const part of parts) {
    const marks = [...part.matchAll(MARK)].map(([, n]) => Number(n));
    if (marks.some((n) => n < 1 || n > citations.length)) return null;
    for (const n of marks) used.add(n);
    const cited = marks.map((n) => citations[n - 1]!.sentence).join(' ');
    const figures = part.replace(MARK, ' ').match(/\d+(?:[.,]\d+)*/g) ?? [];
    const own = String(value ?? '');
    if (figures.some((figure) => !cited.includes(figure) && !own.includes(figure))) return null;
  }
  const numbers = [...used].sort((a, b) => a - b);
  return { text: summary, citations: numbers.map((n) => ({ number: n, ...citations[n - 1]! })) };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
