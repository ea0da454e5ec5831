import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { graphHash } from '../../graph/graph-hash.ts';
import { openReader } from '../../graph/store/open.ts';
import { runProgram, SAMPLE, startProgram } from './program.ts';

const MORE = {
  title: 'A paper of our own',
  abstract: 'We study graph drawing with a force-directed layout.',
};

let folder: string;
let store: string;
let papers: number;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lacuna-start-'));
  store = `file:${join(folder, 'graph')}`;
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
  const { stdout } = await runProgram([
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
    const first = await runProgram(['start', '--once', '--store', store]);
    expect(first.code, first.stderr).toBe(0);
    expect(first.stdout).toMatch(/Found \d+ themes/);
    expect(await count(store)).toBe(papers);
    const before = await hash();
    const second = await runProgram(['start', '--once', '--store', store]);
    expect(second.code).toBe(0);
    expect(second.stderr).not.toContain('extract');
    expect(await hash()).toBe(before);
  });

  it('serves, says where, and ends when told to', async () => {
    const { child, done } = startProgram(['serve', '--store', store, '--json']);
    let url = '';
    child.stdout!.on('data', (chunk: Buffer) => {
      url ||= /"url":"([^"]+)"/.exec(chunk.toString())?.[1] ?? '';
    });
    while (!url && child.exitCode === null) await sleep(50);
    const status = await (await fetch(`${url}/api/status`)).json();
    expect(status).toMatchObject({ counts: { papers } });
    child.kill('SIGTERM');
    expect((await done).signal).toBeNull();
  });

  it('adds what is new, and puts no sample among papers', async () => {
    const file = join(folder, 'own.jsonl');
    await writeFile(file, `${JSON.stringify(MORE)}\n`);
    expect((await runProgram(['start', '--once', file, '--store', store])).code).toBe(0);
    expect(await count(store)).toBe(papers + 1);

    const own = `file:${join(folder, 'own')}`;
    expect((await runProgram(['start', '--once', file, '--store', own])).code).toBe(0);
    expect((await runProgram(['start', '--once', '--store', own])).code).toBe(0);
    expect(await count(own)).toBe(1);
  });
});
