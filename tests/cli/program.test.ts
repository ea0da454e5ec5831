import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT, runProgram, SAMPLE } from './program.ts';

const COMMANDS = ['start', 'ingest', 'analyse', 'serve', 'query', 'export', 'extract'];

let folder: string;
let store: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lacuna-cli-'));
  store = `file:${join(folder, 'graph')}`;
});
afterAll(() => rm(folder, { recursive: true }));

describe('the program', () => {
  it('explains itself', async () => {
    const whole = await runProgram(['--help']);
    expect(whole.code).toBe(0);
    for (const command of COMMANDS) expect(whole.stdout).toContain(`\n  ${command} `);
    for (const command of COMMANDS) {
      const help = await runProgram([command, '--help']);
      expect(help.code, command).toBe(0);
      expect(help.stdout).toContain(`Usage: lacuna ${command}`);
    }
  });

  it('ingests, analyses, answers and exports', async () => {
    const ingested = await runProgram(['ingest', SAMPLE, '--store', store, '--json']);
    expect(ingested.stderr).toMatch(/extract .*\d/);
    expect(ingested.code).toBe(0);
    const report = JSON.parse(ingested.stdout);
    const entries = (await readFile(SAMPLE, 'utf8')).trim().split('\n').length;
    expect(report).toMatchObject({ entries, papers: entries, duplicates: 0, rejected: [] });
    expect(Object.keys(report)).toEqual(
      expect.arrayContaining([
        'entries',
        'papers',
        'duplicates',
        'rejected',
        'concepts',
        'mentions',
        'seconds',
      ]),
    );

    const analysed = JSON.parse(
      (await runProgram(['analyse', '--store', store, '--json', '--seed', '7'])).stdout,
    );
    expect(analysed).toMatchObject({ seed: 7 });
    expect(analysed.themes).toBeGreaterThan(3);
    expect(analysed.modularity).toBeGreaterThan(0.2);

    const count = await runProgram(['query', 'MATCH (p:Paper) RETURN count(p)', '--store', store, '--json']);
    expect(JSON.parse(count.stdout)).toEqual({ columns: ['count(p)'], rows: [[entries]], truncated: false });

    const one = await runProgram([
      'query',
      'MATCH (p:Paper) WHERE p.year >= $since AND p.title CONTAINS $word RETURN p.title AS title ORDER BY title',
      '--param',
      'since=2017',
      'word=Attention',
      '--store',
      store,
    ]);
    expect(one.stdout).toContain('Attention Is All You Need');

    const out = join(folder, 'graph.gexf');
    const exported = await runProgram(['export', '--format', 'gexf', '--out', out, '--store', store]);
    expect(exported.code).toBe(0);
    expect(await readFile(out, 'utf8')).toMatch(/^<\?xml[\s\S]*<\/gexf>\n$/);
  });

  it('prints nothing but the answer through npm', async () => {
    const { spawnSync } = await import('node:child_process');
    const args = ['run', '--silent', 'lacuna', '--', 'query', 'RETURN 1 AS one', '--store', store, '--json'];
    const { stdout, status } = spawnSync('npm', args, { cwd: ROOT, encoding: 'utf8' });
    expect(status).toBe(0);
    expect(stdout).toBe('{"columns":["one"],"rows":[[1]],"truncated":false}\n');
  });

  it('says what is wrong, and how it ended', async () => {
    const bad = join(folder, 'bad.jsonl');
    await writeFile(bad, 'not json\n{"title": "Fine paper", "abstract": "We study graphs."}\nalso not\n');
    const cases: [args: string[], code: number, message: RegExp][] = [
      [['nonsense'], 2, /unknown command/],
      [['ingest'], 2, /missing required argument/],
      [['ingest', join(folder, 'none.bib'), '--store', store], 2, /none\.bib/],
      [['ingest', bad, '--store', `file:${join(folder, 'other')}`], 2, /bad\.jsonl, line 1/],
      [['ingest', bad, '--format', 'docx', '--store', store], 2, /No format 'docx'/],
      [['query', 'MATCH (n) DETACH DELETE n', '--store', store], 3, /read/i],
      [['query', 'MATCH (p:Paper RETURN p', '--store', store], 2, /./],
      [['query', 'RETURN 1', '--store', `file:${join(folder, 'nothing')}`], 6, /nothing/],
      [['query', 'RETURN 1', '--store', 'http://localhost'], 2, /store|location/i],
      [['query', 'RETURN 1', '--store', store, '--timeout', 'soon'], 2, /whole number/],
    ];
    for (const [args, code, message] of cases) {
      const outcome = await runProgram(args);
      expect(outcome.stderr, args.join(' ')).toMatch(message);
      expect(outcome.code, args.join(' ')).toBe(code);
      expect(outcome.stdout, args.join(' ')).toBe('');
    }
    const json = await runProgram(['query', 'CREATE (n:Paper)', '--store', store, '--json']);
    expect(JSON.parse(json.stdout).error.code).toBe('refused');
  });

  it('stops a query at its limit', async () => {
    const started = performance.now();
    const slow = 'UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b RETURN count(a + b)';
    const outcome = await runProgram(['query', slow, '--timeout', '2', '--store', store]);
    expect(outcome.code).toBe(4);
    expect(performance.now() - started).toBeLessThan(12_000);
  });
});
