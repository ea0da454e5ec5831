import type { Expansion } from '../../state/view.ts';

/** How many neighbours an expansion shows, and of how many; the node itself is none of them. */
export function expansionExtent({ view }: Pick<Expansion, 'view'>): { shown: number; of: number } {
  return { shown: view.shown.nodes - 1, of: view.shown.of - 1 };
}
