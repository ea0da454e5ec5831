/** What the page of questions asks the server for. */
import { useQuery } from '@tanstack/react-query';
import { ASK_BOUNDS, answerSchema, completionsSchema } from '../../../graph/contract.ts';
import { call } from '../../api.ts';
import { queryClient } from '../../queries.ts';
import type { Planner } from '../../state/ask.ts';

const COMPLETIONS = 8;

const answerKey = (question: string, by: Planner) => ['ask', question, by] as const;

/** An answer stays as long as the graph does: what a model said is not asked for twice. */
export function useAnswer(question: string, by: Planner) {
  return useQuery({
    queryKey: answerKey(question, by),
    queryFn: ({ signal }) => call('/ask', answerSchema, { query: { q: question, by }, signal }),
    enabled: question !== '',
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** Gives up waiting; the server then stops the query. */
export const cancelAnswer = (question: string, by: Planner) =>
  queryClient.cancelQueries({ queryKey: answerKey(question, by) });

/** An older request is given up when a newer one begins; until that is answered, the older completions stand. */
export function useCompletions(question: string, wanted: boolean) {
  const q = question.slice(0, ASK_BOUNDS.question);
  return useQuery({
    queryKey: ['ask', 'complete', q],
    queryFn: ({ signal }) =>
      call('/ask/complete', completionsSchema, { query: { q, limit: COMPLETIONS }, signal }),
    enabled: wanted,
    placeholderData: (previous) => previous,
  });
}
