import type { Cell } from '../store/store.ts';
import { integer, text, texts } from './rows.ts';

/** What the last ingest that added papers added. A first ingest adds everything, so nothing of it is new. */
export interface LastIngest {
  /** ISO 8601. */
  at: string;
  papers: number;
  concepts: number;
  /** Ids of what is new. */
  fresh: ReadonlySet<string>;
}

/** From the properties of the run that keeps it; null without them. */
export function lastIngestOf(run: Readonly<Record<string, Cell>> | undefined): LastIngest | null {
  const at = text(run?.at);
  if (!run || at === null) return null;
  return {
    at,
    papers: integer(run.paperCount) ?? 0,
    concepts: integer(run.conceptCount) ?? 0,
    fresh: new Set([...texts(run.papers), ...texts(run.concepts)]),
  };
}
