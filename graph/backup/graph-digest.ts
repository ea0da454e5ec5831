import { createHash } from 'node:crypto';
import { dump, type Reads } from '../store/dump/dump.ts';
import type { DumpRow } from '../store/dump/dump-row.ts';
import { ownRows } from '../store/dump/own-rows.ts';

/**
 * SHA-256 over all nodes and relations in the order of a dump, what people said and what made the graph included. Unlike
 * `graphHash` it holds one page of the graph at a time.
 */
export class GraphDigest {
  nodes = 0;
  relations = 0;
  private readonly hash = createHash('sha256');

  /** @param line the row as JSON */
  add(kind: DumpRow[0], line: string): void {
    if (kind === 'node') this.nodes += 1;
    else this.relations += 1;
    this.hash.update(line).update('\n');
  }

  /** To be called once. */
  end(): string {
    return this.hash.digest('hex');
  }
}

/** Of what is ours in a store. */
export async function digestOf(store: Reads, progress: (rows: number) => void = () => {}): Promise<string> {
  const digest = new GraphDigest();
  for await (const row of ownRows(dump(store))) {
    digest.add(row[0], JSON.stringify(row));
    progress(digest.nodes + digest.relations);
  }
  return digest.end();
}
