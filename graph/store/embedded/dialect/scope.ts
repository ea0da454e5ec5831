import type { Piece } from './syntax.ts';

/** Names that a piece speaks of, whatever they stand for. */
export function namesIn(piece: Piece, names = new Set<string>()): Set<string> {
  if (['variable', 'projection'].includes(piece.kind)) names.add(piece.name);
  for (const name of piece.binds ?? []) names.add(name);
  for (const child of piece.children) namesIn(child, names);
  return names;
}

/** Variables that are known at a place; those of a subquery may lie in those of what it stands in. */
class Scope {
  private readonly names = new Set<string>();
  private readonly outer: Scope | null;

  constructor(outer: Scope | null) {
    this.outer = outer;
  }

  has(name: string): boolean {
    return this.names.has(name) || (this.outer?.has(name) ?? false);
  }

  add(names: readonly string[]): void {
    for (const name of names) this.names.add(name);
  }
}

/** By clause `OPTIONAL MATCH`. */
type Known = ReadonlyMap<Piece, ReadonlySet<string>>;

const FOUND = new WeakMap<Piece, Known>();

/**
 * Of the variables that an `OPTIONAL MATCH` speaks of, those that are known where it begins; null where that
 * is not clear.
 */
export function knownBefore(clause: Piece, statement: Piece): ReadonlySet<string> | null {
  const known = FOUND.get(statement) ?? walk(statement.children, null, new Map());
  FOUND.set(statement, known);
  return known.get(clause) ?? null;
}

function walk(
  clauses: readonly Piece[],
  outer: Scope | null,
  found: Map<Piece, ReadonlySet<string>>,
): Map<Piece, ReadonlySet<string>> {
  let known = new Scope(outer);
  for (const clause of clauses) {
    if (clause.name === 'OPTIONAL MATCH') {
      found.set(clause, new Set([...namesIn(clause)].filter((name) => known.has(name))));
    }
    if (clause.kind === 'clause' && clause.name.endsWith('CALL') && clause.flags?.has('subquery')) {
      const inner = clause.children.filter(({ kind }) => kind === 'clause');
      walk(inner, scopeInside(clause, known), found);
    }
    if (clause.name === 'UNION') known = new Scope(outer);
    if (clause.name === 'WITH' && !clause.flags?.has('star')) known = new Scope(null);
    known.add(clause.binds ?? []);
  }
  return found;
}

function scopeInside(call: Piece, known: Scope): Scope | null {
  if (call.flags?.has('all')) return known;
  if (!call.flags?.has('scoped')) return null;
  const scope = new Scope(null);
  scope.add(call.children.filter(({ kind }) => kind === 'variable').map(({ name }) => name));
  return scope;
}
