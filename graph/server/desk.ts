import type {
  AnalysisRequest,
  Annotated,
  ConceptChange,
  DataChange,
  DecisionContent,
  FetchEstimate,
  Fetching,
  FetchRequest,
  IngestReport,
  Judgement,
  Pin,
  RestoredDecision,
} from '../contract.ts';
import { LacunaError } from '../errors.ts';

/** What is told while an analysis runs. */
export interface AnalysisHooks {
  /** `done` of `total` steps of a stage (`project`, `themes`, `gaps`, `layout`, `write`). */
  progress(stage: string, done: number, total: number): void;
  /** Aborted when nobody wants the analysis any more. */
  signal: AbortSignal;
}

/** What is to be done to the papers: files taken in, a source's share taken out, a change taken back. */
export type DataWork =
  | {
      what: 'add';
      /** Their paths; the names are those that people know. */
      files: readonly string[];
      names: readonly string[];
      /** Takes them in however many entries can't be read. */
      whatever: boolean;
      limits: { entries?: number; decompressedBytes?: number };
    }
  | { what: 'remove'; source: string }
  | { what: 'takeBack'; change: string }
  | ({ what: 'fetch' } & FetchRequest);

/** What is told while papers are changed. */
export interface DataHooks {
  /** `fetch`: asking a source; `papers`: reading, extracting, storing; `map`: analysing. `total` is null while it isn't known. */
  progress(part: 'fetch' | 'papers' | 'map', stage: string, done: number, total: number | null): void;
  /** What takes the change back, told before any of it is written. */
  changes(id: string): void;
  /** All papers are stored, and the analysis begins. */
  stored(report: IngestReport): void;
  signal: AbortSignal;
}

/** What is to be decided of terms, or no more; all of it is one change. */
export interface TermWork {
  changes?: readonly ConceptChange[];
  /** Decisions by their forms, such as a file brings. */
  contents?: readonly DecisionContent[];
  /** Decisions that were taken back, to hold again. */
  restore?: readonly RestoredDecision[];
  /** Ids of decisions, or of what was decided at once, to take back. */
  remove?: readonly string[];
}

/** What came of it. */
export interface TermsDone {
  /** What takes back all that was decided; null where nothing was. */
  id: string | null;
  added: number;
  removed: number;
}

/** What is told while terms are changed; `total` is null while it isn't known. */
export interface TermHooks {
  progress(stage: string, done: number, total: number | null): void;
  signal: AbortSignal;
}

/**
 * All that can be changed through the server, by somebody who holds a writer: the server itself reaches none.
 * Each promise is kept once what it says stands in the store.
 */
export interface Desk {
  /** No verdict and an empty note take the judgement back. */
  judge(gap: string, judgement: Judgement): Promise<void>;
  /** Null gives the theme its own label back. */
  nameTheme(theme: string, label: string | null): Promise<void>;
  /** In place of what was written of a paper, concept or theme; with nothing said it is forgotten. */
  annotate(id: string, annotated: Annotated): Promise<void>;
  /** All of them or none. */
  pin(pins: readonly Pin[]): Promise<void>;
  /** Keeps what is decided and makes the graph anew by it; what was found in it, such as themes, stays as it was. */
  decide(work: TermWork, hooks: TermHooks): Promise<TermsDone>;
  /** Whether two terms are said not to be the same. */
  setApart(one: string, other: string, apart: boolean): Promise<void>;
  /** Rejects when the signal is aborted before all is written. */
  analyse(request: AnalysisRequest, hooks: AnalysisHooks): Promise<void>;
  /** Folder for files on their way in; it need not be there. */
  readonly uploads: string;
  /** Rejects when the signal is aborted before all is written; each transaction until then is whole. */
  changePapers(work: DataWork, hooks: DataHooks): Promise<void>;
  /** Who can be asked for papers by query. */
  fetching(): Fetching;
  /** Asks a source once how many papers it has. */
  countPapers(request: FetchRequest, signal: AbortSignal): Promise<FetchEstimate>;
  /** What can be taken back, the latest first. */
  changes(): Promise<DataChange[]>;
}

/** Throws `refused` where nothing can be changed. */
export function openDesk(desk: Desk | null): Desk {
  if (desk) return desk;
  throw new LacunaError('refused', 'This server only reads its graph: nothing can be changed through it.', {
    details: { setting: 'editable' },
  });
}
