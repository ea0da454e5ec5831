import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import grafeo, { type GrafeoDB, type QueryResult, type Transaction } from '@grafeo-db/js';
import { AnswerMeter } from '../ask-bounds.ts';
import { dump } from '../dump/dump.ts';
import { ownRows } from '../dump/own-rows.ts';
import { undump } from '../dump/undump.ts';
import { modeOf, splitPreamble } from '../statement-preamble.ts';
import type { Cell, Notice, ResultTable, Statement } from '../store.ts';
import { type ColumnNames, ordered, renamed } from './dialect/columns.ts';
import { type KnownNames, misspelt } from './dialect/misspelt.ts';
import { advised, refuseUnlessUnderstood, suited } from './dialect/suit.ts';
import { EngineCells } from './engine-cells.ts';
import { openingError, type Sent, statementError } from './engine-errors.ts';
import {
  EngineJournal,
  epochOf,
  refuseIfLost,
  refuseUnlessFollowed,
  watchForDamage,
} from './engine-journal.ts';
import { EngineParameters } from './engine-parameters.ts';
import { refuseUnlessReading } from './gate.ts';
import { explainedSteps, profiledSteps } from './plan.ts';
import { type AskRequest, type OpenRequest, PORTION, type ReadRequest, type Said } from './protocol.ts';

export interface Outcome {
  columns: string[];
  truncated: boolean;
  said?: Said;
}

/** What the engine is asked in a stranger's place. */
interface Asked extends Sent {
  parameters: Record<string, unknown>;
}

type SendRows = (rows: Cell[][]) => void;

const NO_ESTIMATES: Notice = {
  kind: 'hint',
  message: 'This engine tells the steps of a plan, and does not estimate rows.',
  offset: null,
};
const NO_DB_HITS: Notice = {
  kind: 'hint',
  message:
    'This engine counts rows and times, and no database hits. The statement ran twice: for its rows, then for these.',
  offset: null,
};

/** The engine itself; lives in the child process only. */
export class Engine {
  readonly version: string;
  private readonly db: GrafeoDB;
  private readonly writable: boolean;
  /** Until something is written. */
  private known: Promise<KnownNames> | null = null;
  private journal: EngineJournal | null = null;

  private constructor(db: GrafeoDB, writable: boolean) {
    this.db = db;
    this.writable = writable;
    this.version = `grafeo ${db.version()}`;
  }

  static async open({ path, mode, logBytes, journalBytes }: OpenRequest): Promise<Engine> {
    const folder = dirname(path);
    try {
      if (mode === 'read') {
        const db = grafeo.GrafeoDB.openReadOnly(path);
        refuseUnlessFollowed(db, folder);
        return new Engine(db, false);
      }
      refuseIfLost(folder);
      const watch = watchForDamage(folder);
      const db = openedOr(path, watch.notOpened);
      watch.refuseIfDamaged();
      db.setCheckpointTriggers({ walBytes: logBytes });
      const engine = new Engine(db, true);
      if (journalBytes > 0) {
        engine.journal = await EngineJournal.open(db, folder, journalBytes, (lost) => engine.write(lost));
      }
      return engine;
    } catch (error) {
      throw openingError(error, path);
    }
  }

  get transactions(): number {
    return epochOf(this.db);
  }

  async read({ statement, maxRows }: Omit<ReadRequest, 'kind'>, send: SendRows): Promise<Outcome> {
    try {
      const result = await this.db.executeCypher(statement.text, statement.parameters);
      return await this.deliver(result, statement, maxRows, null, send);
    } catch (error) {
      throw statementError(error, null);
    }
  }

  /** Looks at the plan first; then runs in a transaction that is always undone. */
  async ask(request: Omit<AskRequest, 'kind'>, send: SendRows): Promise<Outcome> {
    const { statement, maxRows } = request;
    const { body: written, mode: said } = splitPreamble(statement.text);
    const mode = modeOf(request.mode, said);
    const given = new EngineParameters(statement);
    const {
      text,
      notices: mended,
      understood,
      columns: names,
      spoken,
    } = suited({ ...statement, text: written });
    const asked: Asked = { written, made: given.withFloats(text), parameters: given.values };
    const explained = await this.explain(asked);
    refuseUnlessReading(explained);
    refuseUnlessUnderstood(understood, written);
    const notices = [...mended, ...(spoken.length > 0 ? misspelt(spoken, await this.knownNames()) : [])];
    if (mode === 'explain') {
      const plan = explainedSteps(explained);
      return { columns: [], truncated: false, said: { mode, plan, notices: [...notices, NO_ESTIMATES] } };
    }
    const transaction = this.db.beginTransaction();
    try {
      const result = await transaction.executeCypher(asked.made, asked.parameters);
      const meter = new AnswerMeter(request.maxBytes, request.maxNesting);
      const outcome = await this.deliver(result, statement, maxRows, meter, send, names);
      const columns = renamed(outcome.columns, names);
      if (mode === 'run') return { ...outcome, columns, said: { mode, plan: null, notices } };
      const { profile } = await transaction.executeCypher(`PROFILE\n${asked.made}`, asked.parameters);
      const plan = profile ? profiledSteps(profile.root) : explainedSteps(explained);
      return { ...outcome, columns, said: { mode, plan, notices: [...notices, NO_DB_HITS] } };
    } catch (error) {
      throw advised(statementError(error, asked), written);
    } finally {
      transaction.rollback();
    }
  }

