import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runHere } from './program.ts';

let folder: string;
let store: string;
let papers: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lacuna-decide-'));
  store = `file:${join(folder, 'graph')}`;
  papers = join(folder, 'papers.jsonl');
  const abstract =
    'We train a random forest to predict tides. The random forest is compared with gradient boosting.';
  await writeFile(papers, `${JSON.stringify({ title: 'Tides from a random forest', abstract })}\n`);
});
afterAll(() => rm(folder, { recursive: true }));

const decide = (...args: string[]) => runHere(['decide', ...args, '--store', store]);
const write = async (name: string, text: string): Promise<string> => {
  const file = join(folder, name);
  await writeFile(file, text);
  return file;
};

describe('decide', () => {
  it('needs a store that is there', async () => {
    const file = await write('one.json', '{"action": "stop", "form": "random forest"}');
    expect((await decide('add', file)).code).toBe(6);
    expect((await decide('list')).code).toBe(6);
  });

  it('keeps decisions that the next ingest replays, and takes them back', async () => {
    expect((await runHere(['ingest', papers, '--store', store])).code).toBe(0);
    const file = await write(
      'some.jsonl',
      '{"id": "x", "action": "stop", "form": "random forest", "note": "everybody knows"}\n\n{"action": "retype", "form": "gradient boosting", "kind": "Term"}\n',
    );
    const added = await decide('add', file, '--json');
    expect(added.code, added.stderr).toBe(0);
    const ids = JSON.parse(added.stdout).added as string[];
    expect(ids).toHaveLength(2);
    expect((await decide('list')).stdout).toMatch(/^x .* stop random forest {2}\(everybody knows\)$/m);
    expect(JSON.parse((await decide('list', '--json')).stdout).decisions).toHaveLength(2);

    const counted = async (): Promise<unknown> => {
      const { code } = await runHere(['ingest', papers, '--store', store]);
      expect(code).toBe(0);
      const cypher = "MATCH (c:Concept {name: 'random forest'}) RETURN count(c)";
      return JSON.parse((await runHere(['query', cypher, '--store', store, '--json'])).stdout).rows[0][0];
    };
    expect(await counted()).toBe(0);
    for (const id of ids) expect((await decide('remove', id)).code).toBe(0);
    expect(await counted()).toBe(1);
  });

  it('takes a thesaurus file in as decisions, names its bad lines, and writes one', async () => {
    const file = await write(
      'thesaurus.txt',
      'label\treplace by\ngradient boosting\trandom forest\nnobody\tx\nbad line\n',
    );
    const imported = await decide('import', file, '--json');
    expect(imported.code, imported.stderr).toBe(0);
    const { added, ...rest } = JSON.parse(imported.stdout) as { added: string[] };
    expect(rest).toMatchObject({ lines: 2, unknown: 1, rejected: [{ line: 4, text: 'bad line' }] });
    expect((await runHere(['ingest', papers, '--store', store])).code).toBe(0);
    expect((await decide('export')).stdout).toBe('label\treplace by\ngradient boosting\trandom forest\n');
    for (const id of added) await decide('remove', id);
  });

  it('refuses what is no decision, before anything is written', async () => {
    const bad = await write(
      'bad.jsonl',
      '{"action": "stop", "form": "x"}\n{"action": "burn", "form": "x"}\n',
    );
    const refused = await decide('add', bad, '--json');
    expect(refused.code).toBe(2);
    expect(JSON.parse(refused.stdout).error.message).toContain('decision 2');
    expect((await decide('add', await write('text.json', 'no JSON at all'))).code).toBe(2);
    expect((await decide('add', await write('empty.json', '[]'))).code).toBe(2);
    expect((await decide('add')).code).toBe(2);
    expect((await decide('remove')).code).toBe(2);
    expect((await decide('remove', 'unheard-of')).code).toBe(2);
    expect((await decide('ponder')).code).toBe(2);
    expect(JSON.parse((await decide('list', '--json')).stdout)).toEqual({ decisions: [] });
  });
});
