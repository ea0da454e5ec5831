import { LacunaError } from '../../../errors.ts';
import type { Notice, Statement } from '../../store.ts';
import { lackIn } from './advice.ts';
import { LostEntities } from './lost-entities.ts';
import { readStatement } from './read-statement.ts';
import { type Found, StatementRewriter } from './rewriter.ts';
import type { Rewriter } from './rule.ts';
import type { Piece } from './syntax.ts';
import { Unreadable } from './token-reader.ts';

export interface Suited {
  /** What is run. */
  text: string;
  notices: Notice[];
  /** Whether the statement was understood; what was not must not run, unless the engine refuses it anyway. */
  understood: boolean;
}

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
  const read = pieces(statement.text);
  if (!read) return { text: statement.text, notices: [], understood: false };
  const rewriter = new StatementRewriter(statement, read);
  refuseLostEntities(read, rewriter);
  const text = rewriter.write(read);
  const found = [...rewriter.found.values()].sort((a, b) => a.offset - b.offset);
  const refused =
    found.find((one) => one.kind === 'wrong' && one.text === null) ??
    found.find(({ kind }) => kind === 'lacking');
  if (refused) throw refusal(refused, found, text);
  const notices = found.map(
    ({ message, offset, construct }): Notice => ({
      kind: 'rewritten',
      message: `${capital(construct)}: ${message}`,
      offset,
    }),
  );
  return { text: found.length > 0 ? text : statement.text, notices, understood: true };
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
export function refuseUnlessUnderstood(understood: boolean): void {
  if (understood) return;
  throw new LacunaError(
    'input',
    'Not run: this statement is written in a way that could not be checked for what the embedded store answers otherwise than Neo4j; say it in plainer clauses.',
    { details: { construct: 'statement' } },
  );
}

/** The engine's own complaint, with what to write instead where that is known. */
export function advised(error: LacunaError, text: string): LacunaError {
  if (error.code !== 'input') return error;
  const lack = lackIn(text);
  if (lack) {
    const { construct, advice, offset } = lack;
    return new LacunaError('input', `The embedded store has no ${construct}; ${advice}.`, {
      cause: error,
      details: { construct, rewrite: advice, whole: 0, offset },
    });
  }
  const known = COMPLAINTS.find(([pattern]) => pattern.test(error.message));
  if (!known) return error;
  const [, construct, advice] = known;
  return new LacunaError('input', `${error.message}. ${advice}.`, {
    cause: error,
    details: { ...error.details, construct, rewrite: advice, whole: 0 },
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

function pieces(text: string): Piece | null {
  try {
    return readStatement(text);
  } catch (error) {
    if (error instanceof Unreadable) return null;
    throw error;
  }
}

function refusal(one: Found, found: readonly Found[], text: string): LacunaError {
  const { construct, offset, advice = '', kind, message } = one;
  const whole = found.every(({ text: replacement }) => replacement !== null);
  const why =
    kind === 'lacking' ? `The embedded store has no ${construct}` : `Not run: ${construct}: ${message}`;
  return new LacunaError('input', `${why}; ${advice}.`, {
    details: { construct, rewrite: whole ? text : advice, whole: whole ? 1 : 0, offset },
  });
}

const capital = (text: string): string => text[0]!.toUpperCase() + text.slice(1);
