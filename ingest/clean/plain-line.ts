import { DIRECTION_MARKS } from '../../graph/schema.ts';

const UNPRINTABLE = new RegExp(`[\\p{Cc}\\p{Cs}${DIRECTION_MARKS}\\u2028\\u2029]+`, 'gu');

/** What a stranger wrote, so that a terminal shows it and does nothing else. */
export const plainLine = (text: string): string => text.replace(UNPRINTABLE, ' ').trim();
