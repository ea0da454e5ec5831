import type { EdgeType } from '../../../graph/contract.ts';

const NAMES: Readonly<Record<EdgeType, string>> = {
  MENTIONS: 'mention',
  INTRODUCES: 'introduction',
  CO_OCCURS: 'together',
  SHARES: 'shared concepts',
  USED_FOR: 'use',
  EVALUATED_ON: 'evaluation',
  PART_OF: 'part',
  COMPARED_WITH: 'comparison',
  IS_A: 'kind',
  LINKS: 'link',
};

/** What ties a node to the one that it stands under, whichever way round. */
export const tieName = (type: EdgeType): string => NAMES[type];
