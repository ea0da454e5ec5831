import { aggregatesIn, hasAggregate, wrapsAggregate } from './aggregates.ts';
import { lacking, refused, replaced } from './finding.ts';
import { hasCondition, idConditions, nodeCondition } from './pattern-rules.ts';
import { discretePercentile, isDiscrete } from './percentile.ts';
import { quoted } from './quoted.ts';
import type { Rewriter, Rule } from './rule.ts';
import { knownBefore } from './scope.ts';
import type { Piece } from './syntax.ts';

const isWhere = ({ kind, name }: Piece): boolean => kind === 'clause' && name === 'WHERE';

const asks = (piece: Piece): boolean =>
  ['subquery', 'pattern', 'patternComprehension'].includes(piece.kind) || piece.children.some(asks);

/** The engine drops rows there; the two cases are asked for apart, and put together. */
const optionalMatch: Rule = (clause, rewriter) => {
  if (clause.name !== 'OPTIONAL MATCH') return null;
  const where = clause.children.find(isWhere);
  if (!where || !asks(where)) return null;
  const bound = knownBefore(clause, rewriter.statement);
  const construct = 'OPTIONAL MATCH … WHERE with a subquery or pattern';
  const wrong = 'the embedded engine drops rows there';
  const advice = 'write CALL (a) { MATCH … WHERE … RETURN collect(b) AS bs }';
  const patterns = clause.children.filter((child) => child !== where);
  if (bound === null || patterns.some(({ flags }) => flags?.has('shortest')))
    return refused(construct, wrong, advice);
  const added = (clause.binds ?? []).filter((name) => !bound.has(name)).map(quoted);
  if (added.length === 0) return refused(construct, wrong, advice);
  const used = [...bound].map(quoted);
  const match = `MATCH ${patterns.map(rewriter.write).join(', ')} ${rewriter.write(where)}`;
  const other = used.length > 0 ? used.join(', ') : `true AS ${rewriter.name()}`;
  const names = added.join(', ');
  // NOTE: a plain null there would make the engine give ids in place of nodes.
  const none = `OPTIONAL MATCH ${patterns.map(rewriter.write).join(', ')} WHERE false RETURN ${names}`;
  const text = `CALL (${used.join(', ')}) { ${match} RETURN ${names} UNION ALL WITH ${other} WHERE NOT EXISTS { ${match} } ${none} }`;
  return replaced(
    construct,
    'The embedded engine drops rows there, so both cases are asked for in a CALL.',
    text,
  );
};

const hasStar = ({ flags, children }: Piece): boolean => flags?.has('star') || children.some(hasStar);

/** Nodes with a name; those that have none and a condition are given one, unless a `*` would return it. */
function named({ children }: Piece, rewriter: Rewriter): Piece[] {
  const nodes = children.flatMap((child) => child.children.filter(({ kind }) => kind === 'node'));
  const nameless = nodes.filter((node) => !node.name && hasCondition(node));
  if (nameless.length > 0 && !hasStar(rewriter.statement))
    for (const node of nameless) node.name = rewriter.name();
  return nodes.filter(({ name }) => name);
}

/** Conditions inside nodes move behind the pattern. */
const match: Rule = (clause, rewriter) => {
  if (!clause.name.endsWith('MATCH')) return null;
  const conditions = named(clause, rewriter).flatMap((node) =>
    nodeCondition(node, quoted(node.name), rewriter),
  );
  const ids = clause.children.flatMap((child) => (isWhere(child) ? [] : idConditions(child, rewriter)));
  if (conditions.length === 0 && ids.length === 0) return null;
  const where = clause.children.find(isWhere);
  const patterns = clause.children.filter((child) => child !== where).map(rewriter.write);
  const all = [...conditions, ...ids, ...(where ? [`(${rewriter.write(where.children[0]!)})`] : [])];
  const text = `${clause.name} ${patterns.join(', ')} WHERE ${all.join(' AND ')}`;
  if (conditions.length > 0) return lacking('condition inside a node', 'write WHERE after the pattern', text);
  return replaced(
    'a value of unknown kind in {id: …}',
    'Ids are text; the embedded engine would take a number for one, so text alone is looked for.',
    text,
  );
};

