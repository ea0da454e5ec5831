import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SourceServer, startSources } from '../ingest/fetch/source-server.ts';
import { ROOT, runProgram, startProgram } from './program.ts';

describe('lacuna fetch', () => {
  let server: SourceServer;
  let cwd: string;
  const args = (...more: string[]) => [
    'fetch',
    'crossref',
    'swaying bridges',
    '--url',
    server.url('crossref'),
    ...more,
  ];
  const contact = { LACUNA_FETCH_CONTACT: 'ada@example.org', LACUNA_FETCH_PAGE_RECORDS: '10' };

  beforeAll(async () => {
    server = await startSources();
    cwd = await mkdtemp(join(tmpdir(), 'lacuna-cli-fetch-'));
  });
  afterAll(async () => {
    await server.close();
    await rm(cwd, { recursive: true });
  });

  it('asks nobody without a contact address', async () => {
    const { code, stdout } = await runProgram(args('--json'), { cwd, env: { LACUNA_FETCH_CONTACT: '' } });
    expect(code).toBe(2);
    expect(JSON.parse(stdout).error.message).toContain('--contact');
    expect(server.requests).toEqual([]);
  });

  it('only counts with --dry-run', async () => {
    const { code, stdout } = await runProgram(args('--dry-run', '--max', '20'), { cwd, env: contact });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^25 papers found; 20 would be got, by 2 requests, in 0\.\d s or more\.\n$/);
    expect(await readdir(cwd)).toEqual([]);
  });

  it('keeps what is there on Ctrl+C, goes on, and reads it all into the store', async () => {
    const held = new Promise<void>((resolve) => {
      // The second page never comes.
      server.fault = ({ parameters }) => {
        if (parameters.get('offset') !== '10') return false;
        resolve();
        return true;
      };
    });
    const { child, done } = startProgram(args(), { cwd, env: contact });
    await held;
    child.kill('SIGINT');
    expect(await done).toMatchObject({ code: 130, stdout: '' });
    server.fault = () => false;
    const env = { ...contact, LACUNA_FETCH_CONTACT: '' };
    const { code, stdout, stderr } = await runProgram(args('--contact', 'ada@example.org', '--json'), {
      cwd,
      env,
    });
    expect(stderr).toContain('25 / 25');
    expect(code).toBe(0);
    const { fetch, ingest } = JSON.parse(stdout);
    expect(fetch).toMatchObject({ source: 'crossref', before: 10, records: 25, ended: 'all' });
    expect(ingest).toMatchObject({ entries: 25, papers: 25, rejected: [] });
    expect(await readdir(join(cwd, '.lacuna'))).toEqual(expect.arrayContaining(['fetched', 'graph']));
    expect(ROOT).not.toBe(cwd);
  });
});
