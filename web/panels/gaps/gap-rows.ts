/** Which gaps of a list are shown. Pure. */
import type { GapSummary } from '../../../graph/contract.ts';
import type { VerdictFilter } from '../../state/gap-list.ts';

const PASSES: Readonly<Record<VerdictFilter, (gap: GapSummary) => boolean>> = {
  all: () => true,
  kept: ({ verdict }) => verdict === 'kept',
  notDismissed: ({ verdict }) => verdict !== 'dismissed',
};

/** Gaps that pass by their verdict and have each word of `text` in their title, their ends or their note. */
export function shownGaps(gaps: readonly GapSummary[], verdicts: VerdictFilter, text: string): GapSummary[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return gaps.filter((gap) => {
    if (!PASSES[verdicts](gap)) return false;
    const haystack = [gap.title, gap.note, ...gap.between.map(({ label }) => label)].join(' ').toLowerCase();
    return words.every((word) => haystack.includes(word));
  });
}

export function countVerdicts(gaps: readonly GapSummary[]): Readonly<Record<VerdictFilter, number>> {
  const passing = (filter: VerdictFilter) => gaps.filter(PASSES[filter]).length;
  return { notDismissed: passing('notDismissed'), kept: passing('kept'), all: gaps.length };
}
