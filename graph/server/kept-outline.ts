import { join } from 'node:path';
import { breather } from '../analyse/breather.ts';
import { readBlocks, replaceFront, writeBlocks } from './blocks-file.ts';
import { type Catalogue, type ConceptOutline, type PaperOutline, toKind } from './catalogue.ts';
import { nodeColumns } from './node-columns.ts';
import { integer, number, text, texts } from './rows.ts';
import { TIE_TYPES, type TieRows, type Ties, type TieType } from './ties.ts';

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

interface Header {
  /** The numbers in it lie as this machine has them. */
  littleEndian: boolean;
  papers: number;
  concepts: number;
  mentions: number;
}

/** Beside an embedded store; it can be deleted at any time. */
export const outlineFileIn = (folder: string): string => join(folder, 'outline.cache');

const ROWS_A_BLOCK = 2000;
const LITTLE_ENDIAN = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;
const PAPER = ['id', 'label', 'year', 'venue', 'x', 'y', 'theme', 'subTheme', 'weight', 'authors'] as const;
const CONCEPT = [
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

const frontFor = ({ runs, transactions }: GraphState): string => `${transactions} ${runs}`;

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

/** Null where there is none for this graph, or it can't be read. Lets others get their turn. */
export async function keptOutline(
  path: string,
  state: GraphState,
  themes: Catalogue['themes'],
): Promise<Outline | null> {
  const blocks = readBlocks(path);
  try {
    const front = await blocks.next();
    if (front.done || front.value.toString() !== frontFor(state)) return null;
    return await outlineFrom(blocks, themes);
  } catch {
    return null;
  } finally {
    await blocks.return(undefined);
  }
}

type Cells = Parameters<typeof text>[0];

async function outlineFrom(
  blocks: AsyncGenerator<Buffer<ArrayBuffer>>,
  themes: Catalogue['themes'],
): Promise<Outline | null> {
  const breathe = breather();
  const next = async (): Promise<Buffer<ArrayBuffer>> => {
    await breathe();
    const { value, done } = await blocks.next();
    if (done) throw new Error('it ends too soon');
    return value;
  };
  const header = JSON.parse((await next()).toString()) as Header;
  if (header.littleEndian !== LITTLE_ENDIAN) return null;
  const rows = async (
    count: number,
    names: readonly string[],
    add: (cell: (name: number) => Cells) => void,
  ) => {
    for (let read = 0; read < count; ) {
      const columns = JSON.parse((await next()).toString()) as Cells[][];
      const length = Math.min(ROWS_A_BLOCK, count - read);
      if (columns.length !== names.length || columns.some((column) => column.length !== length))
        throw new Error('a block is not what it should be');
      for (let row = 0; row < length; row++) add((column) => columns[column]![row]);
      read += length;
    }
  };
  const papers = new Map<string, PaperOutline>();
  const once = oneOfEach();
  const themeOf = (cell: Cells): string | null => {
    const id = text(cell);
    return id === null ? null : (themes.get(id)?.id ?? null);
  };
  await rows(header.papers, PAPER, (cell) => {
    const id = text(cell(0)) ?? '';
    papers.set(id, {
      id,
      label: text(cell(1)) ?? '',
      year: integer(cell(2)),
      venue: once(text(cell(3))),
      x: number(cell(4)),
      y: number(cell(5)),
      theme: themeOf(cell(6)),
      subTheme: themeOf(cell(7)),
      weight: number(cell(8)) ?? 0,
      authors: texts(cell(9)).map((name) => once(name)),
    });
  });
  const concepts = new Map<string, ConceptOutline>();
  await rows(header.concepts, CONCEPT, (cell) => {
    const id = text(cell(0)) ?? '';
    concepts.set(id, {
      id,
      name: text(cell(1)) ?? id,
      kind: toKind(text(cell(2))),
      paperCount: integer(cell(3)) ?? 0,
      aliases: texts(cell(4)),
      x: number(cell(5)),
      y: number(cell(6)),
      theme: themeOf(cell(7)),
      subTheme: themeOf(cell(8)),
      ambiguity: number(cell(9)),
    });
  });
  const ids = [...papers.keys(), ...concepts.keys()];
  if (ids.length !== header.papers + header.concepts) throw new Error('an id stands there twice');
  const numberOf = new Map<string, number>();
  for (let i = 0; i < ids.length; i++) {
    if (i % ROWS_A_BLOCK === 0) await breathe();
    numberOf.set(ids[i]!, i);
  }
  await breathe();
  const of: Partial<Record<TieType, TieRows>> = {};
  for (const type of TIE_TYPES) {
    const start = new Uint32Array((await next()).buffer);
    const other = new Uint32Array((await next()).buffer);
    const weight = new Float32Array((await next()).buffer);
    const strength = new Float32Array((await next()).buffer);
    const isOut = new Uint8Array((await next()).buffer);
    await breathe();
    of[type] = fitting({ start, other, weight, strength, isOut }, ids.length);
  }
  await breathe();
  const columns = nodeColumns({ papers, concepts, themes, mentions: header.mentions });
  const ties = { ids, numberOf, papers: papers.size, of: of as Ties['of'], columns };
  return { papers, concepts, mentions: header.mentions, ties };
}

/** Throws unless all of it stays within the graph. */
function fitting(rows: TieRows, nodes: number): TieRows {
  const { start, other, weight, strength, isOut } = rows;
  const ends = other.length;
  const isWhole =
    start.length === nodes + 1 &&
    start[0] === 0 &&
    start[nodes] === ends &&
    [weight, strength, isOut].every(({ length }) => length === ends);
  if (!isWhole) throw new Error('ties are not whole');
  for (let node = 0; node < nodes; node++)
    if (start[node]! > start[node + 1]!) throw new Error('ties lie crosswise');
  for (let at = 0; at < ends; at++) if (other[at]! >= nodes) throw new Error('a tie leads nowhere');
  return rows;
}

/** Each text once, however often it stands there. */
function oneOfEach() {
  const known = new Map<string, string>();
  return <Given extends string | null>(given: Given): Given => {
    if (given === null) return given;
    const before = known.get(given);
    if (before === undefined) known.set(given, given);
    return (before ?? given) as Given;
  };
}
