import { type Adjacency, adjacencyOf } from '../adjacency.ts';
import type { CoOccurrence } from '../co-occurrence.ts';
import { rowCount, rowLength } from '../incidence.ts';
import type { PaperConceptGraph } from '../paper-concept-graph.ts';
import { median } from './quantile.ts';

/** Strong outside and inside; inside only; outside only; neither, which is where themes come from and go to. */
export type Quadrant = 'motor' | 'niche' | 'basic' | 'emerging or declining';

export interface MapPlace {
  /** 10 times the sum of e_ij over ties with exactly one end in the theme: how much it is tied to others. */
  centrality: number;
  /** 100 times the sum of e_ij over ties inside, by concepts in the theme: how much it holds together. */
  density: number;
  quadrant: Quadrant;
}

export interface StrategicMap {
  /** One for each theme. */
  places: MapPlace[];
  /** Where the quadrants meet. NaN without themes. */
  medianCentrality: number;
  medianDensity: number;
}

/**
 * Ties weighted by the equivalence index e_ij = c_ij^2 / (c_i c_j), 0 to 1, where c_ij counts the papers with
 * both concepts, c_i those with one (Callon 1991).
 */
export function equivalenceGraph(graph: PaperConceptGraph, ties: readonly CoOccurrence[]): Adjacency {
  const papers = (concept: number): number => rowLength(graph.byConcept, concept);
  return adjacencyOf(
    graph.concepts.length,
    ties.map(({ source, target, papers: both }) => ({
      source,
      target,
      weight: both ** 2 / (papers(source) * papers(target)),
    })),
  );
}

/**
 * Callon's strategic map (Callon 1991; Cobo 2011): centrality, density and the quadrant between their medians;
 * a theme on a median is on its upper side. A link between two themes counts for both of them.
 * `partition` gives each concept's theme from 0 to `themes` - 1, or less than 0; ties to such don't count.
 */
export function strategicMap(equivalence: Adjacency, partition: Int32Array, themes: number): StrategicMap {
  const outer = new Float64Array(themes);
  const inner = new Float64Array(themes);
  const concepts = new Uint32Array(themes);
  for (let concept = 0; concept < rowCount(equivalence); concept++) {
    const theme = partition[concept]!;
    if (theme < 0) continue;
    concepts[theme]! += 1;
    for (let i = equivalence.start[concept]!; i < equivalence.start[concept + 1]!; i++) {
      const other = partition[equivalence.column[i]!]!;
      if (other < 0) continue;
      // A tie inside stands in the rows of both its ends, one to another theme once in each theme.
      if (other === theme) inner[theme]! += equivalence.weight[i]! / 2;
      else outer[theme]! += equivalence.weight[i]!;
    }
  }
  const centrality = outer.map((sum) => 10 * sum);
  const density = inner.map((sum, theme) => (100 * sum) / Math.max(1, concepts[theme]!));
  const medianCentrality = median(centrality);
  const medianDensity = median(density);
  const places = Array.from(centrality, (outside, theme): MapPlace => {
    const inside = density[theme]!;
    return {
      centrality: outside,
      density: inside,
      quadrant: quadrantOf(outside >= medianCentrality, inside >= medianDensity),
    };
  });
  return { places, medianCentrality, medianDensity };
}

function quadrantOf(central: boolean, dense: boolean): Quadrant {
  if (central) return dense ? 'motor' : 'basic';
  return dense ? 'niche' : 'emerging or declining';
}
