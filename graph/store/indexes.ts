import { KEY, NODE_LABELS } from '../schema.ts';
import type { Statement } from './store.ts';

/** Properties besides the key that statements look nodes up by. */
const LOOKUPS = [
  ['Concept', 'name'],
  ['Paper', 'year'],
] as const;

const statement = (text: string): Statement => ({ text, parameters: {} });

const index = (label: string, property: string): Statement =>
  statement(
    `CREATE INDEX ${label.toLowerCase()}_${property} IF NOT EXISTS FOR (n:${label}) ON (n.${property})`,
  );

/** Every label is unique by its key. */
export const CONSTRAINTS: readonly Statement[] = NODE_LABELS.map((label) =>
  statement(
    `CREATE CONSTRAINT ${label.toLowerCase()}_key IF NOT EXISTS FOR (n:${label}) REQUIRE n.${KEY} IS UNIQUE`,
  ),
);

export const INDEXES: readonly Statement[] = LOOKUPS.map(([label, property]) => index(label, property));

/** For engines whose constraints do not speed up looking a node up by its key. */
export const KEY_INDEXES: readonly Statement[] = NODE_LABELS.map((label) => index(label, KEY));
