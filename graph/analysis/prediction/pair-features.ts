import type { Literature } from '../literature.ts';
import type { CandidateRow } from './candidates.ts';
import { type ConceptTraits, conceptTraits } from './concept-traits.ts';
import { neighbourFeatures } from './features/neighbours.ts';
import { traitFeatures } from './features/traits.ts';
import type { Snapshot } from './snapshot.ts';

/** Some features of pairs. All are the same whichever of the two concepts comes first. */
export interface FeatureGroup {
  readonly names: readonly string[];
  /** Writes the features of the row's first `count` pairs, one array a feature; all numbers are finite. */
  fill(row: CandidateRow, out: readonly Float32Array[]): void;
}

/** A snapshot with what its features need. Nothing from after its year is in it. */
export interface KnownWorld {
  readonly snapshot: Snapshot;
  readonly traits: ConceptTraits;
  readonly features: FeatureGroup;
}

export function knownWorld(snapshot: Snapshot, literature: Literature): KnownWorld {
  const traits = conceptTraits(snapshot);
  const groups = [traitFeatures(snapshot, traits), neighbourFeatures(snapshot, traits)];
  void literature;
  return { snapshot, traits, features: joined(groups) };
}

function joined(groups: readonly FeatureGroup[]): FeatureGroup {
  return {
    names: groups.flatMap(({ names }) => names),
    fill: (row, out) => {
      let from = 0;
      for (const group of groups) {
        group.fill(row, out.slice(from, from + group.names.length));
        from += group.names.length;
      }
    },
  };
}
