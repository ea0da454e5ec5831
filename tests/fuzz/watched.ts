/** Runs properties in a process of its own that is ended when it says nothing for too long. */
import { fork } from 'node:child_process';
import { join } from 'node:path';
import type { FuzzCount, FuzzFailure } from './run-property.ts';

export interface WatchedRow extends FuzzCount {
  name: string;
  seconds: number;
  failure: FuzzFailure | null;
}

export interface WatchedOrder {
  kind: 'readers' | 'routes';
  folder: string;
  seed: number;
  /** For all properties together. */
  inputs: number;
}

/** From the child: an input is begun, or a property is done with. */
export type WatchedNews =
  | { begun: string; input: number }
  | { row: WatchedRow }
  | { facts: Record<string, string | number> };

export interface Watched {
  rows: WatchedRow[];
  facts: Record<string, string | number>;
  /** The input during which nothing was heard for `patienceMs`, or the process ended. */
  ended: string | null;
}

export function watch(
  order: WatchedOrder,
  patienceMs: number,
  say: (line: string) => void,
): Promise<Watched> {
  const child = fork(join(import.meta.dirname, 'fuzz-child.ts'), [JSON.stringify(order)], {
    execArgv: ['--import', 'tsx'],
  });
  return new Promise((resolve) => {
    const rows: WatchedRow[] = [];
    const facts: Record<string, string | number> = {};
    // Starting takes its time.
    let now = 'nothing yet';
    let heard = Date.now() + 60_000;
    let isHung = false;
    const timer = setInterval(() => {
      isHung = Date.now() - heard > patienceMs;
      if (isHung) child.kill('SIGKILL');
    }, 500);
    child.on('message', (news: WatchedNews) => {
      heard = Date.now();
      if ('facts' in news) Object.assign(facts, news.facts);
      else if ('begun' in news) now = `${news.begun}, input ${news.input} from seed ${order.seed}`;
      else {
        rows.push(news.row);
        // Between two properties the graph is looked at.
        heard += 60_000;
        say(`${news.row.name}: ${news.row.inputs} inputs, ${news.row.seconds.toFixed(1)} s`);
      }
    });
    child.on('exit', (code, signal) => {
      clearInterval(timer);
      const how = isHung ? `nothing heard for ${patienceMs} ms` : `the process ended (${signal ?? code})`;
      resolve({ rows, facts, ended: code === 0 ? null : `${how}: ${now}` });
    });
  });
}
