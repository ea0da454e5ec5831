import type { Piece } from './syntax.ts';
import type { Token } from './tokens.ts';

/** What patterns, expressions and clauses need of each other. */
export interface Grammar {
  expression(reader: TokenReader): Piece;
  clauses(reader: TokenReader): Piece[];
  startsClause(reader: TokenReader): boolean;
}

/** The parser came upon what it does not know; the engine itself has the last word then. */
export class Unreadable extends Error {
  readonly at: number;

  constructor(token: Token) {
    super(`Not understood: ${token.text}`);
    this.at = token.at;
  }
}

/** Far deeper than the engine goes, and not so deep that the stack ends. */
const DEPTH = 130;
const LISTS = new Map<string, ReadonlySet<string>>();

function wordsOf(list: string): ReadonlySet<string> {
  const known = LISTS.get(list) ?? new Set(list.split(' '));
  LISTS.set(list, known);
  return known;
}

/** Steps through the words of a statement. */
export class TokenReader {
  index = 0;
  /** Words that stand for a name of the writer's choice. */
  readonly names: Token[] = [];
  readonly grammar: Grammar;
  private readonly tokens: readonly Token[];
  private depth = 0;

  private readonly closing: Int32Array;

  constructor(tokens: readonly Token[], grammar: Grammar) {
    this.grammar = grammar;
    this.tokens = tokens;
    this.closing = closings(tokens);
  }

  /** How far ahead the bracket closes that opens here; 0 where it does not. */
  closesAhead(ahead = 0): number {
    const at = this.closing[this.index + ahead] ?? 0;
    return at === 0 ? 0 : at - this.index;
  }

  peek(ahead = 0): Token {
    return this.tokens[Math.min(this.index + ahead, this.tokens.length - 1)]!;
  }

  next(): Token {
    const token = this.peek();
    this.index++;
    return token;
  }

  /** End of the word before. */
  get end(): number {
    return this.tokens[this.index - 1]?.end ?? 0;
  }

  isWord(words: string, ahead = 0): boolean {
    const { kind, text } = this.peek(ahead);
    return kind === 'word' && wordsOf(words).has(text.toUpperCase());
  }

  isSymbol(symbol: string, ahead = 0): boolean {
    const token = this.peek(ahead);
    return token.kind === 'symbol' && token.text === symbol;
  }

  takeWord(words: string): boolean {
    if (!this.isWord(words)) return false;
    this.index++;
    return true;
  }

  take(symbol: string): boolean {
    if (!this.isSymbol(symbol)) return false;
    this.index++;
    return true;
  }

  expect(symbol: string): void {
    if (!this.take(symbol)) throw new Unreadable(this.peek());
  }

  expectWord(words: string): void {
    if (!this.takeWord(words)) throw new Unreadable(this.peek());
  }

  name(): string {
    const token = this.next();
    if (token.kind !== 'word' && token.kind !== 'name') throw new Unreadable(token);
    if (token.kind === 'word') this.names.push(token);
    return token.text;
  }

  expression(): Piece {
    return this.grammar.expression(this);
  }

  nested<T>(read: () => T): T {
    if (++this.depth > DEPTH) throw new Unreadable(this.peek());
    const result = read();
    this.depth--;
    return result;
  }
}

/** For each opening bracket the index of the one that closes it, else 0. */
function closings(tokens: readonly Token[]): Int32Array {
  const closing = new Int32Array(tokens.length);
  const open: number[] = [];
  tokens.forEach(({ kind, text }, index) => {
    if (kind !== 'symbol') return;
    if (text === '(' || text === '[' || text === '{') open.push(index);
    else if (text === ')' || text === ']' || text === '}') closing[open.pop() ?? index] = index;
  });
  return closing;
}
