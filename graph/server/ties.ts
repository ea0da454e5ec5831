import type { EdgeType } from '../contract.ts';
import { CONCEPT_RELATIONS } from '../schema.ts';
import type { NodeColumns } from './node-columns.ts';

/** What the store ties papers and concepts by; `LINKS` follows from these. */
export type TieType = Exclude<EdgeType, 'LINKS'>;

/**
 * Ties of one type in compressed rows: those of node `n` are entries `start[n]` up to, not including,
 * `start[n + 1]`. Each tie stands in the rows of both its ends.
 */
export interface TieRows {
  readonly start: Uint32Array;
  readonly other: Uint32Array;
  /** As stored: salience, association strength, weight or number of papers. */
  readonly weight: Float32Array;
  /** 0 to 1, comparable between types; see tie-strength.ts. */
  readonly strength: Float32Array;
  /** 1 where the tie goes out from the node whose row it is. */
  readonly isOut: Uint8Array;
}

/**
 * What ties papers and concepts, by number: papers in the catalogue's order, then concepts in the catalogue's
 * order. A paper that introduces a concept mentions it too; here it is one tie, of the type `INTRODUCES`.
 */
export interface Ties {
  readonly ids: readonly string[];
  readonly numberOf: ReadonlyMap<string, number>;
  /** Numbers below this are papers. */
  readonly papers: number;
  readonly of: Readonly<Record<TieType, TieRows>>;
  readonly columns: NodeColumns;
}

export const TIE_TYPES: readonly TieType[] = [
  'MENTIONS',
  'INTRODUCES',
  'CO_OCCURS',
  'SHARES',
  ...CONCEPT_RELATIONS,
];

/** How papers name concepts. */
export const NAMING = ['MENTIONS', 'INTRODUCES'] as const satisfies readonly TieType[];

const FIRST_ROOM = 1024;

/** Loose ties of one type, in any order. */
export class TieList {
  #count = 0;
  #from = new Uint32Array(FIRST_ROOM);
  #to = new Uint32Array(FIRST_ROOM);
  #weight = new Float32Array(FIRST_ROOM);
  #strength = new Float32Array(FIRST_ROOM);

  add(from: number, to: number, weight: number, strength: number): void {
    if (this.#count === this.#from.length) this.#grow();
    const at = this.#count++;
    this.#from[at] = from;
    this.#to[at] = to;
    this.#weight[at] = weight;
    this.#strength[at] = strength;
  }

  #grow(): void {
    const room = 2 * this.#count;
    const numbers = (before: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> => {
      const larger = new Uint32Array(room);
      larger.set(before);
      return larger;
    };
    const fractions = (before: Float32Array<ArrayBuffer>): Float32Array<ArrayBuffer> => {
      const larger = new Float32Array(room);
      larger.set(before);
      return larger;
    };
    [this.#from, this.#to] = [numbers(this.#from), numbers(this.#to)];
    [this.#weight, this.#strength] = [fractions(this.#weight), fractions(this.#strength)];
  }

  toRows(nodes: number): TieRows {
    const [from, to] = [this.#from, this.#to].map((ends) => ends.subarray(0, this.#count)) as [
      Uint32Array,
      Uint32Array,
    ];
    const start = new Uint32Array(nodes + 1);
    for (const ends of [from, to]) for (const node of ends) start[node + 1]! += 1;
    for (let node = 0; node < nodes; node++) start[node + 1]! += start[node]!;
    const next = start.slice();
    const rows = {
      start,
      other: new Uint32Array(2 * from.length),
      weight: new Float32Array(2 * from.length),
      strength: new Float32Array(2 * from.length),
      isOut: new Uint8Array(2 * from.length),
    };
    const put = (node: number, other: number, i: number, isOut: number): void => {
      const at = next[node]!++;
      rows.other[at] = other;
      rows.weight[at] = this.#weight[i]!;
      rows.strength[at] = this.#strength[i]!;
      rows.isOut[at] = isOut;
    };
    for (let i = 0; i < from.length; i++) {
      put(from[i]!, to[i]!, i, 1);
      put(to[i]!, from[i]!, i, 0);
    }
    return rows;
  }
}

/** The rows of these types. */
export const rowsOfTypes = (ties: Ties, types: readonly TieType[]): TieRows[] =>
  types.map((type) => ties.of[type]);

/** Calls back for each tie of the node, of these types, in their order. */
export function forEachTie(
  ties: Ties,
  types: readonly TieType[],
  node: number,
  visit: (other: number, type: TieType, at: number, rows: TieRows) => void,
): void {
  for (const type of types) {
    const rows = ties.of[type];
    for (let at = rows.start[node]!; at < rows.start[node + 1]!; at++) visit(rows.other[at]!, type, at, rows);
  }
}
