/** What a cell of a result is: the answer's JSON told apart by shape (see `Cell` in the store). Pure. */
import { z } from 'zod';
import type { NodeKind } from '../../../graph/contract.ts';
import { CONCEPT_KINDS } from '../../../graph/schema.ts';
import { targetOf } from '../../navigation.ts';
import type { Target } from '../../state/selection.ts';

const properties = z.record(z.string(), z.unknown());
const nodeShape = z.strictObject({
  $node: z.object({ ref: z.string(), labels: z.array(z.string()), properties }),
});
const relationShape = z.strictObject({
  $relation: z.object({ ref: z.string(), type: z.string(), from: z.string(), to: z.string(), properties }),
});
const pathShape = z.strictObject({
  $path: z.object({ nodes: z.array(nodeShape), relations: z.array(relationShape) }),
});

type Properties = z.output<typeof properties>;
export interface CellNode {
  readonly labels: readonly string[];
  readonly name: string;
  /** What it opens; null for nodes that have no panel. */
  readonly target: Target | null;
  readonly kind: NodeKind | null;
  readonly properties: Properties;
}

export type CellForm =
  | { form: 'null' }
  | { form: 'number'; text: string }
  | { form: 'boolean'; text: string }
  | { form: 'text'; text: string }
  | { form: 'json'; text: string }
  | { form: 'list'; items: CellForm[] }
  | { form: 'node'; node: CellNode }
  | { form: 'relation'; type: string; properties: Properties }
  | { form: 'path'; nodes: CellNode[]; types: string[] };

/** Properties that name a node, the first that is there. */
const NAMES = ['title', 'name', 'label', 'abstract', 'id'] as const;
const NAME_LENGTH = 80;

function describe({ $node: { labels, properties: values } }: z.output<typeof nodeShape>): CellNode {
  const named = NAMES.map((name) => values[name]).find((value) => typeof value === 'string' && value !== '');
  const name = typeof named === 'string' ? named : labels.join(' ');
  const kind = labels.includes('Paper')
    ? 'Paper'
    : (CONCEPT_KINDS.find((label) => labels.includes(label)) ?? null);
  const openable = kind ?? (labels.includes('Theme') ? 'Theme' : labels.includes('Concept') ? 'Term' : null);
  const id = values.id;
  return {
    labels,
    name: name.length > NAME_LENGTH ? `${name.slice(0, NAME_LENGTH - 1).trimEnd()}…` : name,
    target: openable && typeof id === 'string' ? targetOf(openable, id) : null,
    kind,
    properties: values,
  };
}

export function formOf(cell: unknown): CellForm {
  if (cell === null || cell === undefined) return { form: 'null' };
  if (typeof cell === 'number') return { form: 'number', text: String(cell) };
  if (typeof cell === 'boolean') return { form: 'boolean', text: String(cell) };
  if (typeof cell === 'string') return { form: 'text', text: cell };
  if (Array.isArray(cell)) return { form: 'list', items: cell.map(formOf) };
  const node = nodeShape.safeParse(cell);
  if (node.success) return { form: 'node', node: describe(node.data) };
  const relation = relationShape.safeParse(cell);
  if (relation.success) {
    const { type, properties: values } = relation.data.$relation;
    return { form: 'relation', type, properties: values };
  }
  const path = pathShape.safeParse(cell);
  if (path.success) {
    const { nodes, relations } = path.data.$path;
    return {
      form: 'path',
      nodes: nodes.map(describe),
      types: relations.map(({ $relation }) => $relation.type),
    };
  }
  return { form: 'json', text: JSON.stringify(cell) };
}

/** The whole cell as one line of text. */
export function plainText(cell: CellForm): string {
  if (cell.form === 'null') return 'null';
  if (cell.form === 'node') return cell.node.name;
  if (cell.form === 'relation') return cell.type;
  if (cell.form === 'list') return cell.items.map(plainText).join(', ');
  if (cell.form === 'path')
    return cell.nodes.map(({ name }, i) => (i === 0 ? name : `[${cell.types[i - 1]}] ${name}`)).join(' ');
  return cell.text;
}

/** What a column holds: the form of its first cell that is not null. */
export function columnForm(
  rows: readonly (readonly CellForm[])[],
  column: number,
): CellForm['form'] | undefined {
  return rows.find((row) => row[column] && row[column].form !== 'null')?.[column]?.form;
}
