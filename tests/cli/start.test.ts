import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { graphHash } from '../../graph/graph-hash.ts';
import { openReader } from '../../graph/store/open.ts';
import { freePort } from '../support/free-port.ts';
import { runHere, SAMPLE, startProgram } from './program.ts';

const MORE = {
  title: 'A paper of our own',
  abstract: 'We study graph drawing with a force-directed layout.',
};

let folder: string;
let store: string;
let papers: number;
let own: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lacuna-start-'));
  store = `file:${join(folder, 'graph')}`;
  own = join(folder, 'own.jsonl');
  await writeFile(own, `${JSON.stringify(MORE)}\n`);
  papers = (await readFile(SAMPLE, 'utf8')).trim().split('\n').length;
});
afterAll(() => rm(folder, { recursive: true }));

async function hash(): Promise<string> {
  const reader = await openReader({ kind: 'embedded', folder: join(folder, 'graph') });
  const value = await graphHash(reader);
  await reader.close();
  return value;
}

async function count(location: string): Promise<number> {
  const { stdout } = await runHere([
    'query',
    'MATCH (p:Paper) RETURN count(p)',
    '--store',
    location,
    '--json',
  ]);
  return JSON.parse(stdout).rows[0][0];
}

describe('start', () => {
  it('ingests and analyses the sample, once', async () => {
    const first = await runHere(['start', '--once', '--store', store]);
    expect(first.code, first.stderr).toBe(0);
    expect(first.stdout).toMatch(/Found \d+ themes/);
    expect(await count(store)).toBe(papers);
    const before = await hash();
    const second = await runHere(['start', '--once', '--store', store]);
    expect(second.code).toBe(0);
    expect([second.stdout, second.stderr]).toEqual(['', '']);
    expect(await hash()).toBe(before);
  });

  it('serves, says where, holds the store meanwhile, and ends when told to', async () => {
    const port = await freePort();
    const { child, done } = startProgram(['start', '--store', store, '--port', `${port}`]);
    let said = '';
    child.stdout!.on('data', (chunk) => {
      said += chunk;
    });
    try {
      await vi.waitFor(() => expect(said).toMatch(/Lacuna is at http\S+/), { timeout: 60_000 });
      const url = /http:\S+/.exec(said)![0];
      expect(new URL(url).port).toBe(`${port}`);
      const status = await (await fetch(new URL('/api/status', url))).json();
      expect(status).toMatchObject({ counts: { papers } });

      // Readers share a store; who has a paper to add must wait.
      const held = await runHere(['start', '--once', own, '--store', store]);
      expect([held.code, held.stdout]).toEqual([5, '']);
      expect(held.stderr).toMatch(/another process|lacuna serve/);
    } finally {
      child.kill('SIGTERM');
    }
    expect((await done).code).toBe(0);
  });

  it('adds what is new, and puts no sample among papers', async () => {
    const added = await runHere(['start', '--once', '--json', own, '--store', store]);
    expect(JSON.parse(added.stdout).ingest).toMatchObject({ papers: papers + 1, written: { papers: 1 } });
    expect(await count(store)).toBe(papers + 1);

    const other = `file:${join(folder, 'other')}`;
    expect((await runHere(['start', '--once', own, '--store', other])).code).toBe(0);
    expect((await runHere(['start', '--once', '--store', other])).code).toBe(0);
    expect(await count(other)).toBe(1);
  });
});
