import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { graphHash } from '../../graph/graph-hash.ts';
import { openReader } from '../../graph/store/open.ts';
import type { StoreLocation } from '../../graph/store/store.ts';
import { describeStores } from '../support/stores.ts';
import { writeBlendedCorpus } from './blended-corpus.ts';
import { runProgram, startProgram } from './program.ts';
import { storeArguments } from './store-arguments.ts';

/** Several transactions of papers. */
const PAPERS = 120;
/** The line that the program writes when it goes from concepts to papers. */
const PAPERS_COME_NEXT = /^concepts /m;
/** About when the first papers are there; from here on it is halved and doubled. */
const FIRST_DELAY_MS = { embedded: 150, server: 1000 };
const MAX_TRIES = 8;
const TIMEOUT_MS = 240_000;

let folder: string;
let corpus: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lacuna-kill-'));
  corpus = join(folder, 'blended.jsonl');
  await writeBlendedCorpus(corpus, PAPERS);
});
afterAll(() => rm(folder, { recursive: true }));

describeStores('an ingest that is killed', (factory) => {
  const command = (location: StoreLocation, cache: string): [string[], { env: Record<string, string> }] => {
    const { args, env } = storeArguments(location);
    return [['ingest', corpus, ...args, '--cache', join(folder, cache), '--json'], { env }];
  };

  /** Ingests into an empty store, undisturbed. */
  async function ingestWhole(cache: string): Promise<string> {
    const { location, writer, cleanup } = await factory.open();
    try {
      await writer.close();
      const outcome = await runProgram(...command(location, cache));
      expect(outcome.code, outcome.stderr).toBe(0);
      expect(JSON.parse(outcome.stdout)).toMatchObject({ papers: PAPERS, duplicates: 0, rejected: [] });
      return await hashOf(location);
    } finally {
      await cleanup();
    }
  }

  /** Kills so long after the program said this, and starts again. Returns the papers that the first run left. */
  async function killAndRepeat(said: RegExp, delayMs: number, cache: string, whole: string): Promise<number> {
    const { location, writer, cleanup } = await factory.open();
    try {
      await writer.close();
      const { child, done } = startProgram(...command(location, cache));
      await saying(child.stderr!, said);
      await sleep(delayMs);
      child.kill('SIGKILL');
      await done;
      const left = await papersLeft(location);
      const again = await runProgram(...command(location, cache));
      expect(again.code, again.stderr).toBe(0);
      // What was stored is not written again.
      expect(JSON.parse(again.stdout).written.papers).toBeLessThanOrEqual(PAPERS - left);
      expect(await hashOf(location)).toBe(whole);
      return left;
    } finally {
      await cleanup();
    }
  }

  it(
    'ends in the same graph when it is started again, wherever it was',
    async () => {
      const whole = await ingestWhole(factory.name);
      if (factory.name === 'embedded') {
        // In the extraction, with nothing kept from a run before; and between comparing and writing.
        expect(await killAndRepeat(/^read /m, 100, 'other', whole)).toBe(0);
        expect(await killAndRepeat(/^compare /m, 0, factory.name, whole)).toBe(0);
      }
      const first = factory.name === 'embedded' ? FIRST_DELAY_MS.embedded : FIRST_DELAY_MS.server;
      let [tooSoon, tooLate, delay] = [0, Number.POSITIVE_INFINITY, first];
      const lefts: number[] = [];
      while (lefts.length < MAX_TRIES && !lefts.some((left) => left > 0 && left < PAPERS)) {
        const left = await killAndRepeat(PAPERS_COME_NEXT, delay, factory.name, whole);
        lefts.push(left);
        console.info(`${factory.name}: killed after ${delay} ms, ${left} papers left`);
        if (left === 0) tooSoon = delay;
        else tooLate = delay;
        delay = Number.isFinite(tooLate) ? (tooSoon + tooLate) / 2 : 2 * tooSoon;
      }
      expect(lefts, 'papers left by each kill').toContainEqual(
        expect.toSatisfy((left: number) => left > 0 && left < PAPERS),
      );
    },
    TIMEOUT_MS,
  );
});

/** Resolves when the stream has said it, or has ended. */
function saying(stream: NodeJS.ReadableStream, said: RegExp): Promise<void> {
  return new Promise((resolve) => {
    let heard = '';
    stream.on('data', (chunk) => {
      heard += chunk;
      if (said.test(heard)) resolve();
    });
    stream.once('end', () => resolve());
  });
}

async function hashOf(location: StoreLocation): Promise<string> {
  const reader = await openReader(location);
  const hash = await graphHash(reader);
  await reader.close();
  return hash;
}

/** The engine's process notices that its parent is gone and lets the store go; that takes a moment. */
async function papersLeft(location: StoreLocation): Promise<number> {
  for (let tries = 1; ; tries += 1) {
    try {
      const reader = await openReader(location);
      const { rows } = await reader.read({ text: 'MATCH (p:Paper) RETURN count(p)', parameters: {} });
      await reader.close();
      return Number(rows[0]![0]);
    } catch (error) {
      if (tries === 100) throw error;
      await sleep(100);
    }
  }
}
