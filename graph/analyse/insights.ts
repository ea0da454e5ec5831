import type { Adjacency } from '../analysis/adjacency.ts';
import { type DossierInput, themeDossiers } from '../analysis/dossier/theme-dossier.ts';
import type { Tick } from '../analysis/force-atlas.ts';
import { brokerGaps } from '../analysis/gaps/brokers.ts';
import { cellMatrix } from '../analysis/gaps/cell-matrix.ts';
import { cellGaps } from '../analysis/gaps/cells.ts';
import type { GapList } from '../analysis/gaps/gap.ts';
import { questionGaps } from '../analysis/gaps/questions.ts';
import { risingPairGaps } from '../analysis/gaps/rising-pairs.ts';
import { themePairGaps } from '../analysis/gaps/theme-pairs.ts';
import type { Literature } from '../analysis/literature.ts';
import { seededRandom } from '../analysis/random.ts';
import type { ThemeMembership } from '../analysis/theme-membership.ts';
import type { ConceptKind, FindingProperties } from '../schema.ts';
import { conceptsInOf, type StatedQuestions } from './question-places.ts';
import { roundedNumbers } from './rounding.ts';
import type { AnalyseSettings } from './settings.ts';

/** Themes of one level, as dossiers are made of them. */
export type LevelInput = Pick<DossierInput, 'membership' | 'themeOf' | 'themeIds'>;

export interface InsightInput {
  literature: Literature;
  membership: ThemeMembership;
  /** For each concept the theme that it shapes, -1 for none. */
  themeOf: Int32Array;
  themeIds: string[];
  labels: string[];
  stability: Float64Array;
  ambiguity: Float64Array;
  subThemes: LevelInput;
  /** Ties that shape themes. */
  ties: Adjacency;
  /** Ties between papers that share concepts. */
  paperTies: Adjacency;
  questions: StatedQuestions;
  /** Which paper introduces which concept. */
  introduces: { paper: number; concept: number }[];
  seed: number;
  settings: Pick<AnalyseSettings, 'gaps' | 'dossier' | 'matrix'>;
}

export interface Insights {
  lists: GapList[];
  /** Dossiers of themes and matrices of concepts. */
  findings: FindingProperties[];
}

/** The two kinds of each matrix that is kept. */
const MATRICES: readonly (readonly [ConceptKind, ConceptKind])[] = [
  ['Method', 'Task'],
  ['Method', 'Dataset'],
  ['Task', 'Dataset'],
];

/** Gaps of every kind but the predicted ones, and what each theme is about: for one thread. */
export async function insights(input: InsightInput, tick: Tick): Promise<Insights> {
  const { literature, themeOf, seed, settings } = input;
  const { gaps } = settings;
  const concepts = { ...input, partition: themeOf, concepts: input.ties };
  const families = literature.graph.concepts.map(({ family }) => family ?? null);
  const lists: GapList[] = [];
  const findings: FindingProperties[] = [];
  const steps: (() => void)[] = [
    () => lists.push(themePairGaps(concepts, gaps.themePairs)),
    () => lists.push(cellGaps({ ...concepts, families }, gaps.cells)),
    () => lists.push(brokerGaps(concepts, seededRandom(seed), gaps.brokers)),
    () => {
      const { questions } = input.questions;
      lists.push(questionGaps(literature, conceptsInOf(input.questions), gaps.questions, questions));
    },
    () => lists.push(risingPairGaps(literature, gaps.risingPairs)),
    () => findings.push(...dossierFindings(input, input)),
    () => findings.push(...dossierFindings(input, input.subThemes)),
    () => {
      for (const [rows, columns] of MATRICES) {
        const { residual: _, p0: __, ...matrix } = cellMatrix(concepts, rows, columns, settings.matrix);
        findings.push(finding(`matrix:${rows}:${columns}`, matrix));
      }
    },
  ];
  for (const [i, step] of steps.entries()) {
    await tick(i, steps.length);
    step();
  }
  await tick(steps.length, steps.length);
  return { lists, findings };
}

function dossierFindings(input: InsightInput, level: LevelInput): FindingProperties[] {
  const { membership, themeOf, themeIds } = level;
  const { questions } = input.questions;
  const dossiers = themeDossiers(
    { ...input, membership, themeOf, themeIds, questions },
    input.settings.dossier,
  );
  return dossiers.map((dossier, theme) => finding(`dossier:${themeIds[theme]}`, dossier));
}

const finding = (id: string, value: object): FindingProperties => ({
  id,
  json: JSON.stringify(value, roundedNumbers),
});
