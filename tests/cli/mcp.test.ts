import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  cypherResultSchema,
  gapSchema,
  gapsSchema,
  searchResultSchema,
  themesSchema,
} from '../../graph/contract.ts';
import { openReader, openWriter } from '../../graph/store/open.ts';
import { blocks } from '../docs/markdown.ts';
import { seed } from '../graph/server/fixture.ts';
import { ROOT, startProgram } from './program.ts';

const BYTES = 4096;
const longSchema = cypherResultSchema.extend({ leftOut: z.array(z.unknown()) });
const TOOLS = ['search', 'paper', 'concept', 'themes', 'gaps', 'cypher', 'ask'];

let folder = '';
let client: Client;
let program: StdioClientTransport;
let complaints = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lacuna-mcp-'));
  const writer = await openWriter({ kind: 'embedded', folder });
  await seed(writer);
  await writer.close();
  program = new StdioClientTransport({
    command: process.execPath,
    args: [join(ROOT, 'bin/lacuna.mjs'), 'mcp', '--store', `file:${folder}`],
    env: {
      PATH: process.env.PATH ?? '',
      LACUNA_MCP_BYTES: String(BYTES),
      LACUNA_QUERIES_PER_MINUTE: '1000',
      LACUNA_QUERIES_AT_ONCE: '3',
      LACUNA_QUERY_MS: '600000',
    },
    stderr: 'pipe',
  });
  program.stderr?.on('data', (chunk) => {
    complaints += chunk;
  });
  client = new Client({ name: 'test', version: '1' });
  await client.connect(program);
});

afterAll(async () => {
  await client?.close();
  await rm(folder, { recursive: true, force: true });
});

/** Checked by the client against the schema that the tool is listed with. */
async function call(name: string, given: Record<string, unknown> = {}) {
  const { content, structuredContent, isError, _meta } = await client.callTool({ name, arguments: given });
  const [{ text }] = content as [{ text: string }];
  return { text, data: structuredContent, isError: isError ?? false, meta: _meta };
}

const rowsOf = async (statement: string) =>
  cypherResultSchema.parse((await call('cypher', { statement, limit: 10 })).data).rows;

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

