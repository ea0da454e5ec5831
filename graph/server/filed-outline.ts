import { breather } from '../analyse/breather.ts';
import { readBlocks } from './blocks-file.ts';
import { type Catalogue, type ConceptOutline, type PaperOutline, toKind } from './catalogue.ts';
import {
  CONCEPT,
  frontFor,
  type GraphState,
  type Header,
  LITTLE_ENDIAN,
  type Outline,
  PAPER,
  ROWS_A_BLOCK,
} from './kept-outline.ts';
import { nodeColumns } from './node-columns.ts';
import { integer, number, text, texts } from './rows.ts';
import { TIE_TYPES, type TieRows, type Ties, type TieType } from './ties.ts';

/** An outline as it lies in its file, before anybody knows whether it is that of the graph. */
export interface FiledOutline extends Pick<Outline, 'papers' | 'concepts' | 'mentions'> {
  /** The text in front of the file when it was read. */
  front: string;
  ties: Omit<Ties, 'columns'>;
  /** All that papers and concepts belong to. */
  themes: ReadonlySet<string>;
}

/** Hands over what was read ahead, once; after that, and where the file can't be read, null. */
export type Foreseen = () => Promise<FiledOutline | null>;

/** Begins at once to read the file, which takes as long as opening the store: both are done in the time of one. */
export function foresee(path: string): Foreseen {
  let reading: Promise<FiledOutline | null> | null = filedOutline(path);
  return () => {
    const taken = reading ?? Promise.resolve(null);
    reading = null;
    return taken;
  };
}

/**
 * The outline of a graph in this state: what was read ahead if it is that, else from the file. Null where there is none for this graph,
 * or it can't be read. Lets others get their turn.
 */
export async function keptOutline(
  path: string,
  state: GraphState,
  themes: Catalogue['themes'],
  foreseen?: Foreseen,
): Promise<Outline | null> {
  const front = frontFor(state);
  const ahead = (await foreseen?.()) ?? null;
  const filed = ahead?.front === front ? ahead : await filedOutline(path, front);
  if (!filed || [...filed.themes].some((id) => !themes.has(id))) return null;
  const { papers, concepts, mentions, ties } = filed;
  const columns = nodeColumns({ papers, concepts, themes, mentions });
  return { papers, concepts, mentions, ties: { ...ties, columns } };
}

/** Null where the file can't be read, or has another text in front than is wanted. */
async function filedOutline(path: string, wanted?: string): Promise<FiledOutline | null> {
  const blocks = readBlocks(path);
  try {
    const { value, done } = await blocks.next();
    if (done) return null;
    const front = value.toString();
    if (wanted !== undefined && front !== wanted) return null;
    return await outlineFrom(front, blocks);
  } catch {
    return null;
  } finally {
    await blocks.return(undefined);
  }
}

type Cells = Parameters<typeof text>[0];

async function outlineFrom(
  front: string,
  blocks: AsyncGenerator<Buffer<ArrayBuffer>>,
): Promise<FiledOutline | null> {
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
  const themes = new Set<string>();
  const themeOf = (cell: Cells): string | null => {
    const id = once(text(cell));
    if (id !== null) themes.add(id);
    return id;
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
  return {
    front,
    papers,
    concepts,
    mentions: header.mentions,
    ties: { ids, numberOf, papers: papers.size, of: of as Ties['of'] },
    themes,
  };
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
