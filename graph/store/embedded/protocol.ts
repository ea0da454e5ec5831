import type { ErrorCode } from '../../errors.ts';
import type { Answer, AskMode, Cell, ResultTable, Statement } from '../store.ts';

/** What travels between the app and the child process that owns the engine. */

export interface OpenRequest {
  kind: 'open';
  path: string;
  mode: 'read' | 'write';
  /** The child ends itself above so many resident bytes … */
  memoryBytes: number;
  /** … counted from what the opened store takes, or from nothing. */
  memoryFrom: 'opened' | 'zero';
  logBytes: number;
  /** The journal is shortened above so many bytes, and twice those of the store; 0 keeps none. */
  journalBytes: number;
}

export interface ReadRequest {
  kind: 'read';
  statement: Statement;
  maxRows: number;
}

export interface AskRequest {
  kind: 'ask';
  statement: Statement;
  mode: AskMode;
  maxRows: number;
  maxBytes: number;
  maxNesting: number;
}

/** What an answer to a stranger has beside its table. */
export type Said = Omit<Answer, keyof ResultTable>;

export interface WriteRequest {
  kind: 'write';
  statements: readonly Statement[];
}

/** Schema statements: each by itself, since the engine does not undo them. */
export interface PrepareRequest {
  kind: 'prepare';
  statements: readonly Statement[];
}

export type Request =
  | OpenRequest
  | ReadRequest
  | AskRequest
  | WriteRequest
  | PrepareRequest
  | { kind: 'transactions' }
  | { kind: 'checkpoint' }
  | { kind: 'close' };

export interface Envelope {
  id: number;
  request: Request;
}

/** Rows come in portions, so that neither side is deaf while many are on their way. */
export type Reply =
  | { id: number; kind: 'rows'; rows: Cell[][] }
  | { id: number; kind: 'done'; columns: string[]; truncated: boolean; engine?: string; said?: Said }
  | { id: number; kind: 'error'; code: ErrorCode; message: string; details: Record<string, string | number> };

/** The exit status of a child that stopped itself because a statement took too much memory. */
export const OUT_OF_MEMORY_STATUS = 86;

/** Rows in one reply. */
export const PORTION = 1000;
