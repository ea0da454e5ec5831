import type { SearchHit } from '../contract.ts';

export interface SearchEntry {
  id: string;
  kind: SearchHit['kind'];
  label: string;
  /** Other names of a concept; a theme's telling concepts. */
  aliases: string[];
  count: number | null;
  /** In the index, from 0; a theme, which may change, has none. */
  place: number | null;
}

/** Common concepts before rare ones; what a paper's count is (its year) says nothing about it. */
export function importance({ kind, count }: SearchEntry): number {
  return kind === 'Paper' ? 1 : 1 + Math.log1p(count ?? 0) / 4;
}
