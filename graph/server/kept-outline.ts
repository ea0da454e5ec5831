import { join } from 'node:path';
import { breather } from '../analyse/breather.ts';
import { replaceFront, writeBlocks } from './blocks-file.ts';
import type { Catalogue } from './catalogue.ts';
import { TIE_TYPES, type TieRows, type Ties } from './ties.ts';

/**
 * What the server reads of a graph before it can draw any map, kept in one file, so that it need not be read from the store again until
 * the graph changes. In front the state of the graph; then blocks: a header; papers and concepts, so many a block, as JSON columns; of each type of tie its five columns as
 * they lie in memory. A file that is damaged, of another graph or of another program counts as none.
 */
export interface Outline {
  papers: Catalogue['papers'];
  concepts: Catalogue['concepts'];
  mentions: number;
  ties: Ties;
}

/** The state of a graph that an outline is of. */
export interface GraphState {
  /** Stands for its runs, without white space. */
  runs: string;
  transactions: number;
}

export interface Header {
  /** The numbers in it lie as this machine has them. */
  littleEndian: boolean;
  papers: number;
  concepts: number;
  mentions: number;
}

/** Beside an embedded store; it can be deleted at any time. */
export const outlineFileIn = (folder: string): string => join(folder, 'outline.cache');

export const ROWS_A_BLOCK = 2000;
export const LITTLE_ENDIAN = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;
export const PAPER = [
  'id',
  'label',
  'year',
  'venue',
  'x',
  'y',
  'theme',
  'subTheme',
  'weight',
  'authors',
] as const;
export const CONCEPT = [
  'id',
  'name',
  'kind',
  'paperCount',
  'aliases',
  'x',
  'y',
  'theme',
  'subTheme',
  'ambiguity',
] as const;
const TIE_COLUMNS = { start: 4, other: 4, weight: 4, strength: 4, isOut: 1 } as const;

/** Throws where the file can't be written. */
export async function keepOutline(
  path: string,
  state: GraphState,
  { papers, concepts, mentions, ties }: Outline,
): Promise<void> {
  const breathe = breather();
  const header: Header = {
    littleEndian: LITTLE_ENDIAN,
    papers: papers.size,
    concepts: concepts.size,
    mentions,
  };
  async function* blocks(): AsyncGenerator<Uint8Array> {
    yield Buffer.from(JSON.stringify(header));
    for (const [names, outlines] of [
      [PAPER, [...papers.values()]],
      [CONCEPT, [...concepts.values()]],
    ] as const) {
      for (let from = 0; from < outlines.length; from += ROWS_A_BLOCK) {
        yield Buffer.from(JSON.stringify(columnsOf(names, outlines.slice(from, from + ROWS_A_BLOCK))));
        await breathe();
      }
    }
    for (const type of TIE_TYPES) {
      for (const name of Object.keys(TIE_COLUMNS) as (keyof TieRows)[]) {
        const { buffer, byteOffset, byteLength } = ties.of[type][name];
        yield new Uint8Array(buffer, byteOffset, byteLength);
        await breathe();
      }
    }
  }
  await writeBlocks(path, frontFor(state), blocks());
}

export const frontFor = ({ runs, transactions }: GraphState): string => `${transactions} ${runs}`;

/**
 * Something was written that no outline holds: the one of the graph before is that of the graph after it. Does nothing where there is
 * none; throws where the file can't be changed.
 */
export const outlineStays = (path: string, before: number, after: number): Promise<void> =>
  replaceFront(path, (front) => {
    const [transactions, runs] = front.split(' ');
    return transactions === String(before) && runs ? frontFor({ runs, transactions: after }) : null;
  });

const columnsOf = (names: readonly string[], outlines: readonly object[]): unknown[][] =>
  names.map((name) => outlines.map((outline) => (outline as Record<string, unknown>)[name]));
