/** What a person says of a gap: shown at once, then stored; taken back where storing fails. */
import { useMutation } from '@tanstack/react-query';
import type { GapDetail, Gaps, Judgement } from '../../../graph/contract.ts';
import { api } from '../../api.ts';
import { queryClient } from '../../queries.ts';
import { useHistory } from '../../state/history.ts';

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

async function store(id: string, judgement: Judgement): Promise<void> {
  await api.judge(id, judgement);
  put(id, judgement);
}

function labelOf({ next, before }: Change): string {
  if (next.verdict === before.verdict) return 'note on a gap';
  if (next.verdict === null) return 'taking back what was said of a gap';
  return next.verdict === 'kept' ? 'keeping a gap' : 'dismissing a gap';
}

export function useJudgement(id: string) {
  const saying = useMutation({
    // One after the other, so that the last one said is the one that stays.
    scope: { id: `judgement ${id}` },
    mutationFn: ({ next }: Change) => store(id, next),
    onMutate: async ({ next }) => {
      await queryClient.cancelQueries({ queryKey: ['gap', id] });
      put(id, next);
    },
    onError: (_error, { before }) => put(id, before),
    onSuccess: (_data, change) => {
      // What was said of the last change holds no more once it is undone.
      const again = (judgement: Judgement) => store(id, judgement).then(() => saying.reset());
      useHistory.getState().record({
        label: labelOf(change),
        undo: () => again(change.before),
        redo: () => again(change.next),
      });
    },
  });
  return saying;
}
