import type { Piece } from './syntax.ts';

/** Names that a piece speaks of, whatever they stand for. */
export function namesIn(piece: Piece, names = new Set<string>()): Set<string> {
  if (['variable', 'projection'].includes(piece.kind)) names.add(piece.name);
  for (const name of piece.binds ?? []) names.add(name);
  for (const child of piece.children) namesIn(child, names);
  return names;
}

/** Variables that are known where a clause begins; null where that is not clear. */
export function scopeBefore(clause: Piece, statement: Piece): ReadonlySet<string> | null {
  return walk(statement.children, new Set(), clause);
}

function walk(
  clauses: readonly Piece[],
  outer: ReadonlySet<string>,
  sought: Piece,
): ReadonlySet<string> | null {
  let known = new Set(outer);
  for (const clause of clauses) {
    if (clause === sought) return known;
    const inner = clause.kind === 'clause' && clause.name.endsWith('CALL') && clause.flags?.has('subquery');
    if (inner) {
      const found = walk(
        clause.children.filter(({ kind }) => kind === 'clause'),
        scopeInside(clause, known),
        sought,
      );
      if (found) return found;
    }
    known = scopeAfter(clause, known, outer);
  }
  return null;
}

function scopeInside(call: Piece, known: ReadonlySet<string>): ReadonlySet<string> {
  if (call.flags?.has('all')) return known;
  if (call.flags?.has('scoped')) {
    return new Set(call.children.filter(({ kind }) => kind === 'variable').map(({ name }) => name));
  }
  return new Set();
}

function scopeAfter(clause: Piece, known: Set<string>, outer: ReadonlySet<string>): Set<string> {
  if (clause.name === 'UNION') return new Set(outer);
  const kept = clause.name !== 'WITH' || clause.flags?.has('star') ? known : [];
  return new Set([...kept, ...(clause.binds ?? [])]);
}
