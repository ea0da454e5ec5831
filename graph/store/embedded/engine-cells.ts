import type { GrafeoDB } from '@grafeo-db/js';
import { integerCell, mapCell, nodeCell, numberCell, pathCell, relationCell } from '../cells.ts';
import type { Cell, NodeCell, PathCell, RelationCell, Statement } from '../store.ts';

type Raw = Record<string, unknown>;

const isRecord = (value: unknown): value is Raw =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);

/**
 * The engine's values as cells. It gives nodes as `{_id, _labels, …}`, so a user's map can look like one: a
 * candidate must be in the store with these labels, and where the statement itself speaks of such keys, with
 * the same properties too.
 */
export class EngineCells {
  private readonly db: GrafeoDB;
  private readonly suspicious: boolean;

  constructor(db: GrafeoDB, statement: Statement) {
    this.db = db;
    const spoken = statement.text + JSON.stringify(statement.parameters, (_, value) => value ?? null);
    this.suspicious = /_id|_labels|_type|\\u/i.test(spoken);
  }

  readonly cell = (value: unknown): Cell => {
    if (Array.isArray(value)) return value.map(this.cell);
    if (isRecord(value))
      return this.node(value) ?? this.relation(value) ?? this.path(value) ?? this.map(value);
    return this.scalar(value);
  };

  /** A property's value: whatever it looks like, it is no node. */
  private readonly plain = (value: unknown): Cell => {
    if (Array.isArray(value)) return value.map(this.plain);
    return isRecord(value) ? mapCell(value, this.plain) : this.scalar(value);
  };

  private scalar(value: unknown): Cell {
    if (value === null || value === undefined) return null;
    if (typeof value === 'number') return numberCell(value);
    if (typeof value === 'bigint') return integerCell(value);
    if (typeof value === 'string' || typeof value === 'boolean') return value;
    // NOTE: only date-times without a zone come as Date, so the Z that it prints would be a lie.
    if (value instanceof Date) return value.toISOString().replace(/(?:\.000)?Z$/, '');
    if (ArrayBuffer.isView(value)) return Array.from(value as Uint8Array, this.plain);
    return String(value);
  }

  private map(value: Raw): Cell {
    if (ArrayBuffer.isView(value)) return this.scalar(value);
    return mapCell(value, this.cell);
  }

  private node(value: Raw): NodeCell | null {
    const { _id: id, _labels: labels, ...properties } = value;
    if (!Number.isSafeInteger(id) || !Array.isArray(labels)) return null;
    const stored = this.db.getNodeLabels(id as number);
    if (stored === null || !sameJson(stored, labels)) return null;
    if (this.suspicious && !sameJson(this.db.getNode(id as number)?.properties(), properties)) return null;
    return nodeCell(`n:${id}`, labels, mapCell(properties, this.plain));
  }

  private relation(value: Raw): RelationCell | null {
    const { _id: id, _type: type, _source: source, _target: target, ...properties } = value;
    if (!Number.isSafeInteger(id) || typeof type !== 'string') return null;
    if (!Number.isSafeInteger(source) || !Number.isSafeInteger(target)) return null;
    if (this.suspicious) {
      const stored = this.db.getEdge(id as number);
      if (stored?.edgeType !== type || !sameJson(stored.properties(), properties)) return null;
    }
    return relationCell(`e:${id}`, type, `n:${source}`, `n:${target}`, mapCell(properties, this.plain));
  }

  private path(value: Raw): PathCell | null {
    const { nodes, edges, ...rest } = value;
    if (!Array.isArray(nodes) || !Array.isArray(edges) || Object.keys(rest).length > 0) return null;
    if (nodes.length !== edges.length + 1) return null;
    const nodeCells = nodes.map((node) => (isRecord(node) ? this.node(node) : null));
    const relationCells = edges.map((edge) => (isRecord(edge) ? this.relation(edge) : null));
    const whole = !nodeCells.includes(null) && !relationCells.includes(null);
    return whole ? pathCell(nodeCells as NodeCell[], relationCells as RelationCell[]) : null;
  }
}

/** Equal as sets of keys and values, whatever the order of keys. */
function sameJson(one: unknown, other: unknown): boolean {
  return JSON.stringify(one, sorted) === JSON.stringify(other, sorted);
}

function sorted(_: string, value: unknown): unknown {
  if (typeof value === 'bigint') return `${value}n`;
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
