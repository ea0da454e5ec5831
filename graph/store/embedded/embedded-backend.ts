import { existsSync } from 'node:fs';
import { LacunaError } from '../../errors.ts';
import { makeFolder } from '../../make-folder.ts';
import type { AskLimits, CallLimits, ReadingBackend, ReadLimits, WritingBackend } from '../backend.ts';
import { CONSTRAINTS, INDEXES, KEY_INDEXES } from '../indexes.ts';
import { storeFile } from '../journal/store-files.ts';
import type { StoreLimits } from '../options.ts';
import type { Answer, Callables, Cell, ResultTable, Statement } from '../store.ts';
import { EngineProcess } from './engine-process.ts';
import { FUNCTIONS } from './functions.ts';
import { PROCEDURES } from './gate.ts';

import type { OpenRequest } from './protocol.ts';

/** Read-only; strangers' statements run in a process of their own, started when the first one comes. */
export class EmbeddedReader implements ReadingBackend {
  readonly kind = 'embedded';
  private readonly path: string;
  private readonly app: EngineProcess;
  private readonly strangers: EngineProcess;

  constructor(folder: string, limits: StoreLimits) {
    this.path = storeFile(folder);
    const opening = {
      kind: 'open',
      path: this.path,
      mode: 'read',
      logBytes: limits.logBytes,
      journalBytes: limits.journalBytes,
    } as const;
    const app: OpenRequest = { ...opening, memoryBytes: limits.childMemoryBytes, memoryFrom: 'zero' };
    this.app = new EngineProcess(app, limits);
    const strangers: OpenRequest = { ...opening, memoryBytes: limits.askMemoryBytes, memoryFrom: 'opened' };
    this.strangers = new EngineProcess(strangers, limits);
  }

  async open(): Promise<string> {
    refuseUnlessThere(this.path);
    return this.app.start();
  }

  read(statement: Statement, { signal, maxRows }: ReadLimits): Promise<ResultTable> {
    return this.app.call({ kind: 'read', statement, maxRows }, signal);
  }

  ask(statement: Statement, limits: AskLimits): Promise<Answer> {
    return ask(this.strangers, statement, limits);
  }

  callables({ signal }: CallLimits): Promise<Callables> {
    return callables(this.app, signal);
  }

  transactions({ signal }: CallLimits): Promise<number> {
    return transactions(this.app, signal);
  }

  async close(): Promise<void> {
    await Promise.all([this.app.close(), this.strangers.close()]);
  }
}

/** One process for all, since the engine lets only one hold a store that is written to. */
export class EmbeddedWriter implements WritingBackend {
  readonly kind = 'embedded';
  private readonly folder: string;
  private readonly mayCreate: boolean;
  private readonly process: EngineProcess;

  constructor(folder: string, limits: StoreLimits, mayCreate = true) {
    this.folder = folder;
    this.mayCreate = mayCreate;
    const opening: OpenRequest = {
      kind: 'open',
      path: storeFile(folder),
      mode: 'write',
      logBytes: limits.logBytes,
      journalBytes: limits.journalBytes,
      memoryBytes: limits.childMemoryBytes,
      memoryFrom: 'zero',
    };
    this.process = new EngineProcess(opening, limits);
  }

  async open(): Promise<string> {
    if (this.mayCreate) makeFolder(this.folder);
    else refuseUnlessThere(storeFile(this.folder));
    return this.process.start();
  }

  read(statement: Statement, { signal, maxRows }: ReadLimits): Promise<ResultTable> {
    return this.process.call({ kind: 'read', statement, maxRows }, signal);
  }

  ask(statement: Statement, limits: AskLimits): Promise<Answer> {
    return ask(this.process, statement, limits);
  }

  callables({ signal }: CallLimits): Promise<Callables> {
    return callables(this.process, signal);
  }

  transactions({ signal }: CallLimits): Promise<number> {
    return transactions(this.process, signal);
  }

  async prepare(): Promise<void> {
    await this.process.call(
      { kind: 'prepare', statements: [...CONSTRAINTS, ...KEY_INDEXES, ...INDEXES] },
      null,
    );
  }

  async write(statements: readonly Statement[], { signal }: CallLimits): Promise<void> {
    await this.process.call({ kind: 'write', statements }, signal);
  }

  async checkpoint(): Promise<void> {
    await this.process.call({ kind: 'checkpoint' }, null);
  }

  close(): Promise<void> {
    return this.process.close();
  }
}

async function ask(
  process: EngineProcess,
  statement: Statement,
  { signal, timeoutMs: _, ...limits }: AskLimits,
): Promise<Answer> {
  const { said, ...table } = await process.call({ kind: 'ask', statement, ...limits }, signal);
  return { ...table, ...said! };
}

async function transactions(process: EngineProcess, signal: AbortSignal): Promise<number> {
  const { rows } = await process.call({ kind: 'transactions' }, signal);
  return Number(rows[0]?.[0]);
}

/** The engine describes most of its procedures itself. */
async function callables(process: EngineProcess, signal: AbortSignal): Promise<Callables> {
  const statement = { text: 'CALL grafeo.procedures()', parameters: {} };
  const { columns, rows } = await process.call({ kind: 'read', statement, maxRows: 1000 }, signal);
  const at = (row: readonly Cell[], column: string): string => String(row[columns.indexOf(column)] ?? '');
  const described = new Map(rows.map((row) => [at(row, 'name'), row]));
  const procedures = [...PROCEDURES].toSorted().map((name) => {
    const row = described.get(name) ?? [];
    const signature = `${name}(${at(row, 'parameters')})`;
    const yields = at(row, 'output_columns');
    return {
      name,
      signature: yields ? `${signature} :: (${yields})` : signature,
      description: at(row, 'description'),
    };
  });
  return { functions: FUNCTIONS, procedures };
}

function refuseUnlessThere(path: string): void {
  if (existsSync(path)) return;
  throw new LacunaError('notFound', `There is no store at ${path}: make one with "lacuna ingest".`);
}
