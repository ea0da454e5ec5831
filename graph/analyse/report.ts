import type { Algorithm } from '../schema.ts';
import type { Findings } from './derived-facts.ts';

/** What an analysis did, for the screen and as JSON. */
export interface AnalyseReport extends Findings {
  themes: number;
  subThemes: number;
  algorithm: Algorithm;
  /** Seeded runs that the themes are the consensus of. */
  runs: number;
  /** Who found the coarse themes, where the settings asked for another than Lacuna; else absent. */
  louvainBy?: string;
  seed: number;
  resolution: number;
  papers: number;
  concepts: number;
  relations: { coOccurs: number; shares: number; inTheme: number };
  /** Rows that had to be written or deleted; 0 when the graph was analysed already. */
  written: number;
  seconds: number;
}
