import type { Piece } from './syntax.ts';

/** Whether the parts of a union in a `CALL` give the same kind of thing in each column. */
export function isPlainUnion(call: Piece, holds: (piece: Piece) => boolean): boolean {
  const ends = call.children.filter(({ kind, name }) => kind === 'clause' && name === 'RETURN');
  if (ends.length < 2) return true;
  const bound = kindsOfVariables(call);
  const rows = ends.map(({ children }) =>
    children.filter(({ kind }) => kind === 'item').map((item) => item.children[0]!),
  );
  return rows[0]!.every((_, column) => {
    const values = rows.map((row) => row[column]).filter((one) => one !== undefined);
    if (!values.some(holds)) return true;
    const kinds = new Set(
      values.map(({ kind, name }) => (kind === 'variable' ? bound.get(name) : undefined)),
    );
    return kinds.size === 1 && !kinds.has(undefined);
  });
}

/** Of names that patterns bring in: `node`, `relation` or `pattern`. */
function kindsOfVariables(
  piece: Piece,
  kinds = new Map<string, string | undefined>(),
): Map<string, string | undefined> {
  if (['node', 'relation', 'pattern'].includes(piece.kind) && piece.name) {
    kinds.set(
      piece.name,
      kinds.has(piece.name) && kinds.get(piece.name) !== piece.kind ? undefined : piece.kind,
    );
  }
  for (const child of piece.children) kindsOfVariables(child, kinds);
  return kinds;
}