  async write(statements: readonly Statement[]): Promise<void> {
    this.known = null;
    const packing = this.journal?.pack(statements) ?? null;
    const transaction: Transaction = this.db.beginTransaction();
    try {
      for (const { text, parameters } of statements) await transaction.executeCypher(text, parameters);
      const commit = (): void => transaction.commit();
      if (this.journal) this.journal.commit(await packing, commit);
      else commit();
    } catch (error) {
      takeBack(transaction);
      throw statementError(error, null);
    }
  }

  async prepare(statements: readonly Statement[]): Promise<void> {
    for (const { text, parameters } of statements) {
      try {
        await this.db.executeCypher(text, parameters);
      } catch (error) {
        throw statementError(error, null);
      }
    }
  }

  async checkpoint(): Promise<void> {
    if (!this.writable) return;
    try {
      this.db.walCheckpoint();
      await this.journal?.checkpoint(() => this.held());
    } catch (error) {
      throw statementError(error, null);
    }
  }

  async close(): Promise<void> {
    if (this.writable) this.db.walCheckpoint();
    const epoch = epochOf(this.db);
    try {
      await this.journal?.beginIfNone(() => this.held());
    } finally {
      this.db.close();
    }
    this.journal?.close(epoch);
  }

  private held(): AsyncIterable<Statement> {
    return undump(ownRows(dump({ read: (statement) => this.table(statement) })));
  }

  private async table(statement: Statement): Promise<ResultTable> {
    const rows: Cell[][] = [];
    const all = { statement, maxRows: Number.MAX_SAFE_INTEGER };
    return { ...(await this.read(all, (portion) => rows.push(...portion))), rows };
  }

  private knownNames(): Promise<KnownNames> {
    const names = async (procedure: string): Promise<ReadonlySet<string>> =>
      new Set((await this.db.executeCypher(`CALL db.${procedure}()`)).rows().flat().map(String));
    this.known ??= (async () => ({
      labels: await names('labels'),
      relations: await names('relationshipTypes'),
      keys: await names('propertyKeys'),
    }))();
    return this.known;
  }

  private async explain(asked: Asked): Promise<string> {
    try {
      const result = await this.db.executeCypher(`EXPLAIN\n${asked.made}`, asked.parameters);
      return String(result.scalar() ?? '');
    } catch (error) {
      throw advised(statementError(error, asked, 1), asked.written);
    }
  }

  private async deliver(
    result: QueryResult,
    statement: Statement,
    maxRows: number,
    meter: AnswerMeter | null,
    send: SendRows,
    names: ColumnNames | null = null,
  ): Promise<Outcome> {
    const { length } = result;
    const columns = ordered(result.columns, names);
    const cells = new EngineCells(this.db, statement);
    const count = Math.min(length, maxRows);
    for (let from = 0; from < count; from += PORTION) {
      const rows: Cell[][] = [];
      for (let index = from; index < Math.min(from + PORTION, count); index++) {
        const row = result.get(index);
        const cellsOfRow = columns.map((column) => cells.cell(row[column]));
        meter?.count(cellsOfRow);
        rows.push(cellsOfRow);
      }
      send(rows);
      await new Promise((resolve) => setImmediate(resolve));
    }
    return { columns, truncated: length > maxRows };
  }
}

function openedOr(path: string, notOpened: (error: unknown) => void): GrafeoDB {
  try {
    return existsSync(path) ? grafeo.GrafeoDB.open(path) : grafeo.GrafeoDB.create(path);
  } catch (error) {
    notOpened(error);
    throw error;
  }
}

/** NOTE: a commit that could not be written was taken back by the engine, which still calls the transaction active. */
function takeBack(transaction: Transaction): void {
  try {
    if (transaction.isActive) transaction.rollback();
  } catch {
    // What failed before is what matters.
  }
}
