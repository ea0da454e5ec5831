import type { Adjacency } from '../analysis/adjacency.ts';
import type { Tick } from '../analysis/force-atlas.ts';
import { cellGaps } from '../analysis/gaps/cells.ts';
import type { GapList } from '../analysis/gaps/gap.ts';
import { DEFAULT_QUESTION_GAPS, questionGaps } from '../analysis/gaps/questions.ts';
import { risingPairGaps } from '../analysis/gaps/rising-pairs.ts';
import { themePairGaps } from '../analysis/gaps/theme-pairs.ts';
import type { Literature } from '../analysis/literature.ts';
import type { ThemeMembership } from '../analysis/theme-membership.ts';
import type { FindingProperties } from '../schema.ts';
import { conceptsInOf, type StatedQuestions } from './stated-questions.ts';

export interface InsightInput {
  literature: Literature;
  membership: ThemeMembership;
  /** For each concept the theme that it shapes, -1 for none. */
  themeOf: Int32Array;
  /** Ties that shape themes. */
  ties: Adjacency;
  themeIds: string[];
  labels: string[];
  stability: Float64Array;
  ambiguity: Float64Array;
  questions: StatedQuestions;
}

export interface Insights {
  lists: GapList[];
  /** Dossiers of themes and matrices of concepts. */
  findings: FindingProperties[];
}

/** Gaps of every kind but the predicted ones, and what each theme is about: for one thread. */
export async function insights(input: InsightInput, tick: Tick): Promise<Insights> {
  const { literature, themeOf } = input;
  const lists: GapList[] = [];
  const searches: (() => GapList)[] = [
    () => themePairGaps({ ...input, partition: themeOf, concepts: input.ties }),
    () =>
      cellGaps({
        literature,
        partition: themeOf,
        families: literature.graph.concepts.map(({ family }) => family ?? null),
      }),
    () =>
      questionGaps(
        literature,
        conceptsInOf(input.questions),
        DEFAULT_QUESTION_GAPS,
        input.questions.questions,
      ),
    () => risingPairGaps(literature),
  ];
  for (const [i, search] of searches.entries()) {
    await tick(i, searches.length);
    lists.push(search());
  }
  await tick(searches.length, searches.length);
  return { lists, findings: [] };
}
