import { type Incidence, incidenceOf, rowLength } from '../../incidence.ts';
import type { PaperText } from '../../literature.ts';
import type { FeatureGroup } from '../feature-group.ts';
import type { Snapshot } from '../snapshot.ts';
import { Numbering } from './numbering.ts';
import { sharedSums } from './shared.ts';

/** People who wrote of both, though never in one paper. */
export function authorFeatures(snapshot: Snapshot, papers: readonly PaperText[]): FeatureGroup {
  const { rows, columns } = authorsOf(snapshot, papers);
  const shared = sharedSums(rows, columns);
  return {
    names: ['authors', 'authorCosine'],
    fill: ({ a, others, count }, out) => {
      const sums = shared(a, a);
      for (let i = 0; i < count; i++) {
        const b = others[i]!;
        const both = Math.sqrt(rowLength(rows, a) * rowLength(rows, b));
        out[0]![i] = Math.log1p(sums[b]!);
        out[1]![i] = both > 0 ? sums[b]! / both : 0;
      }
    },
  };
}

/** Rows: concepts. Columns: authors of their papers; weight 1. */
function authorsOf(
  { byConcept, source, concepts }: Snapshot,
  papers: readonly PaperText[],
): { rows: Incidence; columns: number } {
  const numbers = new Numbering();
  const row: number[] = [];
  const column: number[] = [];
  for (let concept = 0; concept < concepts.length; concept++) {
    for (let i = byConcept.start[concept]!; i < byConcept.start[concept + 1]!; i++) {
      for (const author of papers[source[byConcept.column[i]!]!]!.authors) {
        const number = numbers.add(author);
        row.push(concept);
        column.push(number);
      }
    }
  }
  const weight = new Uint8Array(row.length).fill(1);
  return { rows: incidenceOf(concepts.length, numbers.size, row, column, weight), columns: numbers.size };
}
