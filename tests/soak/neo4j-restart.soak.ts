import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Bench, BenchContext, BenchResult } from '../../bench/support/bench.ts';
import { graphHash } from '../../graph/graph-hash.ts';
import { openWriter } from '../../graph/store/open.ts';
import type { StoreLocation } from '../../graph/store/store.ts';
import { ingest } from '../../ingest/pipeline.ts';
import type { Progress } from '../../ingest/progress.ts';
import { writeBlendedCorpus } from '../cli/blended-corpus.ts';
import { NEO4J_START_MS } from '../support/neo4j-server.ts';
import { startOneNeo4j } from './neo4j.ts';

const PAPERS = 3000;
const QUICK_PAPERS = 300;
const KILLS = 8;
const QUICK_KILLS = 1;
/** The server stays away for a moment, as a machine that starts again does. */
const AWAY_MS = 1000;

export const bench: Bench = {
  name: 'neo4j-restart',
  title: 'Neo4j killed in mid-write',
  about: `${PAPERS.toLocaleString('en')} papers are loaded over \`neo4j://\` while the server is ended with kill -9 ${KILLS} times, at even steps of the load, and started again. The load is one process that is never started again; what comes of it is compared by graph hash with an undisturbed one on the embedded store.`,
  async run(context): Promise<BenchResult> {
    const neo4j = await startOneNeo4j();
    if (!neo4j?.kill || !neo4j.start) return resultOf([], 'no Java for Neo4j', '');
    const { kill, start, server } = { kill: neo4j.kill, start: neo4j.start, server: neo4j.server };
    try {
      return await soak(context, server, async () => {
        kill();
        await sleep(AWAY_MS);
        start();
      });
    } finally {
      await neo4j.stop();
    }
  },
};

interface Kill {
  at: string;
  seconds: number;
}

async function soak(
  { folder, quick, say }: BenchContext,
  { uri, username, password }: { uri: string; username: string; password: string },
  restart: () => Promise<void>,
): Promise<BenchResult> {
  const corpus = join(folder, 'papers.jsonl');
  await writeBlendedCorpus(corpus, quick ? QUICK_PAPERS : PAPERS);
  const load = async (location: StoreLocation, progress: Progress): Promise<string> => {
    const told = new Set<string>();
    const onWait = (message: string): void => {
      const short = message.replace(/ [\d]+ s .*/, '');
      if (!told.has(short)) say(message);
      told.add(short);
    };
    const store = await openWriter(location, { waitMs: NEO4J_START_MS, outageMs: NEO4J_START_MS, onWait });
    try {
      await ingest({ files: [corpus], store, cacheFolder: join(folder, 'cache'), progress });
      return await graphHash(store);
    } finally {
      await store.close();
    }
  };
  say('undisturbed');
  const whole = await load({ kind: 'embedded', folder: join(folder, 'embedded') }, () => {});

  const kills: Kill[] = [];
  const wanted = quick ? QUICK_KILLS : KILLS;
  let killed: { at: string; since: number } | null = null;
  const progress: Progress = (stage, done, total) => {
    if (stage !== 'load' || total === null || total === 0) return;
    if (killed && performance.now() - killed.since > AWAY_MS) {
      kills.push({ at: killed.at, seconds: (performance.now() - killed.since) / 1000 });
      killed = null;
    }
    if (killed || kills.length >= wanted || done / total < (kills.length + 0.5) / (wanted + 0.5)) return;
    killed = { at: `${done} of ${total} papers`, since: performance.now() };
    say(`kill -9 at ${killed.at}`);
    void restart();
  };
  const found = await load(
    { kind: 'neo4j', uri: uri.replace('bolt://', 'neo4j://'), username, password },
    progress,
  );
  return resultOf(
    kills,
    found === whole ? 'the same graph' : 'another graph',
    wanted === kills.length ? '' : 'not all kills fell into the load',
  );
}

function resultOf(kills: readonly Kill[], outcome: string, fault: string): BenchResult {
  return {
    tables: [
      {
        caption: 'Each kill -9, and how long until the next batch of papers was written',
        columns: ['after', 'seconds'],
        rows: kills.map(({ at, seconds }) => [at, seconds]),
      },
    ],
    verdicts: [
      {
        asked: 'a load goes on when Neo4j is back, and ends in the right graph',
        measured: `${kills.length} kills of the server, one process that loads: ${outcome}`,
        met: outcome === 'the same graph' && kills.length > 0 && fault === '',
        ...(fault !== '' && { reason: fault }),
      },
    ],
    notes: [
      'A change of leader needs a cluster, which needs Neo4j Enterprise, so it can only be played here: `tests/graph/store/neo4j/outages.test.ts` has a real Neo4j behind a proxy that answers `NotALeader`, and that loses the answers to commits which were made.',
    ],
  };
}
