import type { Statement, Value } from '../../store.ts';
import type { Piece } from './syntax.ts';

/** What is known of a value before the statement runs; null is always possible. */
export type Type =
  | 'string'
  | 'int'
  | 'float'
  | 'boolean'
  | 'list'
  | 'map'
  | 'entity'
  | 'path'
  | 'temporal'
  | 'null'
  | 'any';

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

/** Properties of the graph (docs/design.md); a JavaScript number may be stored as either kind of number. */
const STRING_KEYS = words(
  'id title abstract venue doi arxivId pubmedId url hash name kind family label ownLabel quadrant role extractor verdict note reading json evidence at',
);
const INTEGER_KEYS = words('year level size paperCount rank count position colour');
const FLOAT_KEYS = words(
  'salience share ambiguity strength weight score observed expected stability otherStability centrality density x y',
);
const LIST_KEYS = words('keywords sources keys variants aliases aliasReasons topConcepts spans tags');
/** Numbers on a `Run`, so of no kind of their own, but lists of texts wherever they are lists. */
const SOMETIMES_LISTS = words('authors cites papers concepts');

const RESULTS: readonly (readonly [Type, ReadonlySet<string>])[] = [
  [
    'string',
    words(
      'tostring toupper tolower upper lower trim ltrim rtrim replace substring left right type elementid normalize',
    ),
  ],
  ['int', words('count size length tointeger id sign timestamp char_length degree')],
  [
    'float',
    words(
      'tofloat avg stdev stdevp percentilecont sqrt exp log log10 sin cos tan asin acos atan atan2 pi e rand radians degrees round floor ceil',
    ),
  ],
  ['boolean', words('toboolean exists isempty isnan')],
  ['list', words('collect range split keys labels nodes relationships tail')],
  ['map', words('properties')],
  ['entity', words('startnode endnode')],
  ['temporal', words('date datetime localdatetime time localtime duration')],
];

export class Types {
  private readonly settled = new Map<Piece, Type>();
  private learnt = false;
  private readonly names = new Map<string, Type>();
  /** What the lists hold that have these names. */
  private readonly held = new Map<string, Type>();
  private readonly parameters: Statement['parameters'];
  private readonly said: NonNullable<Statement['types']>;

  constructor(statement: Piece, { parameters, types = {} }: Omit<Statement, 'text'>) {
    this.parameters = parameters;
    this.said = types;
    this.learn(statement);
    this.learnt = true;
  }

  readonly of = (piece: Piece): Type => {
    const before = this.settled.get(piece);
    if (before !== undefined) return before;
    const type = this.find(piece);
    if (this.learnt) this.settled.set(piece, type);
    return type;
  };

  private find(piece: Piece): Type {
    switch (piece.kind) {
      case 'string':
      case 'boolean':
      case 'list':
      case 'map':
      case 'null':
        return piece.kind;
      case 'number':
        return /^0[xo]|^\d+$/i.test(piece.name) ? 'int' : 'float';
      case 'projection':
        return 'map';
      case 'parameter':
        return this.ofParameter(piece.name);
      case 'variable':
        return this.names.get(piece.name) ?? 'any';
      case 'property':
        return this.of(piece.children[0]!) === 'entity' ? typeOfKey(piece.name) : 'any';
      case 'call':
        return this.ofCall(piece);
      case 'paren':
      case 'sign':
        return this.of(piece.children[0]!);
      case 'comprehension':
      case 'patternComprehension':
      case 'slice':
        return 'list';
      case 'index':
        return this.ofElement(piece.children[0]!);
      case 'not':
      case 'isNull':
      case 'hasLabel':
      case 'quantifier':
      case 'pattern':
        return 'boolean';
      case 'subquery':
        return piece.name === 'COUNT' ? 'int' : piece.name === 'COLLECT' ? 'list' : 'boolean';
      case 'reduce':
        return this.of(piece.children[0]!);
      case 'case':
        return this.ofCase(piece);
      case 'binary':
        return this.ofBinary(piece);
      default:
        return 'any';
    }
  }

  /** What a list holds, where all of it is of one kind. */
  ofElement(list: Piece): Type {
    if (list.kind === 'list') return oneOf(list.children.map(this.of));
    if (list.kind === 'paren' || list.kind === 'slice') return this.ofElement(list.children[0]!);
    if (list.kind === 'variable') return this.held.get(list.name) ?? 'any';
    if (list.kind === 'parameter') {
      const value = this.parameters[list.name];
      return Array.isArray(value) ? oneOf(value.map(typeOfValue)) : 'any';
    }
    if (list.kind === 'property')
      return LIST_KEYS.has(list.name) || SOMETIMES_LISTS.has(list.name) ? 'string' : 'any';
    if (list.kind !== 'call') return 'any';
    if (list.name === 'range') return 'int';
    if (list.name === 'collect') return list.children[0] ? this.of(list.children[0]) : 'any';
    if (['keys', 'labels', 'split'].includes(list.name)) return 'string';
    return ['nodes', 'relationships'].includes(list.name) ? 'entity' : 'any';
  }

