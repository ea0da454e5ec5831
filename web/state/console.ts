/** The Cypher drawer: whether it is open, and what stands in its editor. */
import { create } from 'zustand';
import type { Cypher } from '../../graph/contract.ts';

interface ConsoleState {
  open: boolean;
  statement: string;
  /** JSON text of the parameters. */
  parameters: string;
  /** Raised when a statement is put in from outside, so that the drawer runs it. */
  runs: number;
  setOpen(open: boolean): void;
  write(statement: string): void;
  writeParameters(parameters: string): void;
  /** Opens the drawer with a statement and runs it. */
  show(cypher: Cypher): void;
}

const FIRST_STATEMENT = `MATCH (p:Paper)-[:MENTIONS]->(c:Concept)
RETURN c.name AS concept, count(p) AS papers
ORDER BY papers DESC
LIMIT 20`;

export const useConsole = create<ConsoleState>()((set) => ({
  open: false,
  statement: FIRST_STATEMENT,
  parameters: '{}',
  runs: 0,
  setOpen: (open) => set({ open }),
  write: (statement) => set({ statement }),
  writeParameters: (parameters) => set({ parameters }),
  show: ({ text, parameters }) =>
    set((state) => ({
      open: true,
      statement: text.trim(),
      parameters: JSON.stringify(parameters),
      runs: state.runs + 1,
    })),
}));
