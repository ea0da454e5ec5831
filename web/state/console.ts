/** The Cypher console: whether it is open, what stands in its editor, and what the address says of it. */
import { create } from 'zustand';
import type { Cypher } from '../../graph/contract.ts';
import { type ParameterRow, rowsOf } from './console-parameters.ts';

export const SHELVES = ['recipes', 'favourites', 'history'] as const;
export type Shelf = (typeof SHELVES)[number];

/** A statement with its parameters, as it stands in the address. */
export interface LinkedStatement {
  readonly statement: string;
  readonly rows: readonly ParameterRow[];
}

interface ConsoleState {
  open: boolean;
  /** Whether it fills the page. */
  large: boolean;
  /** Which shelf stands open beside the editor. */
  shelf: Shelf | null;
  statement: string;
  rows: readonly ParameterRow[];
  /** Raised when a statement is put in from outside, so that the drawer runs it. */
  runs: number;
  /** Raised when a statement is put in that is not to run by itself, so that the drawer offers to. */
  offers: number;
  /** What was run last, or came with the address; null once the drawer is closed. */
  linked: LinkedStatement | null;
  setOpen(open: boolean): void;
  setLarge(large: boolean): void;
  setShelf(shelf: Shelf | null): void;
  write(statement: string): void;
  setRows(rows: readonly ParameterRow[]): void;
  link(linked: LinkedStatement): void;
  /** Opens the drawer with a statement and runs it. */
  show(cypher: Cypher): void;
  /** Puts a statement into the editor, with the parameters that go with it and no others. */
  put(linked: LinkedStatement): void;
  /** As `put`, with the drawer opened and the way to run it in focus: what comes with a link is not run unasked. */
  offer(linked: LinkedStatement): void;
}

const FIRST_STATEMENT = `MATCH (p:Paper)-[:MENTIONS]->(c:Concept)
RETURN c.name AS concept, count(p) AS papers
ORDER BY papers DESC
LIMIT 20`;

export const useConsole = create<ConsoleState>()((set) => ({
  open: false,
  large: false,
  shelf: null,
  statement: FIRST_STATEMENT,
  rows: [],
  runs: 0,
  offers: 0,
  linked: null,
  setOpen: (open) => set(open ? { open } : { open, large: false, linked: null }),
  setLarge: (large) => set({ large }),
  setShelf: (shelf) => set({ shelf }),
  write: (statement) => set({ statement }),
  setRows: (rows) => set({ rows }),
  link: (linked) => set({ linked }),
  show: ({ text, parameters }) =>
    set((state) => ({ open: true, statement: text.trim(), rows: rowsOf(parameters), runs: state.runs + 1 })),
  put: ({ statement, rows }) => set({ statement, rows }),
  offer: (linked) =>
    set((state) => ({
      open: true,
      statement: linked.statement,
      rows: linked.rows,
      linked,
      offers: state.offers + 1,
    })),
}));