  value(piece: Piece): Value | undefined {
    if (piece.kind !== 'parameter') return piece.value;
    return this.said[piece.name] ? undefined : (this.parameters[piece.name] ?? null);
  }

  private learn(piece: Piece): void {
    const [first] = piece.children;
    const [own] = piece.binds ?? [];
    if (['comprehension', 'quantifier'].includes(piece.kind)) this.set(own!, this.ofElement(first!));
    if (piece.kind === 'reduce') {
      this.set(own!, this.of(first!));
      this.set(piece.binds![1]!, this.ofElement(piece.children[1]!));
    }
    for (const child of piece.children) this.learn(child);
    if (piece.kind === 'node' && piece.name) this.set(piece.name, 'entity');
    if (piece.kind === 'relation' && piece.name)
      this.set(piece.name, piece.flags?.has('range') ? 'list' : 'entity');
    if (piece.kind === 'pattern' && piece.name) this.set(piece.name, 'path');
    if (piece.kind === 'item' && piece.flags?.has('alias')) {
      this.set(own!, this.of(first!));
      if (this.of(first!) === 'list') this.hold(own!, this.ofElement(first!));
    }
    if (piece.kind !== 'clause') return;
    if (piece.name === 'UNWIND') this.set(own!, this.ofElement(first!));
    if (piece.name === 'CALL' && !piece.flags?.has('subquery'))
      for (const column of piece.binds ?? []) this.set(column, 'any');
  }

  /** A name that stands for several things is not known. */
  private set(name: string, type: Type): void {
    const before = this.names.get(name);
    this.names.set(name, before === undefined || before === type ? type : 'any');
  }

  private hold(list: string, type: Type): void {
    const before = this.held.get(list);
    this.held.set(list, before === undefined || before === type ? type : 'any');
  }

  private ofParameter(name: string): Type {
    const said = this.said[name];
    if (said === undefined) return typeOfValue(this.parameters[name]);
    return said === 'float' ? 'float' : 'temporal';
  }

  private ofCall({ name, children, flags }: Piece): Type {
    if (['min', 'max', 'coalesce', 'head', 'last', 'sum', 'abs', 'nullif'].includes(name)) {
      const [first] = children;
      if (first === undefined) return 'any';
      if (name === 'head' || name === 'last') return this.ofElement(first);
      return flags?.has('distinct') || name !== 'coalesce' ? this.of(first) : oneOf(children.map(this.of));
    }
    return RESULTS.find(([, names]) => names.has(name))?.[0] ?? 'any';
  }

  private ofCase({ children, flags }: Piece): Type {
    const branches = flags?.has('subject') ? children.slice(1) : children;
    return oneOf(
      branches
        .filter((_, index) => index % 2 === 1 || (flags?.has('else') && index === branches.length - 1))
        .map(this.of),
    );
  }

  private ofBinary({ name, children }: Piece): Type {
    const types = children.map(this.of);
    if (!/^[-+*/%^|]/.test(name)) return 'boolean';
    if (types.includes('temporal')) return types.every((type) => type === 'temporal') ? 'temporal' : 'any';
    if (name === '^') return 'float';
    if (name === '+' || name === '||') {
      if (types.includes('list')) return 'list';
      if (types.includes('string')) return 'string';
    }
    if (types.includes('any')) return 'any';
    return types.includes('float') ? 'float' : 'int';
  }
}

export const isNumeric = (type: Type): boolean => type === 'int' || type === 'float';

export function typeOfKey(key: string): Type {
  if (STRING_KEYS.has(key)) return 'string';
  if (INTEGER_KEYS.has(key)) return 'int';
  if (FLOAT_KEYS.has(key)) return 'float';
  return LIST_KEYS.has(key) ? 'list' : 'any';
}

function typeOfValue(value: Value | undefined): Type {
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) return 'list';
  if (typeof value === 'number') return Number.isInteger(value) ? 'int' : 'float';
  if (typeof value === 'string' || typeof value === 'boolean') return typeof value as 'string' | 'boolean';
  return 'map';
}

function oneOf(types: readonly Type[]): Type {
  const kinds = new Set(types.filter((type) => type !== 'null'));
  if (kinds.size === 2 && kinds.has('int') && kinds.has('float')) return 'float';
  return kinds.size === 1 ? [...kinds][0]! : 'any';
}
