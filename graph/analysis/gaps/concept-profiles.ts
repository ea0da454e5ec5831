import { rowLength } from '../incidence.ts';
import type { PaperConceptGraph } from '../paper-concept-graph.ts';

export interface ProfileSettings {
  /** Concepts met in fewer papers are no part of a profile. */
  minTogether: number;
  /** A profile has so many concepts at most, those that tell most: of the greatest c_ij times weight. */
  maxConcepts: number;
}

export const DEFAULT_PROFILES: ProfileSettings = { minTogether: 2, maxConcepts: 300 };

/** In how many papers each concept stands beside this one, in order of their indexes; without itself. */
export function companions({ byPaper, byConcept }: PaperConceptGraph, concept: number): Map<number, number> {
  const together = new Map<number, number>();
  for (let i = byConcept.start[concept]!; i < byConcept.start[concept + 1]!; i++) {
    const paper = byConcept.column[i]!;
    for (let j = byPaper.start[paper]!; j < byPaper.start[paper + 1]!; j++) {
      const other = byPaper.column[j]!;
      if (other !== concept) together.set(other, (together.get(other) ?? 0) + 1);
    }
  }
  return new Map([...together].sort(([a], [b]) => a - b));
}

/**
 * What concepts are alike: each is described by the concepts that it stands beside more often than by chance,
 * weighted by ln(N c_ij / (c_i c_j)) (positive pointwise mutual information), and two are as alike as the cosine of
 * that, 0 to 1. Profiles are made when asked for, and kept.
 */
export class ConceptProfiles {
  readonly #graph: PaperConceptGraph;
  readonly #settings: ProfileSettings;
  readonly #profiles = new Map<number, ReadonlyMap<number, number>>();

  constructor(graph: PaperConceptGraph, settings: ProfileSettings = DEFAULT_PROFILES) {
    this.#graph = graph;
    this.#settings = settings;
  }

  similarity(a: number, b: number): number {
    const [one, other] = [this.#profile(a), this.#profile(b)];
    let sum = 0;
    for (const [concept, weight] of one) sum += weight * (other.get(concept) ?? 0);
    return Math.min(1, sum);
  }

  #profile(concept: number): ReadonlyMap<number, number> {
    const kept = this.#profiles.get(concept);
    if (kept) return kept;
    const profile = this.#makeProfile(concept);
    this.#profiles.set(concept, profile);
    return profile;
  }

  #makeProfile(concept: number): ReadonlyMap<number, number> {
    const { byConcept, paperIds } = this.#graph;
    const own = rowLength(byConcept, concept);
    const weights = [...companions(this.#graph, concept)].flatMap(([other, together]) => {
      if (together < this.#settings.minTogether) return [];
      const weight = Math.log((paperIds.length * together) / (own * rowLength(byConcept, other)));
      return weight > 0 ? [{ other, weight, telling: together * weight }] : [];
    });
    weights.sort((a, b) => b.telling - a.telling || a.other - b.other);
    const kept = weights.slice(0, this.#settings.maxConcepts);
    const length = Math.sqrt(kept.reduce((sum, { weight }) => sum + weight ** 2, 0));
    return new Map(kept.map(({ other, weight }) => [other, weight / length]));
  }
}
