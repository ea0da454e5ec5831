import type { Result, Session } from 'neo4j-driver';
import type { CallLimits, ReadingBackend, ReadLimits, WritingBackend } from '../backend.ts';
import { CONSTRAINTS, INDEXES } from '../indexes.ts';
import type { StoreLimits, StoreOptions } from '../options.ts';
import { splitPreamble } from '../statement-preamble.ts';
import type { Cell, ResultTable, Statement } from '../store.ts';
import { Connection, type ServerLocation } from './connection.ts';
import { refuseStrangeFunctions, refuseUnlessReading } from './gate.ts';
import { cellOf, parametersOf } from './neo4j-cells.ts';
import { storeError } from './neo4j-errors.ts';

/** Opens no session that may write. */
export class Neo4jReader implements ReadingBackend {
  readonly kind = 'neo4j';
  protected readonly connection: Connection;

  constructor(location: ServerLocation, limits: StoreLimits, onWait: StoreOptions['onWait']) {
    this.connection = new Connection(location, limits, onWait);
  }

  open(): Promise<string> {
    return this.connection.wait();
  }

  async read(statement: Statement, { signal, timeoutMs, maxRows }: ReadLimits): Promise<ResultTable> {
    const session = this.connection.session('READ');
    try {
      return await whileWanted(session, signal, () =>
        session.executeRead(
          (transaction) =>
            collect(transaction.run(statement.text, parametersOf(statement.parameters)), maxRows),
          { timeout: timeoutMs },
        ),
      );
    } catch (error) {
      throw storeError(error, 'app');
    }
  }

  /** Looks at the plan first; then runs in READ mode, once: a statement that takes too much memory is not retried. */
  async ask(statement: Statement, { signal, timeoutMs, maxRows }: ReadLimits): Promise<ResultTable> {
    const { body, version } = splitPreamble(statement.text);
    refuseStrangeFunctions(body);
    const parameters = parametersOf(statement.parameters);
    const language = version === null ? '' : `CYPHER ${version}`;
    const session = this.connection.session('READ');
    try {
      return await whileWanted(session, signal, async () => {
        const explained = await session.run(`${language} EXPLAIN\n${body}`, parameters, {
          timeout: timeoutMs,
        });
        refuseUnlessReading(explained.summary);
        const transaction = session.beginTransaction({ timeout: timeoutMs });
        const table = await collect(transaction.run(`${language}\n${body}`, parameters), maxRows);
        await transaction.rollback();
        return table;
      });
    } catch (error) {
      throw storeError(error, 'stranger', 1);
    }
  }

  close(): Promise<void> {
    return this.connection.close();
  }
}

export class Neo4jWriter extends Neo4jReader implements WritingBackend {
  async prepare(): Promise<void> {
    const session = this.connection.session('WRITE');
    try {
      for (const { text } of [...CONSTRAINTS, ...INDEXES]) await session.run(text);
      await session.run('CALL db.awaitIndexes()');
    } catch (error) {
      throw storeError(error, 'app');
    } finally {
      await session.close();
    }
  }

  async write(statements: readonly Statement[], { signal, timeoutMs }: CallLimits): Promise<void> {
    const session = this.connection.session('WRITE');
    try {
      await whileWanted(session, signal, () =>
        session.executeWrite(
          async (transaction) => {
            for (const { text, parameters } of statements)
              await transaction.run(text, parametersOf(parameters));
          },
          { timeout: timeoutMs },
        ),
      );
    } catch (error) {
      throw storeError(error, 'app');
    }
  }

  /** Nothing to do: the server has it on disk when it acknowledges. */
  async checkpoint(): Promise<void> {}
}

/** Runs some work on a session and closes it; closing it early, when the signal fires, cancels the query. */
async function whileWanted<T>(session: Session, signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  const cancel = (): void => void session.close().catch(() => {});
  signal.addEventListener('abort', cancel, { once: true });
  try {
    signal.throwIfAborted();
    return await work();
  } catch (error) {
    throw signal.aborted ? signal.reason : error;
  } finally {
    signal.removeEventListener('abort', cancel);
    await session.close().catch(() => {});
  }
}

async function collect(result: Result, maxRows: number): Promise<ResultTable> {
  const rows: Cell[][] = [];
  let truncated = false;
  for await (const record of result) {
    if (rows.length === maxRows) {
      truncated = true;
      break;
    }
    rows.push(Array.from(record.values(), cellOf));
  }
  return { columns: (await result.keys()).map(String), rows, truncated };
}
