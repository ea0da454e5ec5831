import { z } from 'zod';
import type { Extraction } from '../../ingest/extract/extractor.ts';
import type { Rates } from './counts.ts';
import type { GoldDocument, TitlePlace } from './gold.ts';
import type { HeadStudy } from './heads.ts';
import type { PeerGroup } from './peers.ts';

const percent = z.number().min(0).max(100).nullable();

/** One line of a result: precision, recall and F1 in percent; null where the measure has none. */
export const measuredLine = z.object({
  /** Key under which peers have the same measure. */
  measure: z.string(),
  label: z.string(),
  precision: percent,
  recall: percent,
  f1: percent,
});
export type Measured = z.infer<typeof measuredLine>;

/** A gold set, how it is read, and how extractions of it are measured. */
export interface EvalSet {
  name: string;
  /** What is marked in it, in words. */
  about: string;
  /** File in the gold folder. */
  file: string;
  titlePlace: TitlePlace;
  peers: readonly PeerGroup[];
  measure(gold: readonly GoldDocument[], extractions: ReadonlyMap<string, Extraction>): Measured[];
  /** Of a set whose scheme marks heads that ours leaves off. */
  heads?(gold: readonly GoldDocument[], extractions: ReadonlyMap<string, Extraction>): HeadStudy;
}

export function measuredRates(measure: string, label: string, rates: Rates | null): Measured[] {
  return rates === null ? [] : [{ measure, label, ...rates }];
}
