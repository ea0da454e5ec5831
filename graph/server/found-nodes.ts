import type { Cypher } from '../contract.ts';
import type { Statement } from '../store/store.ts';
import type { ServerConfig } from './config.ts';
import type { Snapshot } from './live-graph.ts';
import type { ReadersStatements } from './readers-statements.ts';

/** What a map is drawn of that shows what a statement returns. */
export interface FoundNodes {
  readonly cypher: Cypher;
  /** Papers and concepts in the order of the rows; where there are none, themes. */
  readonly ids: readonly string[];
  readonly areThemes: boolean;
  /** Whether the limit of rows cut the result. */
  readonly truncated: boolean;
  readonly rows: number;
}

/**
 * What may be answered otherwise by the same graph: what people wrote of its nodes is no part of its version, and some
 * functions give another value each time.
 */
const CHANGES_BY_ITSELF =
  /\b(?:annotation|note|tags|reading|properties|keys|rand\w*|timestamp|\w*date\w*|\w*time\w*)\b/i;

export const isLasting = (statement: string): boolean => !CHANGES_BY_ITSELF.test(statement);

/** By the graph that was asked, so that what narrows a map, or a timeline that plays, asks no statement again. */
const kept = new WeakMap<Snapshot, Map<string, Promise<FoundNodes>>>();

/** Runs the statement, or knows what it found. `onRun` is called before it runs, and may throw. */
export function foundNodes(
  statements: ReadersStatements,
  snapshot: Snapshot,
  statement: Statement,
  config: Pick<ServerConfig, 'mapsKept'>,
  onRun: () => Promise<void>,
): Promise<FoundNodes> {
  const run = async () => {
    await onRun();
    return find(statements, snapshot, statement);
  };
  if (!isLasting(statement.text)) return run();
  const known = kept.get(snapshot) ?? new Map<string, Promise<FoundNodes>>();
  kept.set(snapshot, known);
  const key = JSON.stringify(statement);
  const before = known.get(key);
  if (before) return before;
  const finding = run();
  known.set(key, finding);
  finding.catch(() => known.delete(key));
  if (known.size > config.mapsKept) known.delete(known.keys().next().value ?? '');
  return finding;
}

async function find(
  statements: ReadersStatements,
  { catalogue: { papers, concepts, themes } }: Snapshot,
  statement: Statement,
): Promise<FoundNodes> {
  const { ids, rows, truncated } = await statements.ask(statement);
  const nodes = ids.filter((id) => papers.has(id) || concepts.has(id));
  const areThemes = nodes.length === 0;
  return {
    cypher: { text: statement.text, parameters: { ...statement.parameters } },
    ids: areThemes ? ids.filter((id) => themes.has(id)) : nodes,
    areThemes,
    truncated,
    rows: rows.length,
  };
}
