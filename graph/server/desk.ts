import type { AnalysisRequest, Annotated, Judgement, Pin } from '../contract.ts';
import { LacunaError } from '../errors.ts';

/** What is told while an analysis runs. */
export interface AnalysisHooks {
  /** `done` of `total` steps of a stage (`project`, `themes`, `gaps`, `layout`, `write`). */
  progress(stage: string, done: number, total: number): void;
  /** Aborted when nobody wants the analysis any more. */
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
  /** Rejects when the signal is aborted before all is written. */
  analyse(request: AnalysisRequest, hooks: AnalysisHooks): Promise<void>;
}

/** Throws `refused` where nothing can be changed. */
export function openDesk(desk: Desk | null): Desk {
  if (desk) return desk;
  throw new LacunaError('refused', 'This server only reads its graph: nothing can be changed through it.', {
    details: { setting: 'editable' },
  });
}
