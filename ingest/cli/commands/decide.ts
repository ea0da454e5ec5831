import { Readable } from 'node:stream';
import { LacunaError, messageOf } from '../../../graph/errors.ts';
import type { StoreLocation, StoreWriter } from '../../../graph/store/store.ts';
import { type Decision, parseDecisions } from '../../canonicalise/decisions.ts';
import { removeDecision, storedDecisions, writeDecisions } from '../../load/stored-decisions.ts';
import { openText } from '../../read/input/text-source.ts';
import { DEFAULT_READ_LIMITS } from '../../read/limits.ts';
import { withInterrupt } from '../interrupt.ts';
import { locate, openForReading, printJson, withReader, withWriter } from '../session.ts';

type Action = 'add' | 'list' | 'remove';

export interface DecideFlags {
  store?: string;
  json?: boolean;
}

const NEXT = 'They take effect at the next ingest.';

/** Keeps what a person decided about concepts in the store; an ingest replays it. */
export async function runDecide(action: Action, what: string | undefined, flags: DecideFlags): Promise<void> {
  const location = locate(flags.store);
  if (action === 'list') await list(location, flags.json === true);
  else if (what === undefined) {
    throw new LacunaError(
      'input',
      action === 'add' ? 'Name the file of decisions.' : 'Name the id to remove.',
    );
  } else if (action === 'add') await add(location, what, flags.json === true);
  else await remove(location, what, flags.json === true);
}

async function list(location: StoreLocation, json: boolean): Promise<void> {
  const decisions = await withInterrupt((signal) => withReader(location, signal, storedDecisions));
  if (json) printJson({ decisions });
  else for (const decision of decisions) process.stdout.write(`${lineOf(decision)}\n`);
}

async function add(location: StoreLocation, file: string, json: boolean): Promise<void> {
  const decisions = await readDecisions(file);
  await changing(location, (store) => writeDecisions(store, decisions));
  if (json) printJson({ added: decisions.map(({ id }) => id) });
  else process.stdout.write(`Added ${decisions.map(({ id }) => id).join(', ')}. ${NEXT}\n`);
}

async function remove(location: StoreLocation, id: string, json: boolean): Promise<void> {
  await changing(location, async (store) => {
    if (!(await removeDecision(store, id))) throw new LacunaError('input', `No decision ${id} in the store.`);
  });
  if (json) printJson({ removed: id });
  else process.stdout.write(`Removed ${id}. It is undone at the next ingest.\n`);
}

async function changing(location: StoreLocation, work: (store: StoreWriter) => Promise<void>): Promise<void> {
  await withInterrupt(async (signal) => {
    // A writer would make the store where there is none; a reader says so.
    await (await openForReading(location, signal)).close();
    await withWriter(location, signal, async (store) => {
      await store.prepare();
      await work(store);
      await store.checkpoint();
    });
  });
}

/** One JSON object or array, or JSON Lines. Throws `input` for the first that is no decision. */
async function readDecisions(file: string): Promise<Decision[]> {
  const source = await openText(file, DEFAULT_READ_LIMITS);
  let text = '';
  try {
    for await (const part of Readable.from(source.text())) text += String(part);
  } finally {
    await source.close();
  }
  let decisions: Decision[];
  try {
    decisions = parseDecisions(valuesIn(text));
  } catch (error) {
    throw new LacunaError('input', `${file}, ${messageOf(error)}`, { cause: error });
  }
  if (decisions.length === 0) throw new LacunaError('input', `${file} holds no decision.`);
  return decisions;
}

function valuesIn(text: string): unknown[] {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value : [value];
  } catch {
    return text
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => orNull(line));
  }
}

/** A line that is no JSON is no decision either, and is told as one. */
function orNull(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

function lineOf(decision: Decision): string {
  const { id, at, action, note } = decision;
  return `${id}  ${at}  ${action} ${effectOf(decision)}${note ? `  (${note})` : ''}`;
}

function effectOf(decision: Decision): string {
  switch (decision.action) {
    case 'merge':
      return `${decision.forms.join(', ')} into ${decision.into}`;
    case 'split':
      return decision.forms.join(', ');
    case 'rename':
      return `${decision.form} to ${decision.name}`;
    case 'retype':
      return `${decision.form} to ${decision.kind}`;
    case 'stop':
      return decision.form;
  }
}
