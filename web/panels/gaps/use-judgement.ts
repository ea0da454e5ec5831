/** What a person says of a gap: shown at once, then stored; taken back where storing fails. */
import { useMutation } from '@tanstack/react-query';
import type { GapDetail, Gaps, Judgement } from '../../../graph/contract.ts';
import { api } from '../../api.ts';
import { queryClient } from '../../queries.ts';

/** Puts it into what is cached of the gap: its panel and its row. */
function put(id: string, judgement: Judgement): void {
  queryClient.setQueryData<GapDetail>(['gap', id], (gap) => gap && { ...gap, ...judgement });
  queryClient.setQueryData<Gaps>(
    ['gaps'],
    (gaps) =>
      gaps && {
        ...gaps,
        lists: gaps.lists.map((list) => ({
          ...list,
          gaps: list.gaps.map((gap) => (gap.id === id ? { ...gap, ...judgement } : gap)),
        })),
      },
  );
}

interface Change {
  next: Judgement;
  before: Judgement;
}

export function useJudgement(id: string) {
  return useMutation({
    // One after the other, so that the last one said is the one that stays.
    scope: { id: `judgement ${id}` },
    mutationFn: ({ next }: Change) => api.judge(id, next),
    onMutate: async ({ next }) => {
      await queryClient.cancelQueries({ queryKey: ['gap', id] });
      put(id, next);
    },
    onError: (_error, { before }) => put(id, before),
  });
}
