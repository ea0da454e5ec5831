import { DEFAULT_ANALYSE_SETTINGS } from '../../graph/analyse/settings.ts';
import { DEFAULT_BACKTEST } from '../../graph/analysis/prediction/settings.ts';
import { DEFAULT_THEME_RECORD } from '../../graph/analysis/prediction/theme-pair-record.ts';
import { DEFAULT_LOOK_ALIKE_SETTINGS } from '../../graph/analysis/terms/look-alikes.ts';
import { DEFAULT_LIMITS } from '../../graph/store/options.ts';
import { DEFAULT_CANONICALISER_SETTINGS } from '../../ingest/canonicalise/canonicaliser.ts';
import { DEFAULT_CHANGE_LIMITS } from '../../ingest/change/change-log.ts';
import { DEFAULT_DEDUPE_SETTINGS } from '../../ingest/clean/dedupe-settings.ts';
import { DOCUMENT_LIMITS } from '../../ingest/clean/document.ts';
import { DEFAULT_FETCH_SETTINGS } from '../../ingest/fetch/settings.ts';
import { DEFAULT_QUEUE_SETTINGS } from '../../ingest/queue/settings.ts';
import { DEFAULT_READ_LIMITS } from '../../ingest/read/limits.ts';
import { DEFAULT_INGEST_SETTINGS } from '../../ingest/settings.ts';

const {
  themes,
  shaping,
  coOccurrence,
  storedTies,
  sharedConcepts,
  membership,
  labels,
  layout,
  gaps,
  dossier,
  matrix,
  ...analysis
} = DEFAULT_ANALYSE_SETTINGS;

/** Every group of settings outside the server, by the heading it has in docs/settings.md. */
export const SETTINGS_GROUPS: Record<string, object> = {
  Ingest: DEFAULT_INGEST_SETTINGS,
  Workers: DEFAULT_QUEUE_SETTINGS,
  'Changes that can be taken back': DEFAULT_CHANGE_LIMITS,
  'Reading files': DEFAULT_READ_LIMITS,
  'Fetching papers': DEFAULT_FETCH_SETTINGS,
  'One entry': DOCUMENT_LIMITS,
  'Joining twins': DEFAULT_DEDUPE_SETTINGS,
  'Canonical concepts': DEFAULT_CANONICALISER_SETTINGS,
  Analysis: analysis,
  'What shapes the themes': shaping,
  Themes: themes,
  'Theme membership': membership,
  'Theme labels': labels,
  'Concepts together': coOccurrence,
  'Concepts together, as stored': storedTies,
  'Papers that share concepts': sharedConcepts,
  Layout: layout,
  'Gaps: theme pairs': gaps.themePairs,
  'Gaps: concept pairs': gaps.conceptPairs,
  'Back-test': DEFAULT_BACKTEST,
  'Back-test: theme pairs': DEFAULT_THEME_RECORD,
  'Gaps: cells': gaps.cells,
  'Gaps: brokers': gaps.brokers,
  'Gaps: stated questions': gaps.questions,
  'Gaps: rising pairs': gaps.risingPairs,
  'Look-alikes': DEFAULT_LOOK_ALIKE_SETTINGS,
  Dossiers: dossier,
  Matrices: matrix,
  Stores: DEFAULT_LIMITS,
};

/** Defaults that depend on the machine are told in words. */
export const BY_MACHINE = new Set(['childMemoryBytes']);
