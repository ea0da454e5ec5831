import { lacking, refused, replaced } from './finding.ts';
import { isText } from './is-text.ts';
import { labelCondition } from './label-condition.ts';
import type { Rewriter, Rule } from './rule.ts';
import type { Piece } from './syntax.ts';
import { isNumeric, typeOfKey } from './types.ts';

const ODD_LABELS = ['or', 'and', 'not', 'any', 'is', 'bracket', 'dynamic'];

const isOdd = (labels: Piece | undefined): boolean => ODD_LABELS.some((flag) => labels?.flags?.has(flag));

const DYNAMIC = lacking('label that is computed', 'write WHERE $label IN labels(n), or type(r) = $type');

const hasLabel: Rule = (piece, rewriter) => {
  if (!isOdd(piece)) return null;
  if (piece.flags?.has('dynamic')) return DYNAMIC;
  const [base] = piece.children as [Piece];
  const text = labelCondition(
    rewriter.write(base),
    rewriter.source({ at: Number(piece.name), end: piece.end }),
  );
  return lacking('labels joined by |, & or !', 'write n:A OR n:B', text);
};

/** Nodes whose conditions stand in a WHERE instead. */
const MOVED = new WeakSet<Piece>();

/** Whether a node says in brackets what the engine only understands in a WHERE. */
export const hasCondition = ({ children }: Piece): boolean =>
  children.some((child) => child.kind === 'inlineWhere' || (child.kind === 'labels' && isOdd(child)));

/** What a node says in brackets that the engine only understands in a WHERE. */
export function nodeCondition(node: Piece, name: string, rewriter: Rewriter): string[] {
  MOVED.add(node);
  const labels = node.children.find(({ kind }) => kind === 'labels');
  const where = node.children.find(({ kind }) => kind === 'inlineWhere');
  return [
    ...(labels && isOdd(labels) && !labels.flags?.has('dynamic')
      ? [labelCondition(name, rewriter.source({ at: Number(labels.name), end: labels.end }))]
      : []),
    ...(where ? [`(${rewriter.write(where.children[0]!)})`] : []),
  ];
}

const node: Rule = (piece, rewriter) => {
  const labels = piece.children.find(({ kind }) => kind === 'labels');
  const where = piece.children.find(({ kind }) => kind === 'inlineWhere');
  if (labels?.flags?.has('dynamic')) return DYNAMIC;
  const odd = isOdd(labels);
  if (!odd && !where) return null;
  const rest = piece.children.filter((child) => child !== where && !(odd && child === labels));
  const text = `(${[piece.name, ...rest.map(rewriter.write)].filter(Boolean).join(' ')})`;
  const construct = odd ? 'labels joined by |, & or !' : 'WHERE inside a node';
  const advice = odd ? 'write WHERE n:A OR n:B after the pattern' : 'write WHERE after the pattern';
  return lacking(construct, advice, MOVED.has(piece) ? text.replace(/^\((.*) :/, '($1:') : null);
};

const relation: Rule = (piece, rewriter) => {
  const labels = piece.children.find(({ kind }) => kind === 'labels');
  if (labels?.flags?.has('dynamic')) return DYNAMIC;
  if (['not', 'and', 'any', 'is', 'bracket'].some((flag) => labels?.flags?.has(flag))) {
    return lacking('relation types joined by & or !', "write -[r]-> and WHERE type(r) <> 'T'");
  }
  const quantifier = ['plus', 'any', 'counted'].find((flag) => piece.flags?.has(flag));
  return quantifier ? quantified(rewriter.source(piece)) : null;
};

function quantified(source: string) {
  const match = /^(<?\s*-)(?:\s*\[([^\]{]*)\])?(\s*-(?:\s*>)?)\s*(\+|\*|\{[^}]*\})$/.exec(source);
  const advice = 'write -[:T*1..3]->';
  if (!match) return lacking('quantifier behind a relation', advice);
  const [, before, inside = '', after, quantifier] = match;
  const bounds = quantifier!
    .slice(1, -1)
    .split(',')
    .map((bound) => bound.trim());
  const range =
    quantifier === '+'
      ? '*1..'
      : quantifier === '*'
        ? '*0..'
        : bounds.length === 1
          ? `*${bounds[0]}`
          : `*${bounds[0] || 0}..${bounds[1]}`;
  return lacking('quantifier behind a relation', advice, `${before}[${inside.trim()}${range}]${after}`);
}

