/** What the ties of the graph are called: as names in a list, and in a line of text between two nodes. Pure. */
import type { EdgeType } from '../../graph/contract.ts';

interface Words {
  readonly name: string;
  /** Between two nodes, where the name in small letters would not read on. */
  readonly line?: string;
}

const WORDS: Readonly<Record<EdgeType, Words>> = {
  MENTIONS: { name: 'Mentions' },
  INTRODUCES: { name: 'Introduces' },
  CO_OCCURS: { name: 'Occur together', line: 'occurs with' },
  SHARES: { name: 'Share concepts', line: 'shares concepts with' },
  USED_FOR: { name: 'Used for' },
  EVALUATED_ON: { name: 'Evaluated on' },
  PART_OF: { name: 'Part of' },
  COMPARED_WITH: { name: 'Compared with' },
  IS_A: { name: 'A kind of', line: 'is a kind of' },
  LINKS: { name: 'Links between themes', line: 'tied to' },
};

/** `CO_OCCURS` as `Occur together`. */
export const relationName = (type: EdgeType): string => WORDS[type].name;

/** `CO_OCCURS` as `occurs with`; a type that is not known, in small letters. */
export function relationInWords(type: string): string {
  const known = (WORDS as Readonly<Record<string, Words>>)[type];
  return known?.line ?? (known?.name ?? type.replaceAll('_', ' ')).toLowerCase();
}