describe('lacuna mcp', () => {
  it('lists its tools, each as one that only reads', async () => {
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual(TOOLS);
    for (const { annotations, description, inputSchema, outputSchema } of tools) {
      expect(annotations).toMatchObject({ readOnlyHint: true, destructiveHint: false });
      expect(description!.length).toBeGreaterThan(50);
      expect([inputSchema.type, outputSchema?.type]).toEqual(['object', 'object']);
    }
    expect(client.getServerVersion()).toMatchObject({ name: 'lacuna' });
    expect(client.getInstructions()).toContain('never instructions');
  });

  it('answers each with data and a text that names the ids', async () => {
    const found = await call('search', { q: 'walks', limit: 5 });
    expect(searchResultSchema.parse(found.data).hits.map(({ id }) => id)).toContain('p-walks');
    expect(found.text).toContain('[p-walks]');
    const paper = await call('paper', { id: 'p-walks' });
    expect(paper.data).toMatchObject({ title: 'Random walks for node embedding', year: 2014, leftOut: [] });
    expect(paper.text).toContain('node embedding');
    const concept = await call('concept', { id: 'c-attention' });
    expect(concept.text).toContain('[p-transformer]');
    const theme = z.object({ all: themesSchema }).parse((await call('themes')).data).all.themes[0]!.id;
    expect((await call('themes', { id: theme })).data).toMatchObject({ all: null, one: { id: theme } });
    const { lists } = z.object({ all: gapsSchema }).parse((await call('gaps', { limit: 1 })).data).all;
    const gap = lists.find(({ gaps }) => gaps.length > 0)!.gaps[0]!.id;
    const { text, data } = await call('gaps', { id: gap });
    const { one } = z.object({ one: gapSchema }).parse(data);
    expect([one.id, text]).toEqual([gap, expect.stringContaining(one.question)]);
    expect(
      (await call('cypher', { statement: 'RETURN $n + 1 AS n', parameters: { n: 1 } })).data,
    ).toMatchObject({
      columns: ['n'],
      rows: [[2]],
      truncated: false,
    });
    expect((await call('ask', { q: 'How many papers mention random walks?' })).data).toMatchObject({
      status: 'answered',
      value: 2,
    });
  });

  it('refuses what would write, and tells mistakes as the server does', async () => {
    const count = 'MATCH (n) RETURN count(n) AS n';
    const before = await rowsOf(count);
    for (const statement of [
      'MATCH (n) DETACH DELETE n',
      'CREATE (:Paper {id: "x"})',
      'LOAD CSV FROM "file:///etc/passwd" AS l RETURN l',
    ]) {
      const { isError, text } = await call('cypher', { statement });
      expect([statement, isError, text]).toEqual([
        statement,
        true,
        expect.stringMatching(/^(refused|input): /),
      ]);
    }
    expect(await rowsOf(count)).toEqual(before);
    const wrong = [
      ['search', {}, 'input: Write what to search for.'],
      ['search', { q: 'x', limit: 'many' }, 'input: limit must be a whole number from 1 to 50.'],
      ['paper', { id: 'nobody' }, 'notFound: There is no paper with this id.'],
      ['paper', { id: '../status' }, 'notFound: There is no paper with this id.'],
      ['gaps', { kind: 'none' }, expect.stringContaining('input: kind must be one of themePair')],
      [
        'cypher',
        { statement: 'RETURN', rows: 5 },
        'input: The call has a field that is not known here: rows.',
      ],
      ['cypher', { statement: `RETURN "${'x'.repeat(300_000)}"` }, expect.stringMatching(/^(input|limit): /)],
    ] as const;
    for (const [tool, given, message] of wrong) {
      const { isError, text, meta } = await call(tool, given);
      expect([isError, text]).toEqual([true, message]);
      expect(meta).toMatchObject({ error: { code: text.split(':')[0] } });
    }
    await expect(client.callTool({ name: 'delete', arguments: {} })).rejects.toThrow(
      'There is no tool delete.',
    );
  });

  it('cuts an answer that is too long, and says where', async () => {
    const { data, text } = await call('cypher', {
      statement: 'UNWIND range(1, 900) AS n RETURN n, n * n AS square',
    });
    const { leftOut, ...answer } = longSchema.parse(data);
    expect(Buffer.byteLength(JSON.stringify(answer))).toBeLessThanOrEqual(BYTES);
    expect(leftOut).toEqual([{ list: 'rows', kept: answer.rows.length, of: 900 }]);
    expect(answer.rows.length).toBeGreaterThan(100);
    expect(answer.rows[1]).toEqual([2, 4]);
    expect(text).toContain(`Cut: rows has ${answer.rows.length} of 900.`);
    const long = await call('cypher', {
      statement: 'UNWIND range(1, 9) AS n RETURN reduce(a = "x", i IN range(1, 12) | a + a) AS long',
    });
    const { rows } = longSchema.parse(long.data);
    expect(rows).toHaveLength(9);
    expect(rows[0]![0]).toMatch(/^x+…$/);
  });

  it('answers several calls at once', async () => {
    const answers = await Promise.all([
      ...Array.from({ length: 3 }, (_, n) => call('cypher', { statement: `RETURN ${n} AS n` })),
      call('paper', { id: 'p-gcn' }),
    ]);
    expect(answers.map(({ data }) => data)).toMatchObject([
      { rows: [[0]] },
      { rows: [[1]] },
      { rows: [[2]] },
      { id: 'p-gcn' },
    ]);
  });

  it('stops the statement of a call that is taken back', async () => {
    const statement = 'UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b RETURN count(a * b) AS n';
    const leaving = new AbortController();
    const slow = Array.from({ length: 3 }, () =>
      client
        .callTool({ name: 'cypher', arguments: { statement } }, undefined, { signal: leaving.signal })
        .catch((error: Error) => error.message),
    );
    const one = async () => (await call('cypher', { statement: 'RETURN 1 AS n' })).text;
    await expect.poll(one, { timeout: 60_000 }).toContain('limit: Too many queries');
    leaving.abort();
    for (const message of await Promise.all(slow)) expect(message).toContain('aborted');
    await expect.poll(one, { timeout: 60_000 }).toContain('1 row');
  });

  it('ends when told to, and with its input, every question answered and the store let go of', async () => {
    const pid = program.pid!;
    process.kill(pid, 'SIGTERM');
    await expect.poll(() => isRunning(pid), { timeout: 30_000 }).toBe(false);
    expect(complaints).toBe('');
    const { child, done } = startProgram(['mcp', '--store', `file:${folder}`], { stdin: 'pipe' });
    const told = blocks('sh').find(({ page }) => page === 'docs/mcp.md')!.code;
    for (const [, message] of told.matchAll(/'(\{.*\})'/g)) child.stdin!.write(`${message}\n`);
    child.stdin!.end('this is no message\n');
    const { code, stdout, stderr } = await done;
    const answers = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect([code, answers.map(({ id }) => id)]).toEqual([0, [1, 2]]);
    expect(answers[1].result.structuredContent.hits[0].label).toContain('attention');
    expect(stderr).toContain('lacuna mcp: ');
    await (await openReader({ kind: 'embedded', folder })).close();
  });
});
