import { LacunaError } from '../../../errors.ts';
import type { Notice, Statement } from '../../store.ts';
import { type ColumnNames, columnNames } from './columns.ts';
import { inPlainWords, plainFault } from './complaints.ts';
import { withoutHints } from './hints.ts';
import { LostEntities } from './lost-entities.ts';
import { type Spoken, spokenNames } from './misspelt.ts';
import { readStatement } from './read-statement.ts';
import { withQuotedNames } from './reserved-names.ts';
import { type Found, StatementRewriter } from './rewriter.ts';
import type { Rewriter } from './rule.ts';
import type { Piece } from './syntax.ts';
import { Unreadable } from './token-reader.ts';
import type { Token } from './tokens.ts';
import { Types } from './types.ts';

export interface Suited {
  /** What is run. */
  text: string;
  notices: Notice[];
  /** Whether the statement was understood; what was not must not run, unless the engine refuses it anyway. */
  understood: boolean;
  /** What the columns are called; null where the engine knows best. */
  columns: ColumnNames | null;
  /** Labels, relation types and properties in it. */
  spoken: readonly Spoken[];
}

/** What is lacked may be said by something that is lacked too. */
const ROUNDS = 4;

/**
 * What the embedded engine must be given so that it answers as Neo4j would. Throws `input`, with `construct`,
 * `rewrite` and `offset`, where it lacks what is asked for or would answer otherwise and nothing surely does
 * the same.
 */
export function suited(statement: Statement): Suited {
  try {
    return readAndMended(statement);
  } catch (error) {
    // NOTE: the stack ends where long rows of terms stand within each other.
    if (error instanceof RangeError) throw new LacunaError('limit', 'The statement nests too deep.');
    throw error;
  }
}

function readAndMended(statement: Statement): Suited {
  const bare = withoutHints(statement.text);
  const read = pieces(bare.text);
  if (!read) return { text: statement.text, notices: [], understood: false, columns: null, spoken: [] };
  const named = withQuotedNames(bare.text, read.names);
  const mended = placedBack(named.back, () => mend({ ...statement, text: named.text }, ROUNDS));
  const notices = mended.notices.map((one) => ({ ...one, offset: named.back(one.offset ?? 0) }));
  return {
    text: mended.text,
    notices: [...bare.notices, ...notices],
    understood: true,
    columns: columnNames(read.statement, bare.text),
    spoken: spokenNames(read.statement, bare.text, new Types(read.statement, statement)),
  };
}

/** What the rules make of a statement that can be read. */
function mend(statement: Statement, rounds: number): { text: string; notices: Notice[] } {
  const { statement: read } = readStatement(statement.text);
  const rewriter = new StatementRewriter(statement, read);
  refuseLostEntities(read, rewriter);
  const text = rewriter.write(read);
  const found = [...rewriter.found.values()].sort((a, b) => a.offset - b.offset);
  const refused =
    found.find((one) => one.kind === 'wrong' && one.text === null) ??
    found.find((one) => one.kind === 'lacking' && (one.text === null || rounds === 0));
  if (refused) throw refusal(refused);
  const lacked = found.find(({ kind }) => kind === 'lacking');
  return {
    text: lacked
      ? mendedAgain({ ...statement, text }, lacked, rounds)
      : found.length > 0
        ? text
        : statement.text,
    notices: found.map(noticeOf),
  };
}

/** What is written for something that is lacked may itself be answered otherwise. */
function mendedAgain(statement: Statement, lacked: Found, rounds: number): string {
  try {
    return mend(statement, rounds - 1).text;
  } catch (error) {
    if (error instanceof Unreadable) throw refusal(lacked);
    throw error instanceof LacunaError && error.code === 'input' ? refusal(lacked) : error;
  }
}

const noticeOf = ({ kind, message, offset, construct }: Found): Notice => ({
  kind: 'rewritten',
  message:
    kind === 'lacking'
      ? `The embedded store has no ${construct}: the same was asked in other words.`
      : `${capital(construct)}: ${message}`,
  offset,
});

function placedBack<T>(back: (offset: number) => number, act: () => T): T {
  try {
    return act();
  } catch (error) {
    if (!(error instanceof LacunaError) || typeof error.details.offset !== 'number') throw error;
    const details = { ...error.details, offset: back(error.details.offset) };
    throw new LacunaError(error.code, error.message, { cause: error, details });
  }
}

function refuseLostEntities(read: Piece, rewriter: Rewriter): void {
  const item = new LostEntities(read, rewriter.types).in(read);
  if (!item) return;
  const construct =
    'a node, relation or path that coalesce, CASE, reduce, a comprehension or a mixed list gives';
  const advice = 'return its properties, as in RETURN x.id, or the variable itself';
  throw new LacunaError(
    'input',
    `Not run: ${construct}: the embedded engine returns a number in place of it; ${advice}.`,
    {
      details: { construct, rewrite: advice, whole: 0, offset: item.at },
    },
  );
}

/** For what the engine would run though it could not be compared with Neo4j's way here. */
export function refuseUnlessUnderstood(understood: boolean, text: string): void {
  if (understood) return;
  throw (
    plainFault(text) ??
    new LacunaError(
      'input',
      'Not run: this statement is written in a way that could not be checked for what the embedded store answers otherwise than Neo4j; say it in plainer clauses.',
      { details: { construct: 'statement' } },
    )
  );
}

/** The engine's own complaint, with what to write instead where that is known. */
export function advised(error: LacunaError, text: string): LacunaError {
  const shows = /^\s*SHOW\b/i.test(text);
  if (error.code !== 'input' && !shows) return error;
  const fault = plainFault(text);
  if (fault) return fault;
  const { details } = error;
  const words = inPlainWords(error, text);
  if (words) return new LacunaError('input', words, { cause: error, details });
  const known = COMPLAINTS.find(([pattern]) => pattern.test(error.message));
  if (!known) return error;
  const [, construct, advice] = known;
  return new LacunaError('input', `${error.message}. ${advice}.`, {
    cause: error,
    details: { ...details, construct, rewrite: advice, whole: 0 },
  });
}

const COMPLAINTS: readonly (readonly [RegExp, string, string])[] = [
  [/UNION branches must return the same columns/, 'UNION', 'Name the columns in the same order in each part'],
  [
    /Unknown function '([^']+)'/,
    'function',
    'The embedded store has no such function; docs/cypher.md lists what to write for those of Neo4j',
  ],
  [/cannot read from it/, 'property of an expression', 'Name it first: WITH … AS x RETURN x.id'],
  [/[Ii]nternal error|unsupported/, 'statement', 'Say it in several clauses, joined by WITH'],
];

function pieces(text: string): { statement: Piece; names: readonly Token[] } | null {
  try {
    return readStatement(text);
  } catch (error) {
    if (error instanceof Unreadable) return null;
    throw error;
  }
}

function refusal({ construct, offset, advice = '', kind, message }: Found): LacunaError {
  const why =
    kind === 'lacking' ? `The embedded store has no ${construct}` : `Not run: ${construct}: ${message}`;
  return new LacunaError('input', `${why}; ${advice}.`, {
    details: { construct, rewrite: advice, whole: 0, offset },
  });
}

const capital = (text: string): string => text[0]!.toUpperCase() + text.slice(1);
