/** How many papers name a concept, or are of a theme, within a span of years: from the panels that the file holds. Pure. */
import type { DrawnKind } from '../../../graph/contract.ts';
import type { SharedGraph } from '../../../graph/export/share-file.ts';

/** Years, both included; null for no bound. */
export interface Span {
  readonly from: number | null;
  readonly to: number | null;
}

/** What is read of a panel's answer. */
interface Answer {
  paperCount?: number;
  years?: { year: number; papers: number }[];
  aliases?: string[];
}

const answerOf = (answers: SharedGraph['answers'], kind: DrawnKind, id: string): Answer | undefined =>
  answers[`/${kind === 'Theme' ? 'themes' : 'concepts'}/${encodeURIComponent(id)}`] as Answer | undefined;

export const isBounded = ({ from, to }: Span): boolean => from !== null || to !== null;

/** What has no year is in no span. */
export const isWithin = (year: number | null, { from, to }: Span): boolean =>
  year !== null && year >= (from ?? year) && year <= (to ?? year);

/** All papers of it where nothing bounds them; null for what the file does not know. */
export function papersWithin(
  answers: SharedGraph['answers'],
  { kind, id }: { kind: DrawnKind; id: string },
  span: Span,
): number | null {
  const answer = answerOf(answers, kind, id);
  if (!isBounded(span)) return answer?.paperCount ?? null;
  if (!answer?.years) return null;
  return answer.years.reduce((sum, { year, papers }) => sum + (isWithin(year, span) ? papers : 0), 0);
}

/** Other names of a concept. */
export const aliasesOf = (answers: SharedGraph['answers'], kind: DrawnKind, id: string): readonly string[] =>
  answerOf(answers, kind, id)?.aliases ?? [];
