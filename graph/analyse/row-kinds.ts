import { createRelations } from './create-relations.ts';
import type { PlacedLabel } from './statements.ts';
import * as cypher from './statements.ts';
import type { RowKind } from './stored-rows.ts';

/** Everything that the analysis keeps in the store, kind by kind. */
const nodes = (label: 'Theme' | 'Gap' | 'Finding', properties: readonly string[]): RowKind => ({
  keys: ['id'],
  columns: ['id', ...properties],
  ...cypher.nodeStatements(label, properties),
});

const links = (...ends: Parameters<typeof cypher.linkStatements>): RowKind => ({
  keys: ['source', 'target'],
  columns: ['source', 'target'],
  ...cypher.linkStatements(...ends),
});

export const THEMES = nodes('Theme', [
  'label',
  'ownLabel',
  'level',
  'size',
  'paperCount',
  'colour',
  'topConcepts',
  'stability',
  'otherStability',
  'centrality',
  'density',
  'quadrant',
  'x',
  'y',
]);
export const SUB_THEMES = links('Theme', 'PART_OF', 'Theme');
export const GAPS = nodes('Gap', ['kind', 'rank', 'score', 'title', 'observed', 'expected', 'evidence']);
/** What a gap may lie between. */
export const GAP_ENDS = ['Theme', 'Concept', 'Paper'] as const;
export const FINDINGS: RowKind = { ...nodes('Finding', ['json']), read: cypher.readFindings };

export const CO_OCCURS: RowKind = {
  keys: ['source', 'target'],
  columns: ['source', 'target', 'papers', 'strength'],
  read: cypher.readCoOccurs,
  write: cypher.writeCoOccurs,
  create: (rows) =>
    createRelations(rows, {
      from: ['Concept', 'source'],
      type: 'CO_OCCURS',
      to: ['Concept', 'target'],
      properties: ['papers', 'strength'],
    }),
  delete: cypher.deleteCoOccurs,
};

export const SHARES: RowKind = {
  keys: ['source', 'target'],
  columns: ['source', 'target', 'concepts', 'weight'],
  read: cypher.readShares,
  write: cypher.writeShares,
  create: (rows) =>
    createRelations(rows, {
      from: ['Paper', 'source'],
      type: 'SHARES',
      to: ['Paper', 'target'],
      properties: ['concepts', 'weight'],
    }),
  delete: cypher.deleteShares,
};

export const inTheme = (label: PlacedLabel): RowKind => ({
  keys: ['member', 'theme'],
  columns: ['member', 'theme', 'share', 'ambiguity'],
  read: (ids) => cypher.readInTheme(label, ids),
  write: (rows) => cypher.writeInTheme(label, rows),
  create: (rows) =>
    createRelations(rows, {
      from: [label, 'member'],
      type: 'IN_THEME',
      to: ['Theme', 'theme'],
      properties: ['share', 'ambiguity'],
    }),
  delete: (rows) => cypher.deleteInTheme(label, rows),
});

export const placed = (label: PlacedLabel): RowKind => ({
  keys: ['id'],
  columns: ['id', 'x', 'y'],
  read: (ids) => cypher.readPositions(label, ids),
  write: (rows) => cypher.writePositions(label, rows),
  delete: null,
});

export const between = (label: (typeof GAP_ENDS)[number]): RowKind => links('Gap', 'BETWEEN', label);
