/** What ties of the graph are called between two nodes, in a line of text. Pure. */
import type { EdgeType } from '../../graph/contract.ts';

const WORDS: Readonly<Record<EdgeType, string>> = {
  MENTIONS: 'mentions',
  INTRODUCES: 'introduces',
  CO_OCCURS: 'occurs with',
  SHARES: 'shares concepts with',
  USED_FOR: 'used for',
  EVALUATED_ON: 'evaluated on',
  PART_OF: 'part of',
  COMPARED_WITH: 'compared with',
  IS_A: 'is a kind of',
  LINKS: 'tied to',
};

/** `MENTIONS` as `mentions`; a type that is not known, in small letters. */
export const relationInWords = (type: string): string =>
  (WORDS as Readonly<Record<string, string>>)[type] ?? type.toLowerCase().replaceAll('_', ' ');
