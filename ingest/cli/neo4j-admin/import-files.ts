import type { ImportTable, ListMarks } from '../../../graph/export/import-table.ts';
import { CONSTRAINTS, INDEXES } from '../../../graph/store/indexes.ts';

/** What Neo4j reads at once, at least: its own default. */
const LEAST_BUFFER_BYTES = 4 * 2 ** 20;

const isNodes = ({ name }: ImportTable): boolean => name.startsWith('nodes-');

/** `\\u001f`, as Cypher writes it in a text. */
const escaped = (mark: string): string => `\\u${mark.codePointAt(0)!.toString(16).padStart(4, '0')}`;

/** Cypher for after the import: constraints and indexes, and the lists that the import can't hold. */
export function afterImport(tables: readonly ImportTable[], { empty, emptyText }: ListMarks): string {
  const mended = tables.flatMap((table) =>
    table.marked.flatMap((name) => {
      const [, from, type, to] = table.name.split('-');
      const pattern = isNodes(table) ? `(n:${from})` : `(:${from})-[n:${type}]->(:${to})`;
      return [
        [empty, '[]'],
        [emptyText, "['']"],
      ].map(
        ([mark, list]) =>
          `MATCH ${pattern} WHERE n.${name} = ['${escaped(mark!)}']
CALL (n) { SET n.${name} = ${list} } IN TRANSACTIONS OF 10000 ROWS`,
      );
    }),
  );
  const statements = [...CONSTRAINTS, ...INDEXES].map(({ text }) => text);
  return [...statements, ...mended].map((text) => `${text};\n`).join('');
}

/** `import.args`, and a text for people. */
export function instructions(
  tables: readonly ImportTable[],
  { delimiter }: ListMarks,
): Record<string, string> {
  const longest = Math.max(0, ...tables.map((table) => table.longest));
  const buffer = Math.max(LEAST_BUFFER_BYTES, 2 ** Math.ceil(Math.log2(longest + 1)));
  const files = (kind: string, some: readonly ImportTable[]): string[] =>
    some.map(({ name }) => `--${kind}=./${name}-header.csv,./${name}.csv`);
  const args = [
    `--array-delimiter=U+${delimiter.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`,
    '--multiline-fields=true',
    ...(buffer > LEAST_BUFFER_BYTES ? [`--read-buffer-size=${buffer}`] : []),
    ...files('nodes', tables.filter(isNodes)),
    ...files(
      'relationships',
      tables.filter((table) => !isNodes(table)),
    ),
  ];
  return { 'README.txt': README, 'import.args': `${args.join('\n')}\n` };
}

const README = `This folder holds a whole graph of Lacuna for Neo4j's bulk import, which is for a database that is new or may be lost.

1. Stop the server. In this folder:

     neo4j-admin database import full @import.args --overwrite-destination=true neo4j

   It takes the place of the database "neo4j" and all that is in it. (--overwrite-destination is not needed for a new one.)

2. Start the server, then:

     cypher-shell -u neo4j -f after-import.cypher

   It makes the constraints and indexes, and puts back lists that are empty, for which the import has no form.

3. lacuna serve --store bolt://localhost:7687

The files are made to come out as they went in. A text may begin with "=", so do not open them in a spreadsheet:
"lacuna export --format csv" is for that.
`;
