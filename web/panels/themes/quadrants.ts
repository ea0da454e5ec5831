/** The four corners of the strategic map in words. */
import type { Quadrant } from '../../../graph/schema.ts';

interface QuadrantWords {
  readonly name: string;
  readonly meaning: string;
}

export const QUADRANT_WORDS: Readonly<Record<Quadrant, QuadrantWords>> = {
  niche: {
    name: 'Niche',
    meaning: 'Dense inside, loosely tied to the rest: a specialty of its own.',
  },
  motor: {
    name: 'Motor',
    meaning: 'Dense inside and strongly tied to the rest: mature, and what the field turns on.',
  },
  'emerging or declining': {
    name: 'Emerging or declining',
    meaning: 'Loose inside and at the margin: on its way in or out. Its papers by year tell which.',
  },
  basic: {
    name: 'Basic',
    meaning: 'Loose inside, strongly tied to the rest: general matters that many build on.',
  },
};

/** As they stand on the map, row by row from the top left. */
export const QUADRANT_ORDER: readonly Quadrant[] = ['niche', 'motor', 'emerging or declining', 'basic'];
