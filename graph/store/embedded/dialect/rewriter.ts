import { LacunaError } from '../../../errors.ts';
import type { Statement } from '../../store.ts';
import type { Finding, Rewriter } from './rule.ts';
import { RULES } from './rules.ts';
import type { Piece } from './syntax.ts';
import { Types } from './types.ts';

export interface Found extends Finding {
  offset: number;
}

const LENGTH = 1_000_000;

/** Writes a statement anew, piece by piece, as the rules say. */
export class StatementRewriter implements Rewriter {
  readonly types: Types;
  readonly statement: Piece;
  readonly found = new Map<string, Found>();
  /** Conditions whose null counts as false. */
  readonly positive = new Set<Piece>();
  private readonly text: string;
  private readonly written = new Map<Piece, string>();
  private readonly taken: ReadonlySet<string>;
  private fresh = 0;

  constructor({ text, ...given }: Statement, statement: Piece) {
    this.text = text;
    this.statement = statement;
    this.taken = new Set(text.match(/own\d+/g));
    this.types = new Types(statement, given);
    this.markPositive(statement);
  }

  readonly write = (piece: Piece): string => {
    const before = this.written.get(piece);
    if (before !== undefined) return before;
    const text = this.rewritten(piece) ?? this.spliced(piece);
    if (text.length > LENGTH) throw new LacunaError('limit', 'The statement is too long to be rewritten.');
    this.written.set(piece, text);
    return text;
  };

  /** Decides from outside what is written for a piece. */
  preset(piece: Piece, text: string): void {
    this.written.set(piece, text);
  }

  /** In brackets, unless it is one word. */
  readonly operand = (piece: Piece): string => {
    const text = this.write(piece);
    return /^[\p{L}\p{N}_.$'"]+$/u.test(text) || piece.kind === 'paren' || piece.kind === 'call'
      ? text
      : `(${text})`;
  };

  source({ at, end }: { at: number; end: number }): string {
    return this.text.slice(at, end);
  }

  /** A name that stands nowhere in the statement. */
  name(): string {
    for (;;) {
      const name = `own${++this.fresh}`;
      if (!this.taken.has(name)) return name;
    }
  }

  /** As it stands, but for the pieces within. */
  spliced(piece: Piece, children: readonly Piece[] = piece.children): string {
    let text = '';
    let from = piece.at;
    for (const child of children) {
      text += this.text.slice(from, child.at) + this.write(child);
      from = Math.max(from, child.end);
    }
    return text + this.text.slice(from, piece.end);
  }

  private rewritten(piece: Piece): string | null {
    for (const rule of RULES[piece.kind] ?? []) {
      const finding = rule(piece, this);
      if (!finding) continue;
      const key = `${piece.at} ${finding.construct}`;
      if (finding.kind !== 'silent' && !this.found.has(key))
        this.found.set(key, { ...finding, offset: piece.at });
      if (finding.text !== null) return finding.text;
    }
    return null;
  }

  private markPositive(piece: Piece): void {
    if (piece.kind === 'clause' && piece.name === 'WHERE') this.markCondition(piece.children[0]!);
    for (const child of piece.children) this.markPositive(child);
  }

  private markCondition(piece: Piece): void {
    this.positive.add(piece);
    if (piece.kind === 'paren' || (piece.kind === 'binary' && ['AND', 'OR'].includes(piece.name)))
      for (const child of piece.children) this.markCondition(child);
  }
}