const ONE = new Set(['string', 'int', 'float', 'boolean', 'map', 'entity', 'path', 'temporal']);

const unwind: Rule = (clause, rewriter) => {
  if (clause.name !== 'UNWIND') return null;
  const [list] = clause.children as [Piece];
  if (!ONE.has(rewriter.types.of(list))) return null;
  const text = rewriter.write(list);
  const body =
    list.value === undefined && list.kind !== 'map'
      ? `CASE WHEN ${rewriter.operand(list)} IS NULL THEN [] ELSE [${text}] END`
      : `[${text}]`;
  return replaced(
    'UNWIND of a single value',
    'The embedded engine gives no row for what is no list, so it is put into one.',
    `UNWIND ${body} AS ${quoted(clause.binds![0]!)}`,
  );
};

const count: Rule = (clause, rewriter) => {
  if (!['SKIP', 'OFFSET', 'LIMIT'].includes(clause.name)) return null;
  const [number] = clause.children as [Piece];
  if (number.kind !== 'number' && number.kind !== 'parameter' && number.kind !== 'sign') {
    return lacking(`computed ${clause.name}`, 'write the number itself or a parameter');
  }
  return clause.name === 'OFFSET' ? lacking('OFFSET', 'write SKIP', `SKIP ${rewriter.write(number)}`) : null;
};

const SCHEMA = 'CALL db.labels(), db.relationshipTypes() and db.propertyKeys() one by one';
const SEARCH = "CALL grafeo.search.text(…), or write WHERE toLower(n.name) CONTAINS 'word'";
const PROCEDURES: Readonly<Record<string, string>> = {
  'db.schema.visualization': SCHEMA,
  'db.schema.nodeTypeProperties': SCHEMA,
  'db.schema.relTypeProperties': SCHEMA,
  'db.index.fulltext.queryNodes': SEARCH,
  'db.index.fulltext.queryRelationships': SEARCH,
};

const others: Rule = (clause, rewriter) => {
  if (clause.name === 'FINISH') return lacking('FINISH', 'leave it out, and RETURN something');
  if (clause.name === 'OPTIONAL CALL')
    return lacking('OPTIONAL CALL', 'write CALL (a) { OPTIONAL MATCH … RETURN … }');
  const procedure = clause.name === 'CALL' ? PROCEDURES[[...(clause.flags ?? [])][0]!] : undefined;
  if (procedure) return lacking(`procedure ${[...clause.flags!][0]}`, procedure);
  if (clause.name === 'UNION' && clause.flags?.has('distinct'))
    return lacking('UNION DISTINCT', 'write UNION', 'UNION');
  if (clause.name !== 'RETURN' && clause.name !== 'WITH') return null;
  return rewriter.source(clause).includes('``')
    ? lacking('name with a backtick in it', 'choose another name')
    : null;
};

/** `ORDER BY x` behind `x AS y`: the engine only knows `y` there. */
function nameOrders(clause: Piece, rewriter: Rewriter): void {
  const items = clause.children.filter(({ kind, flags }) => kind === 'item' && flags?.has('alias'));
  const renamed = new Map(
    items.map(({ children, binds }) => [
      children[0]!.kind === 'variable' ? children[0]!.name : '',
      binds![0]!,
    ]),
  );
  for (const order of clause.children.filter(({ name }) => name === 'ORDER BY'))
    for (const key of order.children)
      if (key.kind === 'variable' && renamed.has(key.name))
        rewriter.preset(key, quoted(renamed.get(key.name)!));
}

const projection: Rule = (clause, rewriter) => {
  if (clause.name !== 'RETURN' && clause.name !== 'WITH') return null;
  nameOrders(clause, rewriter);
  const items = clause.children.filter(({ kind }) => kind === 'item');
  const rest = clause.children.filter(({ kind }) => kind !== 'item');
  const discrete = clause.children.flatMap(aggregatesIn).some(isDiscrete);
  if (!discrete && !items.some(({ children }) => children.some(wrapsAggregate))) return null;
  const plain = !clause.flags?.has('distinct') && !clause.flags?.has('star') && !rest.some(hasAggregate);
  const advice = 'name it first: WITH collect(x) AS l RETURN l[0..3]';
  const text = plain ? inTwoSteps(clause, items, rest, rewriter) : null;
  return discrete
    ? lacking('percentileDisc() that Neo4j has', 'write it in a WITH of its own, without DISTINCT or *', text)
    : lacking('aggregate within a list, a map, an index or reduce', advice, text);
};

