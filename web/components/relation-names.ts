import type { EdgeType } from '../../graph/contract.ts';

/** What the links of the map are called. */
export const RELATION_NAMES: Readonly<Record<EdgeType, string>> = {
  MENTIONS: 'Mentions',
  INTRODUCES: 'Introduces',
  CO_OCCURS: 'Occur together',
  SHARES: 'Share concepts',
  USED_FOR: 'Used for',
  EVALUATED_ON: 'Evaluated on',
  PART_OF: 'Part of',
  COMPARED_WITH: 'Compared with',
  IS_A: 'A kind of',
  LINKS: 'Links between themes',
};
