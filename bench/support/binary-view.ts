/** A map's answer with its numbers as they lie in memory, to be measured beside JSON; names, ids and the rest stay JSON. */
import type { GraphView } from '../../graph/contract.ts';

const NODE_NUMBERS = ['x', 'y', 'weight', 'year', 'ambiguity', 'betweenness'] as const;

/** Length of the JSON, the JSON, then 32-bit columns of nodes and edges. Missing numbers are NaN. */
export function toBinary({ nodes, edges, ...rest }: GraphView): Buffer {
  const { id, label, kind, theme, fresh } = nodes;
  const json = Buffer.from(JSON.stringify({ rest, id, label, kind, theme, fresh, type: edges.type }));
  const head = Buffer.alloc(12);
  head.writeUInt32LE(json.length, 0);
  head.writeUInt32LE(id.length, 4);
  head.writeUInt32LE(edges.source.length, 8);
  const floats = (values: readonly (number | null)[]): Buffer =>
    Buffer.from(Float32Array.from(values, (value) => value ?? Number.NaN).buffer);
  const wholes = (values: readonly number[]): Buffer => Buffer.from(Uint32Array.from(values).buffer);
  return Buffer.concat([
    head,
    json,
    // Columns of four bytes begin at multiples of four.
    Buffer.alloc((4 - (json.length % 4)) % 4),
    ...NODE_NUMBERS.map((name) => floats(nodes[name] as readonly (number | null)[])),
    wholes(edges.source),
    wholes(edges.target),
    floats(edges.weight),
  ]);
}

/** What a page would draw from: columns, without copying a number. */
export function fromBinary(bytes: Buffer): { json: unknown; columns: (Float32Array | Uint32Array)[] } {
  const { buffer } = Uint8Array.from(bytes);
  const view = new DataView(buffer);
  const [length, nodes, edges] = [0, 4, 8].map((at) => view.getUint32(at, true)) as [number, number, number];
  const json: unknown = JSON.parse(new TextDecoder().decode(new Uint8Array(buffer, 12, length)));
  let at = 12 + length + ((4 - (length % 4)) % 4);
  const columns: (Float32Array | Uint32Array)[] = [];
  for (const _ of NODE_NUMBERS) {
    columns.push(new Float32Array(buffer, at, nodes));
    at += 4 * nodes;
  }
  for (const Column of [Uint32Array, Uint32Array, Float32Array]) {
    columns.push(new Column(buffer, at, edges));
    at += 4 * edges;
  }
  return { json, columns };
}