/** Aggregates first, each by a name of its own; then what is made of them. */
function inTwoSteps(
  clause: Piece,
  items: readonly Piece[],
  rest: readonly Piece[],
  rewriter: Rewriter,
): string {
  const first: string[] = [];
  let between = '';
  const second = items.map((one) => {
    const [expression] = one.children as [Piece];
    const column = quoted(one.binds?.[0] ?? rewriter.source(expression));
    if (!hasAggregate(expression)) {
      const name = expression.kind === 'variable' ? quoted(expression.name) : rewriter.name();
      first.push(expression.kind === 'variable' ? name : `${rewriter.write(expression)} AS ${name}`);
      return `${name} AS ${column}`;
    }
    for (const call of aggregatesIn(expression)) {
      if (isDiscrete(call)) {
        // NOTE: looked at for its own rules, whatever is written in its place.
        rewriter.write(call);
        const sorted = discretePercentile(call, rewriter);
        first.push(sorted.gathered);
        between += sorted.between;
        rewriter.preset(call, sorted.value);
        continue;
      }
      const name = rewriter.name();
      first.push(`${rewriter.write(call)} AS ${name}`);
      rewriter.preset(call, name);
    }
    return `${rewriter.write(expression)} AS ${column}`;
  });
  const end = rest.map((child) => ` ${rewriter.write(child)}`).join('');
  return `WITH ${first.join(', ')}${between} ${clause.name} ${second.join(', ')}${end}`;
}

/** A column keeps its name, whatever is run for it. */
const item: Rule = (piece, rewriter) => {
  const [expression] = piece.children as [Piece];
  const inner = expression.kind === 'paren' ? expression.children[0]! : expression;
  if (inner.kind === 'pattern') {
    return refused(
      'a pattern as a value',
      'Neo4j knows it as a condition only',
      'write EXISTS { (a)-[:T]->() }',
    );
  }
  if (piece.flags?.has('alias') || expression.kind === 'variable') return null;
  const [text, source] = [rewriter.write(expression), rewriter.source(expression)];
  if (text === source) return null;
  const names = source.includes('`');
  return names
    ? refused('a column without a name', 'its name can not be kept', 'give it one with AS')
    : { kind: 'silent', construct: 'column', message: '', text: `${text} AS \`${source}\`` };
};

const subquery: Rule = (piece, rewriter) => {
  const end = piece.children.at(-1);
  if (piece.name === 'COLLECT')
    return lacking(
      'COLLECT { … }',
      'write a comprehension: [(a)-[:T]->(b) | b.name]',
      comprehension(piece, rewriter),
    );
  if (end?.kind !== 'clause' || end.name !== 'RETURN') return null;
  const plain =
    !end.flags?.has('distinct') &&
    !end.children.some((child) => child.kind === 'clause' || hasAggregate(child));
  const text = `${piece.name} { ${piece.children.slice(0, -1).map(rewriter.write).join(' ')} }`;
  return lacking(
    `${piece.name} { … RETURN … }`,
    'leave RETURN out',
    plain && piece.children.length > 1 ? text : null,
  );
};

function comprehension({ children }: Piece, rewriter: Rewriter): string | null {
  const [match, end] = children;
  if (
    children.length !== 2 ||
    match?.name !== 'MATCH' ||
    end?.name !== 'RETURN' ||
    end.flags?.has('distinct')
  )
    return null;
  const [pattern, where, more] = match.children;
  if (end.children.length !== 1 || hasAggregate(end) || more || (where && !isWhere(where))) return null;
  const test = where ? ` ${rewriter.write(where)}` : '';
  return `[${rewriter.write(pattern!)}${test} | ${rewriter.write(end.children[0]!.children[0]!)}]`;
}

export const CLAUSE_RULES: readonly Rule[] = [optionalMatch, match, unwind, count, others, projection];
export const ITEM_RULES: readonly Rule[] = [item];
export const SUBQUERY_RULES: readonly Rule[] = [subquery];
