import { type CoOccurrenceSettings, DEFAULT_CO_OCCURRENCE } from '../analysis/co-occurrence.ts';
import { DEFAULT_THEMES, type ThemeSettings } from '../analysis/communities/find-themes.ts';
import { DEFAULT_DOSSIER, type DossierSettings } from '../analysis/dossier/theme-dossier.ts';
import { type BrokerSettings, DEFAULT_BROKERS } from '../analysis/gaps/broker.ts';
import { type CellSettings, DEFAULT_CELLS } from '../analysis/gaps/cell.ts';
import { DEFAULT_MATRIX, type MatrixSettings } from '../analysis/gaps/cell-matrix.ts';
import { type ConceptPairSettings, DEFAULT_CONCEPT_PAIRS } from '../analysis/gaps/concept-pairs.ts';
import { DEFAULT_QUESTION_GAPS, type QuestionGapSettings } from '../analysis/gaps/questions.ts';
import { DEFAULT_RISING_PAIRS, type RisingPairSettings } from '../analysis/gaps/rising-pairs.ts';
import { DEFAULT_THEME_PAIR_LIST, type ThemePairListSettings } from '../analysis/gaps/theme-pairs.ts';
import { DEFAULT_LAYOUT, type LayoutSettings } from '../analysis/layout.ts';
import { DEFAULT_SHAPING, type ShapingSettings } from '../analysis/shaping.ts';
import { DEFAULT_SHARED_CONCEPTS, type SharedConceptsSettings } from '../analysis/shared-concepts.ts';
import { DEFAULT_LABELS, type LabelSettings } from '../analysis/theme-labels.ts';
import { DEFAULT_MEMBERSHIP, type MembershipSettings } from '../analysis/theme-membership.ts';
import { LacunaError } from '../errors.ts';
import { ALGORITHMS, type Algorithm, LOUVAIN_RUNNERS, type LouvainRunner } from '../schema.ts';

/** How each kind of gap is searched for. */
export interface GapSettings {
  themePairs: ThemePairListSettings;
  conceptPairs: ConceptPairSettings;
  cells: CellSettings;
  brokers: BrokerSettings;
  questions: QuestionGapSettings;
  risingPairs: RisingPairSettings;
}

/** Every choice and limit of an analysis, by name. */
export interface AnalyseSettings {
  /** Any 32-bit integer. The same graph, settings and seed give the same themes and map. */
  seed: number;
  /** Above 1 more and smaller themes, below 1 fewer and larger ones. */
  resolution: number;
  algorithm: Algorithm;
  /** Who finds the coarse themes: Lacuna (`own`), Neo4j's Graph Data Science library (`gds`), or that where it is installed (`auto`). */
  louvain: LouvainRunner;
  /** So many seeded runs are brought to agree. */
  runs: number;
  themes: Omit<ThemeSettings, 'algorithm' | 'resolution' | 'runs'>;
  shaping: ShapingSettings;
  /** The ties that themes are found in. */
  coOccurrence: CoOccurrenceSettings;
  /** The ties that are stored, also between concepts that are too rare to shape themes. */
  storedTies: CoOccurrenceSettings;
  sharedConcepts: SharedConceptsSettings;
  membership: MembershipSettings;
  labels: LabelSettings;
  layout: LayoutSettings;
  gaps: GapSettings;
  /** What a theme's dossier holds. */
  dossier: DossierSettings;
  /** How large the matrices of concepts are. */
  matrix: MatrixSettings;
  /** Rows, or ids whose rows are asked for, in one read. */
  rowsPerPage: number;
  /** Rows written in one transaction. */
  rowsPerBatch: number;
}

const { algorithm, resolution, runs, ...themes } = DEFAULT_THEMES;

export const DEFAULT_ANALYSE_SETTINGS: AnalyseSettings = {
  seed: 1,
  resolution,
  algorithm,
  louvain: 'own',
  runs,
  themes,
  shaping: DEFAULT_SHAPING,
  coOccurrence: DEFAULT_CO_OCCURRENCE,
  storedTies: { tiesPerConcept: 12 },
  sharedConcepts: DEFAULT_SHARED_CONCEPTS,
  membership: DEFAULT_MEMBERSHIP,
  labels: DEFAULT_LABELS,
  layout: DEFAULT_LAYOUT,
  gaps: {
    themePairs: DEFAULT_THEME_PAIR_LIST,
    conceptPairs: DEFAULT_CONCEPT_PAIRS,
    cells: DEFAULT_CELLS,
    brokers: DEFAULT_BROKERS,
    questions: DEFAULT_QUESTION_GAPS,
    risingPairs: DEFAULT_RISING_PAIRS,
  },
  dossier: DEFAULT_DOSSIER,
  matrix: DEFAULT_MATRIX,
  rowsPerPage: 2000,
  rowsPerBatch: 1000,
};

const MAX_RESOLUTION = 100;
const MAX_RUNS = 1000;

/** The defaults, overruled by what is given. Throws `input` for one that can't be. */
export function analyseSettings(given: Partial<AnalyseSettings> = {}): AnalyseSettings {
  const settings = { ...DEFAULT_ANALYSE_SETTINGS, ...given };
  if (!Number.isInteger(settings.seed) || Math.abs(settings.seed) > 2 ** 31 - 1) {
    throw new LacunaError('input', `The seed must be a 32-bit integer, not ${settings.seed}.`);
  }
  if (!(settings.resolution > 0 && settings.resolution <= MAX_RESOLUTION)) {
    throw new LacunaError(
      'input',
      `The resolution must be above 0 and at most ${MAX_RESOLUTION}, not ${settings.resolution}.`,
    );
  }
  if (!ALGORITHMS.includes(settings.algorithm)) {
    throw new LacunaError('input', `No algorithm '${settings.algorithm}'. Known: ${ALGORITHMS.join(', ')}.`);
  }
  if (!LOUVAIN_RUNNERS.includes(settings.louvain)) {
    throw new LacunaError(
      'input',
      `No one called '${settings.louvain}' runs Louvain. Known: ${LOUVAIN_RUNNERS.join(', ')}.`,
    );
  }
  if (!Number.isInteger(settings.runs) || settings.runs < 1 || settings.runs > MAX_RUNS) {
    throw new LacunaError(
      'input',
      `The runs must be a whole number from 1 to ${MAX_RUNS}, not ${settings.runs}.`,
    );
  }
  return settings;
}
