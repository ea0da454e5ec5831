import { existsSync } from 'node:fs';
import grafeo, { type GrafeoDB, type QueryResult, type Transaction } from '@grafeo-db/js';
import { splitPreamble } from '../statement-preamble.ts';
import type { Cell, Statement } from '../store.ts';
import { EngineCells } from './engine-cells.ts';
import { openingError, statementError } from './engine-errors.ts';
import { refuseUnlessReading } from './gate.ts';
import { type OpenRequest, PORTION } from './protocol.ts';

export interface Outcome {
  columns: string[];
  truncated: boolean;
}

type SendRows = (rows: Cell[][]) => void;

/** The engine itself; lives in the child process only. */
export class Engine {
  readonly version: string;
  private readonly db: GrafeoDB;
  private readonly writable: boolean;

  private constructor(db: GrafeoDB, writable: boolean) {
    this.db = db;
    this.writable = writable;
    this.version = `grafeo ${db.version()}`;
  }

  static open(request: OpenRequest): Engine {
    const { path, mode, logBytes } = request;
    try {
      if (mode === 'read') return new Engine(grafeo.GrafeoDB.openReadOnly(path), false);
      const db = existsSync(path) ? grafeo.GrafeoDB.open(path) : grafeo.GrafeoDB.create(path);
      db.setCheckpointTriggers({ walBytes: logBytes });
      return new Engine(db, true);
    } catch (error) {
      throw openingError(error, path);
    }
  }

  async read(statement: Statement, maxRows: number, send: SendRows): Promise<Outcome> {
    try {
      const result = await this.db.executeCypher(statement.text, statement.parameters);
      return await this.deliver(result, statement, maxRows, send);
    } catch (error) {
      throw statementError(error, 'app');
    }
  }

  /** Looks at the plan first; then runs in a transaction that is always undone. */
  async ask(statement: Statement, maxRows: number, send: SendRows): Promise<Outcome> {
    const text = splitPreamble(statement.text).body;
    refuseUnlessReading(await this.explain(text, statement));
    const transaction = this.db.beginTransaction();
    try {
      const result = await transaction.executeCypher(text, statement.parameters);
      return await this.deliver(result, statement, maxRows, send);
    } catch (error) {
      throw statementError(error, 'stranger');
    } finally {
      transaction.rollback();
    }
  }

  async write(statements: readonly Statement[]): Promise<void> {
    const transaction: Transaction = this.db.beginTransaction();
    try {
      for (const { text, parameters } of statements) await transaction.executeCypher(text, parameters);
      transaction.commit();
    } catch (error) {
      if (transaction.isActive) transaction.rollback();
      throw statementError(error, 'app');
    }
  }

  async prepare(statements: readonly Statement[]): Promise<void> {
    for (const { text, parameters } of statements) {
      try {
        await this.db.executeCypher(text, parameters);
      } catch (error) {
        throw statementError(error, 'app');
      }
    }
  }

  checkpoint(): void {
    if (this.writable) this.db.walCheckpoint();
  }

  close(): void {
    this.checkpoint();
    this.db.close();
  }

  private async explain(text: string, statement: Statement): Promise<string> {
    try {
      const result = await this.db.executeCypher(`EXPLAIN\n${text}`, statement.parameters);
      return String(result.scalar() ?? '');
    } catch (error) {
      throw statementError(error, 'stranger', 1);
    }
  }

  private async deliver(
    result: QueryResult,
    statement: Statement,
    maxRows: number,
    send: SendRows,
  ): Promise<Outcome> {
    const { columns, length } = result;
    const cells = new EngineCells(this.db, statement);
    const count = Math.min(length, maxRows);
    for (let from = 0; from < count; from += PORTION) {
      const rows: Cell[][] = [];
      for (let index = from; index < Math.min(from + PORTION, count); index++) {
        const row = result.get(index);
        rows.push(columns.map((column) => cells.cell(row[column])));
      }
      send(rows);
      await new Promise((resolve) => setImmediate(resolve));
    }
    return { columns, truncated: length > maxRows };
  }
}
