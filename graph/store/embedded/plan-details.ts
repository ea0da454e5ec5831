const LEAF = /\b[A-Z]\w*(?:\([^(){}]*\)| \{[^{}]*\})/g;
const TEXT = /"(?:[^"\\]|\\.)*"/g;
const SIGNS: Readonly<Record<string, string>> = {
  Eq: '=',
  Ne: '<>',
  Gt: '>',
  Ge: '>=',
  Lt: '<',
  Le: '<=',
  And: 'AND',
  Or: 'OR',
  Xor: 'XOR',
  Not: 'NOT',
  Add: '+',
  Sub: '-',
  Mul: '*',
  Div: '/',
  Mod: '%',
  Pow: '^',
  Neg: '-',
  In: 'IN',
  Contains: 'CONTAINS',
  StartsWith: 'STARTS WITH',
  EndsWith: 'ENDS WITH',
};
const ROUNDS = 40;

/** What a step of a plan works on, without the words in which the engine keeps it for itself. */
export function readableDetails(details: string): string {
  const held: string[] = [];
  const hold = (text: string): string => `\ue000${held.push(text) - 1}\ue001`;
  // NOTE: the two marks of what is held must not come from a stranger.
  let text = details.replace(/[\ue000\ue001]/g, '').replace(TEXT, (quoted) => hold(quoted));
  for (let round = 0; round < ROUNDS; round++) {
    const shorter = text.replace(LEAF, (leaf) => hold(shown(leaf, held)));
    if (shorter === text) break;
    text = shorter;
  }
  text = text.replace(/\bIs(Not)?Null (\S+)/g, (_, not, of) => `${of} IS ${not ? 'NOT ' : ''}NULL`);
  text = text.replace(/ ([A-Z]\w+)(?= )|\b(?:Not|Neg)(?= )/g, (word) => {
    const sign = SIGNS[word.trim()];
    return sign === undefined ? word : word.startsWith(' ') ? ` ${sign}` : sign;
  });
  return opened(text, held);
}

function opened(text: string, held: readonly string[]): string {
  return text.replace(/\ue000(\d+)\ue001/g, (_, index: string) => opened(held[Number(index)]!, held));
}

/** One structure of the engine whose parts are held already. */
function shown(leaf: string, held: readonly string[]): string {
  const name = /^\w+/.exec(leaf)![0];
  const inner = leaf.slice(name.length).trim().slice(1, -1).trim();
  const field = (key: string): string => new RegExp(`(?:^|, )${key}: ([^,]*)`).exec(inner)?.[1]?.trim() ?? '';
  const bare = (text: string): string => opened(text, held).replace(/^"|"$/g, '');
  if (['Literal', 'Int64', 'Float64', 'Bool', 'String', 'Some'].includes(name)) return inner;
  if (name === 'Variable') return bare(inner);
  if (name === 'Property') return `${bare(field('variable'))}.${bare(field('property'))}`;
  if (name === 'Binary') return `${field('left')} ${SIGNS[field('op')] ?? field('op')} ${field('right')}`;
  if (name === 'Builtin') return inner;
  if (name === 'FunctionCall')
    return `${bare(field('name'))}(${/args: \[([^\]]*)\]/.exec(inner)?.[1] ?? ''})`;
  if (name === 'Case') return 'CASE …';
  if (name === 'ListComprehension') return `[${bare(field('variable'))} IN ${field('list_expr')} …]`;
  if (name.endsWith('Subquery')) return `${name.slice(0, -8).toUpperCase()} { … }`;
  return leaf.includes('{') ? '…' : leaf;
}
