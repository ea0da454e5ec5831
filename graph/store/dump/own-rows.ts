import { KEY } from '../../schema.ts';
import { type DumpRow, isOfGraph, isSameRelation, type NodeRow, ownLabels } from './dump-row.ts';

/** How many labels, types of relations and repeated rows were left out, by what they are: `label Favourite`. */
export type LeftOut = Map<string, number>;

/**
 * The rows of a dump that are of our graph: what else somebody put into the store is no part of it, and is counted in
 * `leftOut`. A node with two of our labels, and a relation that is there twice, are told once.
 */
export async function* ownRows(
  rows: AsyncIterable<DumpRow>,
  leftOut: LeftOut = new Map(),
): AsyncGenerator<DumpRow> {
  const leave = (what: string): void => void leftOut.set(what, (leftOut.get(what) ?? 0) + 1);
  const severalLabels = new Set<string>();
  let last: DumpRow | null = null;
  for await (const row of rows) {
    const own = row[0] === 'node' ? ownNode(row, severalLabels, leave) : row;
    if (own === null) continue;
    if (!isOfGraph(own)) leave(own[0] === 'relation' ? `relation ${own[1]}` : 'node');
    else if (isSameRelation(last, own)) leave(`repeated relation ${own[1]}`);
    else {
      last = own;
      yield own;
    }
  }
}

function ownNode(row: NodeRow, several: Set<string>, leave: (what: string) => void): NodeRow | null {
  const [, labels, properties] = row;
  const own = ownLabels(labels);
  if (own.length === labels.length) return row;
  const id = `${own[0]} ${properties[KEY]}`;
  if (several.has(id)) return null;
  several.add(id);
  for (const label of labels) if (!own.includes(label)) leave(`label ${label}`);
  return ['node', own, properties];
}