const pattern: Rule = ({ flags }) => {
  if (flags?.has('selector'))
    return lacking(
      'SHORTEST, ANY and ALL before a path',
      'write shortestPath((a)-[:T*]->(b)) or allShortestPaths(…)',
    );
  if (flags?.has('group')) return lacking('quantified part of a path', 'write -[:T*1..3]->');
  return flags?.has('single') ? lacking('path of a single node', 'return the node itself; length 0') : null;
};

const NEVER = '0.0 / 0.0';
const NULLABLE = new Set(['variable', 'property', 'index', 'call', 'parameter']);

/** `{year: x}` with null for `x` finds what has no year, in the engine only; NaN equals nothing. */
const properties: Rule = (piece, rewriter) => {
  let changed = false;
  const entries = piece.children.map((entry) => {
    const [value] = entry.children as [Piece];
    const mended = mendedValue(entry.name, value, rewriter);
    changed ||= mended !== null;
    return `\`${entry.name}\`: ${mended ?? rewriter.write(value)}`;
  });
  if (!changed) return null;
  const message =
    'In a pattern, null and values of another kind match nothing; the embedded engine finds what lacks the property, or takes text for numbers.';
  return replaced('null or another kind of value in {…}', message, `{${entries.join(', ')}}`);
};

/** Ids of these are tested in the WHERE, where the index on them is still used. */
const TESTED = new WeakSet<Piece>();

/** What a pattern asks of ids that only text can be, when it is not known to be text. */
export function idConditions(pattern: Piece, rewriter: Rewriter): string[] {
  const maps = pattern.children.flatMap(({ children }) =>
    children.filter(({ kind }) => kind === 'properties'),
  );
  return maps.flatMap(({ children }) =>
    children.flatMap((entry) => {
      const [value] = entry.children as [Piece];
      if (entry.name !== 'id' || rewriter.types.of(value) !== 'any') return [];
      TESTED.add(value);
      return [isText(rewriter.operand(value))];
    }),
  );
}

function mendedValue(key: string, value: Piece, rewriter: Rewriter): string | null {
  const [type, stored] = [rewriter.types.of(value), typeOfKey(key)];
  if (type === 'null') return NEVER;
  const mixed = (type === 'string' && isNumeric(stored)) || (isNumeric(type) && stored === 'string');
  if (mixed) return NEVER;
  if (key === 'id') {
    if (type !== 'any' || TESTED.has(value)) return null;
    return `CASE WHEN ${rewriter.operand(value)} STARTS WITH '' THEN ${rewriter.write(value)} ELSE ${NEVER} END`;
  }
  if (!NULLABLE.has(value.kind) || value.kind === 'parameter') return null;
  const given = rewriter.write(value);
  if (type !== 'any' || !isNumeric(stored)) return `coalesce(${given}, ${NEVER})`;
  return `coalesce(CASE WHEN ${given} STARTS WITH '' THEN ${NEVER} ELSE ${given} END, ${NEVER})`;
}

/** The engine gives nodes, relations and paths as maps with these keys. */
const lookalike: Rule = (piece) => {
  const keys = new Set(piece.children.map(({ name }) => name));
  const like =
    (keys.has('_id') && (keys.has('_labels') || keys.has('_type'))) ||
    (keys.has('nodes') && keys.has('edges'));
  if (!like) return null;
  return refused(
    'a map that looks like a node, relation or path',
    'the embedded engine gives those as maps with the same keys',
    'choose other keys than _id, _labels, _type, nodes and edges',
  );
};

const namedPath: Rule = ({ children }) =>
  children[0]!.name ? lacking('path named in a comprehension', 'MATCH the path and collect() it') : null;

export const PATTERN_COMPREHENSION_RULES: readonly Rule[] = [namedPath];
export const LABEL_RULES: readonly Rule[] = [hasLabel];
export const NODE_RULES: readonly Rule[] = [node];
export const RELATION_RULES: readonly Rule[] = [relation];
export const PATTERN_RULES: readonly Rule[] = [pattern];
export const PROPERTY_MAP_RULES: readonly Rule[] = [properties];
export const MAP_RULES: readonly Rule[] = [lookalike];
