import type { TaggedSpan } from '../tagged-extractor.ts';
import { bestLabels, type Lattice, Marginals } from './decode.ts';
import { BEGIN, INSIDE } from './labels.ts';

/** The spans of the best labels of one sentence, each with the probability of every kind. `moves`: see `Marginals`. */
export function spansOfLattice(lattice: Lattice, moves: Float64Array): TaggedSpan[] {
  const path = bestLabels(lattice);
  const spans: TaggedSpan[] = [];
  let marginals: Marginals | null = null;
  for (let from = 0; from < path.length; from++) {
    const kind = BEGIN.indexOf(path[from]!);
    if (kind < 0) continue;
    let to = from + 1;
    while (to < path.length && path[to] === INSIDE[kind]) to++;
    marginals ??= new Marginals(lattice, moves);
    const kinds = new Float64Array(BEGIN.length);
    for (let k = 0; k < kinds.length; k++) kinds[k] = marginals.span(from, to, BEGIN[k]!, INSIDE[k]!);
    spans.push({ from, to, kinds });
    from = to - 1;
  }
  return spans;
}
