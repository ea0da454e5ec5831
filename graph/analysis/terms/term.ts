import type { ConceptKind } from '../../schema.ts';

/** A concept as its names tell it. */
export interface NamedTerm {
  readonly id: string;
  readonly name: string;
  readonly kind: ConceptKind;
  readonly paperCount: number;
  readonly aliases: readonly string[];
}

/** Case and accents set aside. */
export const foldForm = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** In more papers first; ties by id. */
export const byPapers = (a: NamedTerm, b: NamedTerm): number =>
  b.paperCount - a.paperCount || (a.id < b.id ? -1 : 1);

/** Begins the ids of judgements of pairs; gaps and themes have others. */
export const APART = 'apart ';

/** Id of the judgement that two terms are not the same, whichever comes first. */
export const apartId = (one: string, other: string): string => APART + [one, other].sort().join(' ');
