import neo4j, { type Node, type Relationship } from 'neo4j-driver';
import { integerCell, mapCell, nodeCell, numberCell, pathCell, relationCell } from '../cells.ts';
import type { Cell, NodeCell, RelationCell, Statement, Value } from '../store.ts';
import { type TypedParameter, typedParameters } from '../typed-parameters.ts';

/** The driver's values as cells; the driver must be set to give integers as bigint. */
export function cellOf(value: unknown): Cell {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number') return numberCell(value);
  if (typeof value === 'bigint') return integerCell(value);
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (Array.isArray(value)) return value.map(cellOf);
  if (ArrayBuffer.isView(value)) return Array.from(value as Uint8Array, cellOf);
  if (neo4j.isInt(value)) return integerCell(value.toBigInt());
  if (neo4j.isNode(value)) return node(value);
  if (neo4j.isRelationship(value)) return relation(value);
  if (neo4j.isPath(value)) {
    const nodes = value.segments.map((segment) => node(segment.end));
    const relations = value.segments.map((segment) => relation(segment.relationship));
    return pathCell([node(value.start), ...nodes], relations);
  }
  if (neo4j.isPoint(value)) {
    const { srid, x, y, z } = value;
    return { srid: cellOf(srid), x, y, ...(z === undefined ? {} : { z }) };
  }
  if (neo4j.isVector(value)) return cellOf(value.asTypedArray());
  return isPlain(value) ? mapCell(value, cellOf) : String(value);
}

const isPlain = (value: unknown): value is object => {
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
};

const node = ({ elementId, labels, properties }: Node): NodeCell =>
  nodeCell(elementId, labels, mapCell(properties, cellOf));

const relation = (one: Relationship): RelationCell =>
  relationCell(
    one.elementId,
    one.type,
    one.startNodeElementId,
    one.endNodeElementId,
    mapCell(one.properties, cellOf),
  );

/** Whole numbers become integers, as the embedded engine takes them; the driver would send floats. */
function parameterOf(value: Value): unknown {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? BigInt(value) : value;
  if (Array.isArray(value)) return value.map(parameterOf);
  return value !== null && typeof value === 'object' ? parametersOf({ parameters: value }) : value;
}

function typed(one: TypedParameter): unknown {
  if (one.type === 'float') return one.value;
  const { year, month, day } = one;
  if (one.type === 'date') return new neo4j.types.Date(year, month, day);
  const { hour, minute, second, nanosecond, zone } = one;
  return new neo4j.types.DateTime(year, month, day, hour, minute, second, nanosecond, zone);
}

export function parametersOf(statement: Pick<Statement, 'parameters' | 'types'>): Record<string, unknown> {
  const types = typedParameters(statement);
  return Object.fromEntries(
    Object.entries(statement.parameters).map(([name, value]) => {
      const one = types.get(name);
      return [name, one ? typed(one) : parameterOf(value)];
    }),
  );
}
