import type { ReadingState } from '../../../graph/schema.ts';

export const STATE_NAMES: Readonly<Record<ReadingState, string>> = {
  'to read': 'To read',
  reading: 'Reading',
  read: 'Read',
};
