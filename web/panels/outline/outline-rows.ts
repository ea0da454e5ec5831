/** The rows of the outline's tree that are open, from top to bottom. Pure. */
import type { EdgeType, ThemeSummary } from '../../../graph/contract.ts';
import { pluralOf } from '../../components/words.ts';
import type { OutlineBranch, OutlineGroup, OutlineModel, OutlineNode } from './outline-model.ts';

interface Row {
  /** The way from the top. */
  readonly key: string;
  readonly parent: string | null;
  /** From 1. */
  readonly level: number;
  /** From 1, among `of` rows of one parent. */
  readonly position: number;
  readonly of: number;
  readonly label: string;
  /** How many lie in it. */
  readonly count: number;
  readonly isOpen: boolean;
}

export type OutlineRow = Row &
  (
    | { readonly type: 'theme'; readonly branch: OutlineBranch; readonly theme: ThemeSummary | null }
    | { readonly type: 'kind'; readonly group: OutlineGroup }
    | { readonly type: 'node'; readonly node: OutlineNode; readonly tie: EdgeType | null }
  );

const JOIN = '/';
const IN_NO_THEME = 'In no theme';

const themeKey = (branch: OutlineBranch): string => branch.theme?.id ?? '';
const groupKey = (branch: OutlineBranch, group: OutlineGroup): string =>
  `${themeKey(branch)}${JOIN}${group.kind}`;

export function openRows(model: OutlineModel, open: ReadonlySet<string>): OutlineRow[] {
  const rows: OutlineRow[] = [];
  model.branches.forEach((branch, i) => {
    const key = themeKey(branch);
    const isOpen = open.has(key);
    const { theme, size } = branch;
    rows.push({
      type: 'theme',
      key,
      parent: null,
      level: 1,
      position: i + 1,
      of: model.branches.length,
      label: theme?.label ?? IN_NO_THEME,
      count: size,
      isOpen,
      branch,
      theme,
    });
    if (isOpen) addGroups(rows, model, branch, open);
  });
  return rows;
}

function addGroups(
  rows: OutlineRow[],
  model: OutlineModel,
  branch: OutlineBranch,
  open: ReadonlySet<string>,
): void {
  branch.groups.forEach((group, i) => {
    const key = groupKey(branch, group);
    const isOpen = open.has(key);
    rows.push({
      type: 'kind',
      key,
      parent: themeKey(branch),
      level: 2,
      position: i + 1,
      of: branch.groups.length,
      label: pluralOf(group.kind),
      count: group.nodes.length,
      isOpen,
      group,
    });
    if (!isOpen) return;
    const inside = group.nodes.map((node) => ({ node, tie: null }));
    addNodes(rows, model, { key, level: 3, nodes: inside }, open);
  });
}

interface Siblings {
  /** Of their parent. */
  readonly key: string;
  readonly level: number;
  readonly nodes: readonly { readonly node: OutlineNode; readonly tie: EdgeType | null }[];
}

function addNodes(
  rows: OutlineRow[],
  model: OutlineModel,
  { key: parent, level, nodes }: Siblings,
  open: ReadonlySet<string>,
): void {
  nodes.forEach(({ node, tie }, i) => {
    // Two may be tied in more than one way.
    const key = `${parent}${JOIN}${node.id}${tie === null ? '' : `:${tie}`}`;
    const isOpen = open.has(key) && node.degree > 0;
    rows.push({
      type: 'node',
      key,
      parent,
      level,
      position: i + 1,
      of: nodes.length,
      label: node.label,
      count: node.degree,
      isOpen,
      node,
      tie,
    });
    if (!isOpen) return;
    const inside = model.neighbours(node.id).map(({ node, type }) => ({ node, tie: type }));
    addNodes(rows, model, { key, level: level + 1, nodes: inside }, open);
  });
}

/** The keys that must be open for a node to be seen in its theme, and its own; null for what is not drawn. */
export function wayTo(model: OutlineModel, id: string): { open: string[]; key: string } | null {
  const node = model.byId.get(id);
  if (!node) return null;
  const theme = node.theme?.id ?? '';
  const group = `${theme}${JOIN}${node.kind}`;
  return { open: [theme, group], key: `${group}${JOIN}${id}` };
}

/** The ids of the nodes that a row stands for. */
export function membersOf(row: OutlineRow): string[] {
  if (row.type === 'node') return [row.node.id];
  const groups = row.type === 'kind' ? [row.group] : row.branch.groups;
  return groups.flatMap(({ nodes }) => nodes.map(({ id }) => id));
}

/** The next row from `at` on, round and round, that begins with what is typed; `at` itself counts for more than one letter. */
export function typedRow(rows: readonly { readonly label: string }[], at: number, typed: string): number {
  const text = typed.toLowerCase();
  const first = typed.length > 1 ? at : at + 1;
  for (let step = 0; step < rows.length; step++) {
    const index = (first + step) % rows.length;
    if (rows[index]!.label.toLowerCase().startsWith(text)) return index;
  }
  return at;
}

/** Where the keyboard goes when a row is taken away with all that is open in it: the next one, else the one before. */
export function rowAfter(rows: readonly { readonly level: number }[], at: number): number {
  const level = rows[at]?.level ?? 0;
  const next = rows.findIndex((row, i) => i > at && row.level <= level);
  return next >= 0 ? next : Math.max(0, at - 1);
}
