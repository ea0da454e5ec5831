/** What Neo4j Browser's commands are called here. Pure. */

const PLACES: readonly (readonly [names: readonly string[], place: string])[] = [
  [['param', 'params'], 'Parameters stand below the editor: add one there, or paste a JSON object.'],
  [['history'], 'What was run stands in the history, on the shelf beside the editor.'],
  [['clear'], 'The next run clears what is shown here; the history is cleared on its shelf.'],
  [
    ['help', 'play', 'guide', 'guides', 'welcome'],
    'The recipes on the shelf beside the editor are a way to begin.',
  ],
  [
    ['schema', 'sysinfo', 'dbs', 'use'],
    'To see what the graph holds, run: MATCH (n) RETURN labels(n), count(n).',
  ],
  [['style', 'config', 'server'], 'How the page looks is set with the button at its upper right.'],
];

/** Where what a command of Neo4j Browser does is found in this console; null for a statement. */
export function browserCommand(text: string): string | null {
  const name = /^\s*:\s*([a-z-]*)/i.exec(text)?.[1]?.toLowerCase();
  if (name === undefined) return null;
  const place = PLACES.find(([names]) => names.includes(name))?.[1];
  return `Commands that begin with a colon belong to Neo4j Browser. ${place ?? 'Here only Cypher statements run.'}`;
}
