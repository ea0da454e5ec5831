/** Which two kinds the matrix sets against each other, and which of its cells is open. */
import { create } from 'zustand';
import type { ConceptKind } from '../../graph/schema.ts';

interface Pairing {
  readonly id: string;
  readonly rows: ConceptKind;
  readonly columns: ConceptKind;
}

export const PAIRINGS = [
  { id: 'method-task', rows: 'Method', columns: 'Task' },
  { id: 'method-dataset', rows: 'Method', columns: 'Dataset' },
  { id: 'task-dataset', rows: 'Task', columns: 'Dataset' },
] as const satisfies readonly Pairing[];
export type PairingId = (typeof PAIRINGS)[number]['id'];

export const FIRST_PAIRING: PairingId = PAIRINGS[0].id;

interface MatrixState {
  pairing: PairingId;
  setPairing(pairing: PairingId): void;
}

export const useMatrixAxes = create<MatrixState>()((set) => ({
  pairing: FIRST_PAIRING,
  setPairing: (pairing) => set({ pairing }),
}));
