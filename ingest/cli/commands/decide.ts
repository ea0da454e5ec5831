import { writeFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { NamedTerm } from '../../../graph/analysis/terms/term.ts';
import { TermIndex } from '../../../graph/analysis/terms/term-index.ts';
import { thesaurusDecisions } from '../../../graph/analysis/terms/thesaurus-decisions.ts';
import { readThesaurus, writeThesaurus } from '../../../graph/analysis/terms/thesaurus-file.ts';
import { LacunaError, messageOf } from '../../../graph/errors.ts';
import { CONCEPT_KINDS } from '../../../graph/schema.ts';
import type { StoreLocation, StoreReader, StoreWriter } from '../../../graph/store/store.ts';
import { type Decision, parseDecisions } from '../../canonicalise/decisions.ts';
import { removeDecision, storedDecisions, writeDecisions } from '../../load/stored-decisions.ts';
import { openText } from '../../read/input/text-source.ts';
import { DEFAULT_READ_LIMITS } from '../../read/limits.ts';
import { withInterrupt } from '../interrupt.ts';
import { locate, openForReading, printJson, withReader, withWriter } from '../session.ts';

type Action = 'add' | 'list' | 'remove' | 'import' | 'export';

export interface DecideFlags {
  store?: string;
  json?: boolean;
}

const NEXT = 'They take effect at the next ingest.';

const NAMELESS = {
  add: 'Name the file of decisions.',
  import: 'Name the thesaurus file.',
  remove: 'Name the id to remove.',
} as const;

/** Keeps what a person decided about concepts in the store; an ingest replays it. */
export async function runDecide(action: Action, what: string | undefined, flags: DecideFlags): Promise<void> {
  const location = locate(flags.store);
  const json = flags.json === true;
  if (action === 'list') await list(location, json);
  else if (action === 'export') await exportThesaurus(location, what, json);
  else if (what === undefined) throw new LacunaError('input', NAMELESS[action]);
  else if (action === 'add') await add(location, what, json);
  else if (action === 'import') await importThesaurus(location, what, json);
  else await remove(location, what, json);
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

/** Keeps what a VOSviewer thesaurus file says of the terms in the store, as decisions. */
async function importThesaurus(location: StoreLocation, file: string, json: boolean): Promise<void> {
  const { lines, problems } = readThesaurus(await readAll(file));
  const bad = problems.map(({ line, reason }) => `line ${line}: ${reason}`);
  let added: string[] = [];
  let unknown = 0;
  await changing(location, async (store) => {
    const plan = thesaurusDecisions(lines, new TermIndex(await storedTerms(store)));
    const decisions = parseDecisions(plan.decisions);
    unknown = plan.unknown.length;
    added = decisions.map(({ id }) => id);
    if (decisions.length > 0) await writeDecisions(store, decisions);
  });
  for (const one of bad) process.stderr.write(`${file}, ${one}\n`);
  if (json) printJson({ added, lines: lines.length, unknown, rejected: problems });
  else {
    process.stdout.write(
      `Added ${added.length} decisions from ${lines.length} lines; ${unknown} labels are in no paper. ${NEXT}\n`,
    );
  }
}

/** Writes all forms as a VOSviewer thesaurus file; to standard output without a file. */
async function exportThesaurus(
  location: StoreLocation,
  file: string | undefined,
  json: boolean,
): Promise<void> {
  const { text, lines } = await withInterrupt((signal) =>
    withReader(location, signal, async (store) => {
      const stopped = (await storedDecisions(store)).flatMap((one) =>
        one.action === 'stop' ? one.form : [],
      );
      return writeThesaurus(new TermIndex(await storedTerms(store)), stopped);
    }),
  );
  if (file === undefined) process.stdout.write(text);
  else {
    await writeFile(file, text);
    if (json) printJson({ file, lines });
    else process.stdout.write(`Wrote ${lines} lines to ${file}.\n`);
  }
}

async function storedTerms(store: StoreReader): Promise<NamedTerm[]> {
  const { rows } = await store.read(
    {
      text: `MATCH (c:Concept)
             RETURN c.id AS id, c.name AS name, c.kind AS kind, c.aliases AS aliases, c.paperCount AS papers ORDER BY id`,
      parameters: {},
    },
    { maxRows: Number.MAX_SAFE_INTEGER },
  );
  return rows.map(([id, name, kind, aliases, papers]) => ({
    id: String(id),
    name: String(name),
    kind: CONCEPT_KINDS.find((one) => one === kind) ?? 'Term',
    aliases: Array.isArray(aliases) ? aliases.map(String) : [],
    paperCount: Number(papers),
  }));
}

async function readAll(file: string): Promise<string> {
  const source = await openText(file, DEFAULT_READ_LIMITS);
  let text = '';
  try {
    for await (const part of Readable.from(source.text())) text += String(part);
  } finally {
    await source.close();
  }
  return text;
}

/** One JSON object or array, or JSON Lines. Throws `input` for the first that is no decision. */
async function readDecisions(file: string): Promise<Decision[]> {
  const text = await readAll(file);
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
