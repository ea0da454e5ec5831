import { Neo4jError, type Plan, type ProfiledPlan, type Result, type Session } from 'neo4j-driver';
import { isLacunaError, type LacunaError } from '../../errors.ts';
import { AnswerMeter } from '../ask-bounds.ts';
import type { AskLimits, CallLimits, ReadingBackend, ReadLimits, WritingBackend } from '../backend.ts';
import { CONSTRAINTS, INDEXES } from '../indexes.ts';
import type { StoreLimits, StoreOptions } from '../options.ts';
import { modeOf, splitPreamble } from '../statement-preamble.ts';
import type {
  Answer,
  Bookmarks,
  Callable,
  Callables,
  Cell,
  Notice,
  ResultTable,
  Statement,
} from '../store.ts';
import { Connection, type ServerLocation } from './connection.ts';
import { isOpenFunction, isOpenProcedure, refuseStrangeFunctions, refuseUnlessReading } from './gate.ts';
import { cellOf, parametersOf } from './neo4j-cells.ts';
import { isOutage, storeError } from './neo4j-errors.ts';
import { distinct, noticesOf } from './notices.ts';
import { planSteps } from './plan.ts';

/** What stands between the language and the statement; of one length, so that places in it are the same. */
const PREFIX = { run: '        \n', explain: ' EXPLAIN\n', profile: ' PROFILE\n' } as const;

/** A transaction that makes a constraint or waits for indexes may take so many milliseconds. */
const PREPARE_MS = 600_000;
/** More functions than any plug-ins bring. */
const MANY = 10_000;

const NO_TIMES: Notice = {
  kind: 'hint',
  message: 'This Neo4j counts rows and database hits of each step, and no times.',
  offset: null,
};

/** Opens no session that may write. */
export class Neo4jReader implements ReadingBackend {
  readonly kind = 'neo4j';
  readonly bookmarks: Bookmarks;
  protected readonly connection: Connection;
  /** Of each read that is under way, by its signal: what it failed by, if it has not reached the server since. */
  private readonly outages = new WeakMap<AbortSignal, unknown>();

  constructor(location: ServerLocation, limits: StoreLimits, onWait: StoreOptions['onWait']) {
    this.connection = new Connection(location, limits, onWait);
    this.bookmarks = this.connection.bookmarks;
  }

  open(): Promise<string> {
    return this.connection.wait();
  }

  /** By itself, which is one message there and one back; in a transaction that the driver tries again only where that failed by the way. */
  async read(statement: Statement, { signal, timeoutMs, maxRows }: ReadLimits): Promise<ResultTable> {
    const parameters = parametersOf(statement);
    const inSession = (work: (session: Session) => Promise<ResultTable>): Promise<ResultTable> => {
      const session = this.connection.session('READ');
      return whileWanted(session, signal, () => work(session));
    };
    const alone = (session: Session): Promise<ResultTable> =>
      collect(session.run(statement.text, parameters, { timeout: timeoutMs }), maxRows);
    const note = (error: unknown): void => {
      if (isOutage(error)) this.outages.set(signal, error);
    };
    const triedAgain = (session: Session): Promise<ResultTable> =>
      session.executeRead(
        (transaction) => {
          // Its transaction has begun: whatever comes of it, the server is there.
          this.outages.delete(signal);
          return collect(transaction.run(statement.text, parameters), maxRows).catch((error: unknown) => {
            note(error);
            throw error;
          });
        },
        { timeout: timeoutMs },
      );
    try {
      return await this.connection.throughOutages(signal, async () => {
        try {
          return await inSession(alone);
        } catch (error) {
          if (signal.aborted || !(error instanceof Neo4jError && error.retriable)) throw error;
          note(error);
          return await inSession(triedAgain);
        }
      });
    } catch (error) {
      throw storeError(error, 'app');
    }
  }

