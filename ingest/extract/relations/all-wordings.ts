import { COMPARED_WITH } from './compared-with.ts';
import { EVALUATED_ON } from './evaluated-on.ts';
import { IS_A } from './is-a.ts';
import { PART_OF } from './part-of.ts';
import { USED_FOR } from './used-for.ts';
import type { Wording } from './wording.ts';

/** Every wording; the first that ties two mentions decides what ties them, so the most telling types go first. */
export const ALL_WORDINGS: readonly Wording[] = [
  ...IS_A,
  ...COMPARED_WITH,
  ...EVALUATED_ON,
  ...PART_OF,
  ...USED_FOR,
];
