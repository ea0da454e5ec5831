import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openReader, openWriter } from '../../../graph/store/open.ts';
import type { StoreLocation } from '../../../graph/store/store.ts';
import { EXIT } from '../../../ingest/cli/exit-codes.ts';
import { holdWriterLease } from '../../../ingest/cli/writer-lease.ts';
import { NEO4J_START_MS } from '../../support/neo4j-server.ts';
import { startServed } from '../kill/served.ts';
import { runWhole, startVictim, type Victim } from '../kill/victim.ts';
import { startOneNeo4j } from '../neo4j.ts';
import { clockSet } from './clock-jumps.ts';
import { type FaultContext, type FaultRow, hashAt, messageIn, plain, reasonIn } from './fault-row.ts';
import { SlowProxy } from './slow-proxy.ts';

const DAY = 86_400_000;
const READ_ONLY = 'server.databases.default_to_read_only=true';
const ANNOTATION = '/api/annotations/';

/** A real Neo4j that is away, comes and goes, turns down, may only be read, or is slow. */
export async function neo4jFaults({ folder, corpora, say }: FaultContext): Promise<FaultRow[]> {
  let home = '';
  const neo4j = await startOneNeo4j({
    before: async (given) => {
      home = given;
    },
  });
  if (!neo4j) return [];
  const { uri, username, password } = neo4j.server;
  const direct: StoreLocation = { kind: 'neo4j', uri, username, password };
  const proxy = new SlowProxy(uri);
  await proxy.reserve();
  const at = ['--store', proxy.uri];
  const own = { NEO4J_USERNAME: username, NEO4J_PASSWORD: password };
  const cache = ['--cache', join(folder, 'cache-neo4j')];
  const ingest = (file: string): string[] => ['ingest', file, ...at, ...cache, '--json'];
  const rows: FaultRow[] = [];
  const add = (row: FaultRow): void => {
    rows.push(row);
    say(`${row.fault}, ${row.done}: ${row.ok ? 'as it should be' : `NOT SO: ${row.told}; ${row.after}`}`);
  };
  try {
    await (await openReader(direct, { waitMs: NEO4J_START_MS })).close();

    const short = await timed(startVictim(ingest(corpora[0]), { ...own, LACUNA_NEO4J_WAIT_MS: '3000' }));
    add({
      fault: 'Neo4j down at start',
      done: 'an ingest that may wait 3 s (`LACUNA_NEO4J_WAIT_MS`)',
      told: plain(reasonIn(short.stdout)),
      after: `exit code ${short.code} after ${short.seconds.toFixed(0)} s`,
      ok: short.code === EXIT.unavailable && /can't be reached/.test(short.stdout) && short.seconds < 60,
    });
    const waiting = startVictim(ingest(corpora[0]), own);
    await sleep(6000);
    await proxy.up();
    const waited = await waiting.done;
    add({
      fault: 'Neo4j down at start',
      done: 'an ingest that may wait; the server comes after 6 s',
      told: plain(/Waiting for Neo4j[^\n]*/.exec(waited.stderr)?.[0] ?? ''),
      after: `exit code ${waited.code}, all papers written`,
      ok: waited.code === EXIT.ok && /Waiting for Neo4j/.test(waited.stderr),
    });
    await runWhole(['analyse', ...at, '--json'], own);
    const whole = await hashAt(direct);

    const before = proxy.connections;
    const wrong = await timed(startVictim(ingest(corpora[1]), { ...own, NEO4J_PASSWORD: 'not-this-one' }));
    const tried = proxy.connections - before;
    const right = await startVictim(['query', 'RETURN 1 AS one', ...at, '--json'], own).done;
    add({
      fault: 'wrong password',
      done: 'an ingest, then a query with the right one',
      told: plain(reasonIn(wrong.stdout)),
      after: `exit code ${wrong.code}, ${tried} connections, the query ${right.code === EXIT.ok ? 'was answered' : 'was NOT answered'}`,
      ok:
        wrong.code === EXIT.unavailable &&
        /NEO4J_PASSWORD/.test(wrong.stdout) &&
        !wrong.stdout.includes('not-this-one') &&
        tried <= 2 &&
        right.code === EXIT.ok,
    });

    const holder = await openWriter(direct);
    const release = await holdWriterLease(holder);
    for (const [days, shift] of [
      [1, DAY],
      [-1, -DAY],
    ]) {
      const second = await startVictim(ingest(corpora[1]), { ...own, ...clockSet(shift!) }).done;
      add({
        fault: 'clock jumps',
        done: `an ingest whose clock is ${days} day off, while another program writes to Neo4j`,
        told: plain(reasonIn(second.stdout)),
        after: `exit code ${second.code}; the other one kept its turn`,
        ok: second.code === EXIT.unavailable && /Another Lacuna/.test(second.stdout),
      });
    }
    await release();
    await holder.close();

    const served = await startServed(at, { ...own, LACUNA_READ_MS: '20000' });
    const [paper] = await column(direct, 'MATCH (p:Paper) RETURN p.id ORDER BY p.id LIMIT 1');
    const note = (text: string) => served.send('PUT', `${ANNOTATION}${paper}`, { note: text });
    const healthy = async (): Promise<boolean> => (await served.send('GET', '/api/health'))?.status === 200;
    try {
      const first = (await note('before'))?.status === 200;
      await proxy.down();
      const health = await served.send('GET', '/api/health');
      const refused = await note('meanwhile');
      await proxy.up();
      const back = await until(healthy);
      const kept = (await column(direct, 'MATCH (a:Annotation) RETURN a.note'))[0];
      const again = (await note('after'))?.status === 200;
      add({
        fault: 'Neo4j goes away and comes back',
        done: 'an explorer that serves, a note meanwhile',
        told: plain(
          `${health?.status}: ${messageIn(health?.answer)} The note: ${refused?.status}: ${messageIn(refused?.answer)}`,
        ),
        after: `answers again by itself: ${back}; what was noted before is there: ${kept === 'before'}; noted again: ${again}`,
        ok: first && health?.status === 503 && refused?.status === 503 && back && kept === 'before' && again,
      });

      proxy.isStalled = true;
      const begun = performance.now();
      const stalled = await served.send('GET', '/api/health');
      const seconds = (performance.now() - begun) / 1000;
      proxy.isStalled = false;
      await proxy.down();
      await proxy.up();
      const found = await until(healthy);
      add({
        fault: 'Neo4j says nothing more',
        done: 'an explorer that serves, `readMs` 20 s',
        told: plain(`${stalled?.status}: ${messageIn(stalled?.answer)}`),
        after: `told after ${seconds.toFixed(0)} s; answers again by itself: ${found}`,
        ok: (stalled?.status === 504 || stalled?.status === 503) && seconds < 60 && found,
      });
    } finally {
      served.victim.kill('SIGTERM');
      await served.victim.done;
    }

    proxy.delayMs = 40;
    const slow = await startVictim(['query', 'MATCH (p:Paper) RETURN count(p) AS n', ...at, '--json'], own)
      .done;
    proxy.delayMs = 0;
    add({
      fault: 'Neo4j is slow',
      done: 'a query, each piece of an answer 40 ms late',
      told: 'nothing',
      after: `exit code ${slow.code}`,
      ok: slow.code === EXIT.ok,
    });

    neo4j.kill();
    await appendFile(join(home, 'conf', 'neo4j.conf'), `${READ_ONLY}\n`);
    await sleep(1000);
    neo4j.start();
    await (await openReader(direct, { waitMs: NEO4J_START_MS })).close();
    const read = await startVictim(ingest(corpora[1]), own).done;
    const reading = await startServed(at, own);
    const map = await reading.send('GET', '/api/graph');
    const put = await reading.send('PUT', `${ANNOTATION}${paper}`, { note: 'read only' });
    reading.victim.kill('SIGTERM');
    await reading.victim.done;
    const isSame = (await hashAt(direct)) === whole;
    add({
      fault: 'Neo4j may only be read',
      done: 'an ingest',
      told: plain(reasonIn(read.stdout)),
      after: `exit code ${read.code}; ${isSame ? 'the same graph' : 'ANOTHER GRAPH'}`,
      ok: read.code === EXIT.refused && isSame && /may only|only read/.test(reasonIn(read.stdout)),
    });
    add({
      fault: 'Neo4j may only be read',
      done: 'an explorer: its map, and a note',
      told: plain(`${put?.status}: ${messageIn(put?.answer)}`),
      after: `the map: ${map?.status}`,
      ok: map?.status === 200 && put?.status === 403 && /only read/.test(messageIn(put?.answer)),
    });
    return rows;
  } finally {
    await proxy.down();
    await neo4j.stop();
  }
}

async function timed(victim: Victim): Promise<Awaited<Victim['done']> & { seconds: number }> {
  const begun = performance.now();
  const outcome = await victim.done;
  return { ...outcome, seconds: (performance.now() - begun) / 1000 };
}

async function until(holds: () => Promise<boolean>): Promise<boolean> {
  for (let tries = 0; tries < 60; tries++) {
    if (await holds()) return true;
    await sleep(500);
  }
  return false;
}

async function column(location: StoreLocation, text: string): Promise<string[]> {
  const reader = await openReader(location);
  try {
    return (await reader.read({ text, parameters: {} })).rows.map(([cell]) => String(cell));
  } finally {
    await reader.close();
  }
}
