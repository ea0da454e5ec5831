import type { Cell } from '../store/store.ts';

/** What the map can show. */
const SHOWN_LABELS = ['Paper', 'Concept', 'Theme'];

/** Ids of the papers, concepts and themes anywhere in these rows, each once, in their order. */
export function nodeIds(rows: readonly (readonly Cell[])[]): string[] {
  const ids = new Set<string>();
  const visit = (cell: Cell): void => {
    if (cell === null || typeof cell !== 'object') return;
    if ('$node' in cell) {
      const { labels, properties } = (
        cell as { $node: { labels: string[]; properties: Record<string, Cell> } }
      ).$node;
      if (typeof properties?.id === 'string' && labels.some((label) => SHOWN_LABELS.includes(label))) {
        ids.add(properties.id);
      }
      return;
    }
    for (const inner of Object.values(cell)) visit(inner as Cell);
  };
  for (const row of rows) for (const cell of row) visit(cell);
  return [...ids];
}