  /** Looks at the plan first; then runs in READ mode, once: a statement that takes too much memory is not retried. */
  async ask(statement: Statement, limits: AskLimits): Promise<Answer> {
    const { signal, timeoutMs, maxRows, mode: asked, maxBytes, maxNesting } = limits;
    const { body, version, mode: said } = splitPreamble(statement.text);
    const mode = modeOf(asked, said);
    refuseStrangeFunctions(body);
    const parameters = parametersOf(statement);
    const language = version === null ? '' : `CYPHER ${version}`;
    const before = language.length + PREFIX.run.length;
    const session = this.connection.session('READ');
    try {
      return await whileWanted(session, signal, async () => {
        const { summary } = await session.run(`${language}${PREFIX.explain}${body}`, parameters, {
          timeout: timeoutMs,
        });
        refuseUnlessReading(summary);
        const said = noticesOf(summary, before);
        if (mode === 'explain') {
          const plan = planSteps(summary.plan as Plan, false);
          return { columns: [], rows: [], truncated: false, mode, plan, notices: said };
        }
        const transaction = session.beginTransaction({ timeout: timeoutMs });
        const running = transaction.run(`${language}${PREFIX[mode]}${body}`, parameters);
        const table = await collect(running, maxRows, {
          meter: new AnswerMeter(maxBytes, maxNesting),
          whole: mode === 'profile',
        });
        const ran = await running.summary();
        await transaction.rollback();
        const notices = distinct([...said, ...noticesOf(ran, before)]);
        if (mode === 'run') return { ...table, mode, plan: null, notices };
        const plan = planSteps(ran.profile as ProfiledPlan, true);
        if (plan.every(({ milliseconds }) => milliseconds === null)) notices.push(NO_TIMES);
        return { ...table, mode, plan, notices };
      });
    } catch (error) {
      throw storeError(error, 'stranger', { text: body, before });
    }
  }

  away(signal: AbortSignal): LacunaError | null {
    const outage = this.outages.get(signal);
    const error = outage === undefined ? null : storeError(outage, 'app');
    return isLacunaError(error, 'unavailable') ? error : null;
  }

  async callables(limits: CallLimits): Promise<Callables> {
    const list = async (what: string, isOpen: (name: string) => boolean): Promise<Callable[]> => {
      const text = `SHOW ${what} YIELD name, signature, description RETURN name, signature, description ORDER BY name`;
      const { rows } = await this.read({ text, parameters: {} }, { ...limits, maxRows: MANY });
      return rows
        .map(([name, signature, description]) => ({
          name: String(name),
          signature: String(signature),
          description: String(description ?? ''),
        }))
        .filter(({ name }) => isOpen(name));
    };
    const [functions, procedures] = await Promise.all([
      list('FUNCTIONS', isOpenFunction),
      list('PROCEDURES', isOpenProcedure),
    ]);
    return { functions, procedures };
  }

  close(): Promise<void> {
    return this.connection.close();
  }
}

export class Neo4jWriter extends Neo4jReader implements WritingBackend {
  async prepare(): Promise<void> {
    const limits = { signal: new AbortController().signal, timeoutMs: PREPARE_MS };
    // Each by itself: a transaction changes the schema once.
    for (const statement of [...CONSTRAINTS, ...INDEXES]) await this.write([statement], limits);
    await this.write([{ text: 'CALL db.awaitIndexes()', parameters: {} }], limits);
  }

  async write(statements: readonly Statement[], { signal, timeoutMs }: CallLimits): Promise<void> {
    try {
      await this.connection.throughOutages(signal, () => {
        const session = this.connection.session('WRITE');
        return whileWanted(session, signal, () =>
          session.executeWrite(
            // All are sent before the first is answered; the server runs them one after the other, and none after one that failed.
            async (transaction) => {
              await Promise.all(
                statements.map(({ text, parameters }) => transaction.run(text, parametersOf({ parameters }))),
              );
            },
            { timeout: timeoutMs },
          ),
        );
      });
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

interface Collecting {
  meter?: AnswerMeter;
  /** Takes the rows past `maxRows` too, and drops them: a profile is there only after the last. */
  whole?: boolean;
}

async function collect(
  result: Result,
  maxRows: number,
  { meter, whole = false }: Collecting = {},
): Promise<ResultTable> {
  const rows: Cell[][] = [];
  let truncated = false;
  for await (const record of result) {
    if (rows.length === maxRows) {
      truncated = true;
      if (whole) continue;
      break;
    }
    const cells = Array.from(record.values(), cellOf);
    meter?.count(cells);
    rows.push(cells);
  }
  return { columns: (await result.keys()).map(String), rows, truncated };
}
