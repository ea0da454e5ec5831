import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT, runHere, runProgram, SAMPLE, startProgram } from './program.ts';

const COMMANDS = ['start', 'ingest', 'analyse', 'themes', 'gaps', 'serve', 'query', 'export', 'extract'];

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
      const help = await runHere([command, '--help']);
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
      '--param',
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
      [['query', '--param', 'a=1', '--store', store], 2, /missing required argument/],
      [['analyse', '--store', `file:${join(folder, 'typo')}`], 6, /typo/],
      [
        ['ingest', bad, '--columns', 'titel=Name', '--store', store],
        2,
        /No field 'titel'.*title, abstract, year/,
      ],
      [['start', bad, '--columns', 'titel=Name', '--store', store], 2, /No field 'titel'/],
      [
        ['start', join(folder, 'none.bib'), '--once', '--store', `file:${join(folder, 'typo')}`],
        2,
        /none\.bib/,
      ],
      [
        ['export', '--out', join(folder, 'no', 'graph.json'), '--store', store],
        2,
        /no.graph\.json can't be written/,
      ],
      [['extract', join(folder, 'none.jsonl')], 2, /none\.jsonl: no such file/],
    ];
    for (const [args, code, message] of cases) {
      const outcome = await runHere(args);
      expect(outcome.stderr, args.join(' ')).toMatch(message);
      expect(outcome.code, args.join(' ')).toBe(code);
      expect(outcome.stdout, args.join(' ')).toBe('');
    }
    expect(existsSync(join(folder, 'typo'))).toBe(false);
    const json = await runProgram(['query', 'CREATE (n:Paper)', '--store', store, '--json']);
    expect(JSON.parse(json.stdout).error.code).toBe('refused');
    const usage = await runProgram(['ingest', '--json']);
    expect(usage.code).toBe(2);
    expect(JSON.parse(usage.stdout).error).toMatchObject({
      code: 'input',
      message: expect.stringMatching(/^missing/),
    });
  });

  it('stops a query at its limit', async () => {
    const started = performance.now();
    const slow = 'UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b RETURN count(a + b)';
    const outcome = await runProgram(['query', slow, '--timeout', '2', '--store', store]);
    expect(outcome.code).toBe(4);
    expect(performance.now() - started).toBeLessThan(12_000);
  });

  it('starts with a report, and with null for what was done already', async () => {
    const args = ['start', SAMPLE, '--once', '--json', '--store', `file:${join(folder, 'started')}`];
    const first = JSON.parse((await runHere(args)).stdout);
    expect(first.ingest.papers).toBeGreaterThan(10);
    expect(first.analyse.themes).toBeGreaterThan(3);
    expect(JSON.parse((await runHere(args)).stdout)).toEqual({ ingest: null, analyse: null });
  });

  it('starts with the sample where the own store holds no paper', async () => {
    const cwd = join(folder, 'own');
    await mkdir(cwd);
    const bad = join(folder, 'hopeless.jsonl');
    await writeFile(bad, 'not json\nnor this\n');
    expect((await runProgram(['ingest', bad], { cwd })).code).toBe(2);
    const started = await runProgram(['start', '--once', '--json'], { cwd });
    expect(started.stderr).not.toContain('did not finish');
    expect(JSON.parse(started.stdout).ingest.papers).toBeGreaterThan(10);
    expect(existsSync(join(cwd, '.lacuna', 'sample'))).toBe(true);
  });

  it('says that it was interrupted', async () => {
    const many = join(folder, 'many.jsonl');
    const records = Array.from({ length: 4000 }, (_, i) => ({
      title: `Study ${i} of graph networks`,
      abstract: `We study graph neural network number ${i} for link prediction. `.repeat(8),
    }));
    await writeFile(many, records.map((record) => JSON.stringify(record)).join('\n'));
    const env = { NEO4J_PASSWORD: 'none' };
    const cases: [args: string[], when: RegExp][] = [
      [['ingest', many, '--store', `file:${join(folder, 'cut')}`], /^read /m],
      [['query', 'RETURN 1', '--store', 'bolt://127.0.0.1:1'], /Waiting for Neo4j/],
      [['analyse', '--store', 'bolt://127.0.0.1:1'], /Waiting for Neo4j/],
    ];
    for (const [args, when] of cases) {
      const { child, done } = startProgram(args, { env });
      let heard = '';
      child.stderr!.on('data', (chunk) => {
        const before = when.test(heard);
        heard += chunk;
        if (!before && when.test(heard)) child.kill('SIGINT');
      });
      const outcome = await done;
      expect(outcome.stderr, args.join(' ')).toMatch(/^Interrupted; run it again to finish\.$/m);
      expect(outcome.code, args.join(' ')).toBe(130);
      expect(outcome.stdout).toBe('');
    }
  });

  it('ends quietly when nobody reads its answer any more, and leaves no part of a file', async () => {
    for (const args of [
      ['export', '--store', store],
      ['extract', SAMPLE],
      ['query', 'MATCH (a)-->(b) RETURN a, b LIMIT 900', '--store', store],
    ]) {
      const { child, done } = startProgram(args);
      child.stdout!.once('data', () => child.stdout!.destroy());
      const outcome = await done;
      expect([outcome.code, outcome.stderr]).toEqual([0, '']);
    }
    const taken = join(folder, 'taken');
    await mkdir(taken);
    const failed = await runProgram(['export', '--out', taken, '--store', store]);
    expect(failed.code).toBe(2);
    expect(existsSync(`${taken}.part`)).toBe(false);
  });

  it('reads a pipe, every time anew', async () => {
    const pipe = join(folder, 'pipe.jsonl');
    spawnSync('mkfifo', [pipe]);
    const text = await readFile(SAMPLE);
    for (const _ of [1, 2]) {
      const running = runProgram(['ingest', pipe, '--json', '--store', `file:${join(folder, 'piped')}`]);
      await writeFile(pipe, text);
      const outcome = await running;
      expect(outcome.code, outcome.stderr).toBe(0);
      expect(JSON.parse(outcome.stdout).papers).toBeGreaterThan(10);
    }
  });

  it('extracts from gzip, and from nothing not at all', async () => {
    const packed = join(folder, 'one.jsonl.gz');
    const record = { id: 'a', title: 'BERT', abstract: 'We introduce BERT (Bidirectional Encoder).' };
    await writeFile(packed, gzipSync(JSON.stringify(record)));
    expect(JSON.parse((await runHere(['extract', packed])).stdout)).toMatchObject({ id: 'a' });
    const empty = join(folder, 'empty.jsonl');
    await writeFile(empty, '');
    const outcome = await runProgram(['extract', empty]);
    expect(outcome.code).toBe(2);
    expect(outcome.stderr).toMatch(/empty/);
  });

  it('says which records could not be extracted, and names the lines whose id is no id', async () => {
    const file = join(folder, 'faulty.jsonl');
    const good = { id: 7, title: 'Beam search', abstract: 'We use beam search.' };
    const faulty = ['--extractor', join(ROOT, 'tests/ingest/extract/faulty-extractor.ts')];
    await writeFile(file, `${JSON.stringify({ ...good, abstract: 'throw' })}\n`);
    const failed = await runProgram(['extract', file, ...faulty]);
    expect([failed.code, failed.stderr]).toEqual([
      1,
      expect.stringMatching(/record 7: thrown on purpose\n.*1 of 1 rec/),
    ]);
    expect(JSON.parse(failed.stdout)).toMatchObject({ id: '7', error: 'thrown on purpose' });

    const ids = [{}, ['a'], true, null, ''];
    const lines = [good, ...ids.map((id) => ({ ...good, id }))].map((record) => JSON.stringify(record));
    await writeFile(file, lines.join('\n'));
    const odd = await runProgram(['extract', file, ...faulty]);
    expect(odd.code).toBe(2);
    expect(JSON.parse(odd.stdout)).toMatchObject({ id: '7' });
    for (const line of [2, 3, 4]) expect(odd.stderr).toContain(`line ${line}: an id is text or a number`);
    for (const line of [5, 6]) expect(odd.stderr).toContain(`line ${line}: no id`);
  });

  it('says in one line that it can not listen', async () => {
    const outcome = await runProgram([
      'serve',
      '--store',
      store,
      '--host',
      '192.0.2.1',
      '--port',
      '8123',
      '--open-access',
    ]);
    expect(outcome.code).toBe(2);
    expect(outcome.stderr.trim().split('\n').at(-1)).toMatch(/^lacuna: Can't listen at 192\.0\.2\.1/);
    expect(outcome.stderr).not.toMatch(/reading the graph failed|\n +at /);
  });

  it('serves until it is told to stop, and says who holds the store meanwhile', async () => {
    const { child, done } = startProgram(['serve', '--store', store, '--port', '8137', '--json']);
    await once(child.stdout!, 'data');
    const held = await runProgram(['ingest', SAMPLE, '--store', store]);
    expect([held.code, held.stderr]).toEqual([5, expect.stringMatching(/lacuna serve/)]);
    child.kill('SIGINT');
    const outcome = await done;
    expect(outcome.code).toBe(0);
    expect(JSON.parse(outcome.stdout)).toEqual({ url: expect.stringContaining('8137') });
  });
});
