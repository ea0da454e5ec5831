import type { FastifyBaseLogger } from 'fastify';
import type { LanguageModel } from '../questions/model/language-model.ts';
import type { StoreReader } from '../store/store.ts';
import type { AnalysisJobs } from './analysis-jobs.ts';
import type { Aside } from './aside.ts';
import type { ServerConfig } from './config.ts';
import type { DataJobs } from './data-jobs.ts';
import type { DecisionJobs } from './decision-jobs.ts';
import type { Desk } from './desk.ts';
import type { LiveGraph } from './live-graph.ts';
import type { ReadersStatements } from './readers-statements.ts';
import type { Uploads } from './uploads.ts';

/** What every route is handed. */
export interface Context {
  readonly store: StoreReader;
  readonly config: ServerConfig;
  readonly live: LiveGraph;
  readonly aside: Aside;
  readonly statements: ReadersStatements;
  readonly log: FastifyBaseLogger;
  /** Null where nothing can be changed. */
  readonly desk: Desk | null;
  readonly jobs: AnalysisJobs;
  readonly dataJobs: DataJobs;
  readonly decisionJobs: DecisionJobs;
  /** Null where nothing can be changed. */
  readonly uploads: Uploads | null;
  /** Null where no language model may be asked. */
  readonly questionModel: LanguageModel | null;
}
