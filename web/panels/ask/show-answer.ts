import type { Answer, GraphView } from '../../../graph/contract.ts';
import { showNodesOnMap, showOnMap } from '../../navigation.ts';
import { graphQuery, queryClient } from '../../queries.ts';
import { useView } from '../../state/view.ts';
import { namesInRows } from './answer-rows.ts';

/** More are not laid over the map where it lacks them: each is a request. */
const MOST_LAID = 12;

/** Goes to the map, where the papers of the answer stand out, and the concepts that its rows name. */
export async function showAnswer(answer: Answer): Promise<void> {
  const base = await queryClient.ensureQueryData(graphQuery(useView.getState()));
  const papers = answer.papers.map(({ id }) => id);
  const concepts = namedIn(base, namesInRows(answer));
  if (papers.length > MOST_LAID) {
    showOnMap([...papers, ...concepts]);
    return;
  }
  const shown = (kind: string) => (id: string) => ({ id, kind });
  await showNodesOnMap(papers.map(shown('Paper')), concepts.map(shown('Concept')));
}

function namedIn({ nodes }: GraphView, names: readonly string[]): string[] {
  const wanted = new Set(names);
  return nodes.id.filter((_, at) => nodes.kind[at] !== 'Paper' && wanted.has(nodes.label[at]!));
}
