/** How relations between the same two nodes lie beside each other. Pure. */
import type { CellRelation } from '../../cell.ts';

/** For each relation how far it bends off the straight line, in steps, to the left of its own way. */
export function bendsOf(relations: readonly CellRelation[]): number[] {
  const groups = new Map<string, number>();
  const keyOf = ({ from, to }: CellRelation) => (from < to ? `${from} ${to}` : `${to} ${from}`);
  const places = relations.map((relation) => {
    const key = keyOf(relation);
    const place = groups.get(key) ?? 0;
    groups.set(key, place + 1);
    return place;
  });
  return relations.map((relation, i) => {
    const all = groups.get(keyOf(relation))!;
    // Seen from the lower end, so that there and back do not fall on each other.
    const sign = relation.from < relation.to ? 1 : -1;
    return sign * (places[i]! - (all - 1) / 2);
  });
}
