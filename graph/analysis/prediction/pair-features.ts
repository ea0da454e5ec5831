import type { Literature } from '../literature.ts';
import type { RowTick } from './candidates.ts';
import { type ConceptTraits, conceptTraits } from './concept-traits.ts';
import type { FeatureGroup } from './feature-group.ts';
import { type FeatureScale, featureScale } from './feature-scale.ts';
import { associationFeatures } from './features/associations.ts';
import { authorFeatures } from './features/authors.ts';
import { nameFeatures } from './features/names.ts';
import { neighbourFeatures } from './features/neighbours.ts';
import { textFeatures } from './features/texts.ts';
import { traitFeatures } from './features/traits.ts';
import { type PaperWords, wordsKnown } from './features/words.ts';
import type { Snapshot } from './snapshot.ts';

/** A snapshot with what its features need. Nothing from after its year is in it. */
export interface KnownWorld {
  readonly snapshot: Snapshot;
  readonly traits: ConceptTraits;
  readonly features: FeatureGroup;
  /** Worked out once. */
  scale(tick?: RowTick): Promise<FeatureScale>;
}

export function knownWorld(
  snapshot: Snapshot,
  literature: Literature,
  allWords: PaperWords,
  recentYears: number,
): KnownWorld {
  const traits = conceptTraits(snapshot);
  const words = wordsKnown(allWords, snapshot);
  const groups = [
    traitFeatures(snapshot, traits, literature.graph),
    neighbourFeatures(snapshot, traits),
    associationFeatures(snapshot, traits, recentYears),
    authorFeatures(snapshot, literature.papers),
    textFeatures(snapshot, words),
    nameFeatures(snapshot, literature.graph.concepts, words),
  ];
  const features = joined(groups);
  let scale: Promise<FeatureScale> | undefined;
  return {
    snapshot,
    traits,
    features,
    scale: (tick) => {
      scale ??= featureScale(snapshot, features, tick);
      return scale;
    },
  };
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
