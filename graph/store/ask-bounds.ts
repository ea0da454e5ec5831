import { LacunaError } from '../errors.ts';
import type { StoreLimits } from './options.ts';
import { sizeOf } from './size-of.ts';
import type { Cell, Statement } from './store.ts';

type Bounds = Pick<StoreLimits, 'askLength' | 'askParameterLength' | 'askNesting'>;

/** Refuses what would be costly only to look at, before an engine does. Throws `limit`. */
export function refuseOversized({ text, parameters, types }: Statement, bounds: Bounds): void {
  if (text.length > bounds.askLength) {
    const message = `The statement is longer than ${bounds.askLength} characters: give long lists as parameters.`;
    throw limit(message, 'askLength', bounds.askLength);
  }
  const most = { length: bounds.askParameterLength, depth: bounds.askNesting + 1 };
  const { length, depth } = sizeOf({ ...parameters, ...types }, most);
  if (depth > most.depth) throw tooDeep('A parameter nests', bounds.askNesting);
  if (length > most.length) {
    const message = `The parameters take more than ${bounds.askParameterLength} characters.`;
    throw limit(message, 'askParameterLength', bounds.askParameterLength);
  }
}

/** Counts what an answer takes as its rows come. */
export class AnswerMeter {
  private left: number;
  private readonly most: number;
  private readonly nesting: number;

  constructor(bytes: number, nesting: number) {
    this.left = bytes;
    this.most = bytes;
    this.nesting = nesting;
  }

  /** Throws `limit` for the row with which it is too large, or one that nests too deep. */
  count(row: readonly Cell[]): void {
    // NOTE: a path, its node and the node's properties hold each other before any value of a reader's own.
    const depth = this.nesting + 8;
    const size = sizeOf(row, { length: this.left, depth });
    if (size.depth > depth) throw tooDeep('The answer nests', this.nesting);
    this.left -= size.length;
    if (this.left < 0) throw tooLarge(this.most);
  }
}

function tooLarge(bytes: number): LacunaError {
  const size = bytes >= 2 ** 20 ? `${Math.round(bytes / 2 ** 20)} MB` : `${Math.round(bytes / 2 ** 10)} kB`;
  return limit(
    `The answer is larger than ${size}: return fewer rows or less in each of them.`,
    'answerBytes',
    bytes,
  );
}

function tooDeep(what: string, nesting: number): LacunaError {
  return limit(`${what} more than ${nesting} levels deep.`, 'askNesting', nesting);
}

function limit(message: string, name: string, most: number): LacunaError {
  return new LacunaError('limit', message, { details: { limit: name, most } });
}
