import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import type { Clock } from '../../../ingest/fetch/clock.ts';
import {
  addressSetting,
  type FetchOverrides,
  type FetchSettings,
  fetchEnvironmentName,
  parseFetchSettings,
} from '../../../ingest/fetch/settings.ts';
import { SOURCE_NAMES } from '../../../ingest/fetch/source-names.ts';
import { type SourceServer, startSources } from './source-server.ts';

/** A clock that stands still but for waits, and notes these. Chance is a half. */
export class SteppedClock implements Clock {
  static #made = 0;
  readonly waits: number[] = [];
  /** Later than the clocks before, for what this process asked of a server counts on. */
  #now = Date.parse('2026-01-01T00:00:00Z') + SteppedClock.#made++ * 86_400_000;

  now = (): number => this.#now;
  random = (): number => 0.5;

  sleep = async (milliseconds: number, signal: AbortSignal | undefined): Promise<void> => {
    signal?.throwIfAborted();
    this.waits.push(milliseconds);
    this.#now += milliseconds;
  };
}

export interface Bench {
  server: SourceServer;
  /** Empty before each test. */
  folder: string;
  clock: SteppedClock;
  settings: (overrides?: FetchOverrides, env?: Record<string, string>) => FetchSettings;
}

/** A server for the file, a folder and a clock for each test. */
export function fetchBench(): Bench {
  const bench = { clock: new SteppedClock() } as Bench;
  beforeAll(async () => {
    bench.server = await startSources();
  });
  afterAll(() => bench.server.close());
  beforeEach(async () => {
    bench.folder = await mkdtemp(join(tmpdir(), 'lacuna-fetch-'));
    bench.clock = new SteppedClock();
    bench.server.fault = () => false;
    bench.server.requests.length = 0;
    bench.server.papers = 25;
  });
  afterEach(() => rm(bench.folder, { recursive: true }));
  bench.settings = (overrides = {}, env = {}) => {
    const addresses = SOURCE_NAMES.map((source) => [
      fetchEnvironmentName(addressSetting(source)),
      bench.server.url(source),
    ]);
    return parseFetchSettings(
      { ...Object.fromEntries(addresses), ...env },
      { contact: 'ada@example.org', pageRecords: 10, ...overrides },
    );
  };
  return bench;
}
