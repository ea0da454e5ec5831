import type { Extraction } from '../../ingest/extract/extractor.ts';
import type { Rates } from './counts.ts';
import type { GoldDocument, TitlePlace } from './gold.ts';
import type { PeerGroup } from './peers.ts';

/** One line of a result: precision, recall and F1 in percent; null where the measure has none. */
export interface Measured {
  /** Key under which peers have the same measure. */
  measure: string;
  label: string;
  precision: number | null;
  recall: number | null;
  f1: number | null;
}

/** A gold set, how it is read, and how extractions of it are measured. */
export interface EvalSet {
  name: string;
  /** File in the gold folder. */
  file: string;
  titlePlace: TitlePlace;
  peers: readonly PeerGroup[];
  measure(gold: readonly GoldDocument[], extractions: ReadonlyMap<string, Extraction>): Measured[];
}

export function measuredRates(measure: string, label: string, rates: Rates | null): Measured[] {
  return rates === null ? [] : [{ measure, label, ...rates }];
}
