/**
 * One table of Neo4j's bulk import (`neo4j-admin database import full`): a body whose columns are found as its rows come, and a header
 * of its own that names them with their types once all are known. No formula is made harmless here, as in the tables for
 * spreadsheets: every value must come out of the import as it is in the store.
 */
import type { Cell } from '../store/store.ts';

type ColumnType = 'long' | 'double' | 'boolean' | 'string';

interface Column {
  name: string;
  type: ColumnType;
  isList: boolean;
}

/** A list holds one of the marks. */
export class MarkFound extends Error {}

/**
 * What stands between the items of a list, and in place of the two lists that the import takes for none: the empty one, and the one
 * with nothing but an empty text. Control characters that no list may hold, since the import knows no escape.
 */
export interface ListMarks {
  delimiter: string;
  empty: string;
  emptyText: string;
}

export class ImportTable {
  /** `nodes-Paper`, `relations-Paper-MENTIONS-Concept`. */
  readonly name: string;
  rows = 0;
  /** Bytes of the longest row. */
  longest = 0;
  readonly #fixed: readonly string[];
  readonly #columns = new Map<string, Column>();
  readonly #marks: ListMarks;
  readonly #marked = new Set<string>();

  /** @param fixed headings of the cells that stand first in every row: `:LABEL` */
  constructor(name: string, fixed: readonly string[], marks: ListMarks) {
    this.name = name;
    this.#fixed = fixed;
    this.#marks = marks;
  }

  /** For properties that fit. Throws `MarkFound`, and `TypeError` for what no property may be. */
  line(fixed: readonly (string | readonly string[])[], properties: Readonly<Record<string, Cell>>): string {
    for (const [name, cell] of Object.entries(properties)) if (cell !== null) this.#learn(name, cell);
    const cells = [...this.#columns.keys()].map((name) => this.#cell(properties[name] ?? null));
    const line = `${[...fixed.map((cell) => this.#cell(cell as Cell)), ...cells].join(',')}\n`;
    this.rows += 1;
    this.longest = Math.max(this.longest, Buffer.byteLength(line));
    return line;
  }

  header(): string {
    const columns = [...this.#columns.values()].map(
      ({ name, type, isList }) => `${name}:${type}${isList ? '[]' : ''}`,
    );
    return `${[...this.#fixed, ...columns].map(quotedIfNeeded).join(',')}\n`;
  }

  /** Properties that hold a mark in some rows, to be mended after the import. */
  get marked(): readonly string[] {
    return [...this.#marked].sort();
  }

  /** Whether the import could take a row with these beside those that are there: a column has one type. */
  fits(properties: Readonly<Record<string, Cell>>): boolean {
    return Object.entries(properties).every(([name, cell]) => {
      const column = this.#columns.get(name);
      if (cell === null || !column) return true;
      const { type, isList } = shapeOf(cell);
      return isList === column.isList && (type === column.type || (isNumber(type) && isNumber(column.type)));
    });
  }

  #learn(name: string, cell: Cell): void {
    const shape = shapeOf(cell);
    const column = this.#columns.get(name) ?? { name, ...shape };
    this.#columns.set(name, column);
    if (shape.type === 'double') column.type = 'double';
    if (Array.isArray(cell) && this.#markOf(cell)) this.#marked.add(name);
  }

  #cell(cell: Cell): string {
    if (cell === null) return '';
    if (!Array.isArray(cell)) return typeof cell === 'string' ? quoted(cell) : String(cell);
    const texts = cell.map(String);
    const { delimiter, empty, emptyText } = this.#marks;
    if (texts.some((text) => [delimiter, empty, emptyText].some((mark) => text.includes(mark))))
      throw new MarkFound();
    return quoted(this.#markOf(cell) ?? texts.join(delimiter));
  }

  #markOf(list: readonly Cell[]): string | null {
    if (list.length === 0) return this.#marks.empty;
    return list.length === 1 && list[0] === '' ? this.#marks.emptyText : null;
  }
}

const isNumber = (type: ColumnType): boolean => type === 'long' || type === 'double';

/** An empty list is one of texts: a mark stands for it. */
function shapeOf(cell: Cell): Pick<Column, 'type' | 'isList'> {
  if (!Array.isArray(cell)) return { type: typeOf(cell), isList: false };
  const types = new Set(cell.map(typeOf));
  if (types.size === 2 && types.has('long') && types.has('double')) types.delete('long');
  if (types.size > 1) throw new TypeError('The items of a list must be of one type.');
  return { type: [...types][0] ?? 'string', isList: true };
}

function typeOf(cell: Cell): ColumnType {
  if (typeof cell === 'number') return Number.isSafeInteger(cell) ? 'long' : 'double';
  if (typeof cell === 'boolean' || typeof cell === 'string') return typeof cell as 'boolean' | 'string';
  throw new TypeError('Only texts, numbers, booleans and lists of them can be properties.');
}

/** Always in quotes: without them, an empty text would be no property. */
const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

const quotedIfNeeded = (text: string): string => (/[",\r\n]/.test(text) ? quoted(text) : text);
