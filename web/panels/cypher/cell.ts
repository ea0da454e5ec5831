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

export type Properties = z.output<typeof properties>;
export interface CellNode {
  /** The store's own id: joins relations to nodes within one result. */
  readonly ref: string;
  readonly labels: readonly string[];
  readonly name: string;
  /** What it opens; null for nodes that have no panel. */
  readonly target: Target | null;
  readonly kind: NodeKind | null;
  readonly properties: Properties;
}

export interface CellRelation {
  readonly ref: string;
  readonly type: string;
  /** `ref` of the node it leaves, and of the one it reaches. */
  readonly from: string;
  readonly to: string;
  readonly properties: Properties;
}

export type CellForm =
  | { form: 'null' }
  | { form: 'number'; text: string }
  | { form: 'boolean'; text: string }
  | { form: 'text'; text: string }
  | { form: 'date'; text: string }
  | { form: 'list'; items: CellForm[] }
  | { form: 'map'; entries: [key: string, value: CellForm][] }
  | { form: 'node'; node: CellNode }
  | { form: 'relation'; relation: CellRelation }
  | { form: 'path'; nodes: CellNode[]; relations: CellRelation[] };

/** Properties that name a node, the first that is there. */
const NAMES = ['title', 'name', 'label', 'abstract', 'id'] as const;
const NAME_LENGTH = 80;
/** A date, with or without a time, as the store writes it; not a bare time or year, which may be anything. */
const DATE = /^[+-]?\d{4,6}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)?(\[[\w/+-]+\])?)?$/;

/** In full length. */
export function nameOf({ labels, properties: values }: Pick<CellNode, 'labels' | 'properties'>): string {
  const named = NAMES.map((name) => values[name]).find((value) => typeof value === 'string' && value !== '');
  return typeof named === 'string' ? named : labels.join(' ');
}

function describe({ $node: { ref, labels, properties: values } }: z.output<typeof nodeShape>): CellNode {
  const name = nameOf({ labels, properties: values });
  const kind = labels.includes('Paper')
    ? 'Paper'
    : (CONCEPT_KINDS.find((label) => labels.includes(label)) ?? null);
  const openable = kind ?? (labels.includes('Theme') ? 'Theme' : labels.includes('Concept') ? 'Term' : null);
  const id = values.id;
  return {
    ref,
    labels,
    name: name.length > NAME_LENGTH ? `${name.slice(0, NAME_LENGTH - 1).trimEnd()}…` : name,
    target: openable && typeof id === 'string' ? targetOf(openable, id) : null,
    kind,
    properties: values,
  };
}

/** Sorting, drawing and writing ask for the same cells again and again. */
const forms = new WeakMap<object, CellForm>();

/** NOTE: a result is never changed, so what a cell is stays true. */
export function formOf(cell: unknown): CellForm {
  if (cell === null || cell === undefined) return { form: 'null' };
  if (typeof cell === 'number') return { form: 'number', text: String(cell) };
  if (typeof cell === 'boolean') return { form: 'boolean', text: String(cell) };
  if (typeof cell === 'string') return { form: DATE.test(cell) ? 'date' : 'text', text: cell };
  const known = forms.get(cell);
  if (known) return known;
  const form: CellForm = Array.isArray(cell)
    ? { form: 'list', items: cell.map(formOf) }
    : (graphForm(cell) ?? {
        form: 'map',
        entries: Object.entries(cell).map(([key, value]) => [key, formOf(value)]),
      });
  forms.set(cell, form);
  return form;
}

/** Null for what is only a map. */
function graphForm(cell: object): CellForm | null {
  if ('$node' in cell) {
    const node = nodeShape.safeParse(cell);
    if (node.success) return { form: 'node', node: describe(node.data) };
  }
  if ('$relation' in cell) {
    const relation = relationShape.safeParse(cell);
    if (relation.success) return { form: 'relation', relation: relation.data.$relation };
  }
  if ('$path' in cell) {
    const path = pathShape.safeParse(cell);
    if (path.success) {
      const { nodes, relations } = path.data.$path;
      return {
        form: 'path',
        nodes: nodes.map(describe),
        relations: relations.map(({ $relation }) => $relation),
      };
    }
  }
  return null;
}

/** The whole cell as one line of text. */
export function plainText(cell: CellForm): string {
  switch (cell.form) {
    case 'null':
      return 'null';
    case 'node':
      return cell.node.name;
    case 'relation':
      return cell.relation.type;
    case 'list':
      return cell.items.map(plainText).join(', ');
    case 'map':
      return `{${cell.entries.map(([key, value]) => `${key}: ${plainText(value)}`).join(', ')}}`;
    case 'path':
      return cell.nodes
        .map(({ name }, i) => (i === 0 ? name : `[${cell.relations[i - 1]?.type}] ${name}`))
        .join(' ');
    default:
      return cell.text;
  }
}

/** What a column holds: the form of its first cell that is not null. */
export function columnForm(rows: readonly (readonly unknown[])[], column: number): CellForm['form'] | null {
  const first = rows.find((row) => row[column] !== null && row[column] !== undefined);
  return first ? formOf(first[column]).form : null;
}
