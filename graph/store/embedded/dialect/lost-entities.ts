import type { Piece } from './syntax.ts';
import type { Types } from './types.ts';
import { isPlainUnion } from './unions.ts';

const PASSING = new Set(
  'head last tail reverse collect coalesce nullif min max nodes relationships'.split(' '),
);
const CHOOSING = new Set(['coalesce', 'nullif']);

/**
 * The engine gives the number of a node, relation or path in place of it where it can not tell beforehand that
 * it will be one: behind coalesce, CASE, reduce and comprehensions, or in a list with other things.
 */
export class LostEntities {
  /** Names of what is or holds such things, and of what would be given as numbers. */
  private readonly holders = new Set<string>();
  private readonly lost = new Set<string>();
  private readonly types: Types;

  constructor(statement: Piece, types: Types) {
    this.types = types;
    this.learn(statement);
  }

  /** The item of a `RETURN` of the whole statement that would give numbers; null where there is none. */
  in(statement: Piece): Piece | null {
    for (const clause of statement.children.filter(({ name }) => name === 'RETURN')) {
      const item = clause.children.find((child) => child.kind === 'item' && this.loses(child.children[0]!));
      if (item) return item;
      if (clause.flags?.has('star') && this.lost.size > 0) return clause;
    }
    return null;
  }

  private learn(piece: Piece): void {
    if (['node', 'relation', 'pattern'].includes(piece.kind) && piece.name) this.holders.add(piece.name);
    const [first] = piece.children;
    const [own] = piece.binds ?? [];
    if (['comprehension', 'quantifier'].includes(piece.kind) && this.holds(first!)) this.holders.add(own!);
    if (piece.kind === 'reduce' && this.holds(piece.children[1]!)) this.holders.add(piece.binds![1]!);
    for (const child of piece.children) this.learn(child);
    if (piece.kind === 'item' && own && first!.kind !== 'variable') this.note(own, first!);
    if (piece.kind === 'item' && own && first!.kind === 'variable' && own !== first!.name)
      this.note(own, first!);
    if (piece.kind !== 'clause') return;
    if (piece.name === 'UNWIND') {
      this.note(own!, first!);
      if (
        first!.kind === 'list' &&
        this.holds(first!) &&
        !first!.children.every((child) => this.types.of(child) === 'entity')
      )
        this.lost.add(own!);
    }
    if (
      piece.name === 'CALL' &&
      piece.flags?.has('subquery') &&
      !isPlainUnion(piece, (one) => this.holds(one))
    )
      for (const column of piece.binds ?? []) this.lost.add(column);
  }

  private note(name: string, value: Piece): void {
    if (this.holds(value)) this.holders.add(name);
    if (this.loses(value)) this.lost.add(name);
  }

  private holds(piece: Piece): boolean {
    const { kind, children, name } = piece;
    if (kind === 'variable')
      return this.holders.has(name) || ['entity', 'path'].includes(this.types.of(piece));
    if (kind === 'call')
      return (
        name === 'startnode' ||
        name === 'endnode' ||
        (PASSING.has(name) && children.some((one) => this.holds(one)))
      );
    if (kind === 'case') return branchesOf(piece).some((one) => this.holds(one));
    if (kind === 'comprehension') return this.holds(resultOf(piece));
    if (kind === 'reduce') return this.holds(children[2]!);
    if (kind === 'patternComprehension') return this.holds(children.at(-1)!);
    if (kind === 'index' || kind === 'slice') return this.holds(children[0]!);
    return (
      ['paren', 'list', 'map', 'entry', 'projection'].includes(kind) &&
      children.some((one) => this.holds(one))
    );
  }

  private loses(piece: Piece): boolean {
    const { kind, children, name } = piece;
    const anyLost = (): boolean => children.some((one) => this.loses(one));
    if (kind === 'variable') return this.lost.has(name);
    if (kind === 'call') return CHOOSING.has(name) ? this.holds(piece) : PASSING.has(name) && anyLost();
    if (kind === 'case' || kind === 'comprehension' || kind === 'reduce') return this.holds(piece);
    if (kind === 'index')
      return (
        anyLost() || (children[1]!.kind !== 'number' && children[1]!.kind !== 'sign' && this.holds(piece))
      );
    return ['paren', 'list', 'map', 'entry', 'projection', 'slice'].includes(kind) && anyLost();
  }
}

function branchesOf({ children, flags }: Piece): Piece[] {
  const rest = flags?.has('subject') ? children.slice(1) : children;
  return rest.filter((_, index) => index % 2 === 1 || (flags?.has('else') && index === rest.length - 1));
}

/** What a comprehension gives: its result, else the elements themselves. */
const resultOf = ({ children, flags }: Piece): Piece =>
  flags?.has('result') ? children.at(-1)! : children[0]!;
