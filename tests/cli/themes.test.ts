import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GapsDocument } from '../../graph/analyse/gaps-document.ts';
import type { ThemesDocument } from '../../graph/analyse/themes-document.ts';
import { graphHash } from '../../graph/graph-hash.ts';
import { GAP_KINDS } from '../../graph/schema.ts';
import { openReader } from '../../graph/store/open.ts';
import { runHere, SAMPLE } from './program.ts';

let folder: string;
let store: string[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lacuna-themes-'));
  store = ['--store', `file:${folder}`];
  const { code, stderr } = await runHere(['start', SAMPLE, '--once', ...store]);
  expect(code, stderr).toBe(0);
});
afterAll(() => rm(folder, { recursive: true }));

async function json<Document>(...args: string[]): Promise<Document> {
  const { code, stdout, stderr } = await runHere([...args, ...store, '--json']);
  expect(code, stderr).toBe(0);
  return JSON.parse(stdout) as Document;
}

async function storedGraph(): Promise<string> {
  const reader = await openReader({ kind: 'embedded', folder });
  try {
    return await graphHash(reader);
  } finally {
    await reader.close();
  }
}

it('start back-tests what it ingested, and keeps why there is no record of so few papers', async () => {
  const { rows } = await json<{ rows: string[][] }>(
    'query',
    "MATCH (f:Finding {id: 'backtest'}) RETURN f.json",
  );
  const { record, refused } = JSON.parse(rows[0]![0]!) as { record: unknown; refused: string };
  expect(record).toBeNull();
  expect(refused).toMatch(/138 papers have a year, and at least 300 are needed/);
});

describe('lacuna themes', () => {
  it('prints what the analysis wrote: two levels, how steady, what changed, what was left out', async () => {
    const { themes, agreement, leftOut, algorithm, resolution, modularity } =
      await json<ThemesDocument>('themes');
    const coarse = themes.filter(({ level }) => level === 0);
    expect(coarse.length).toBeGreaterThan(3);
    for (const { parent, level } of themes) {
      expect(parent === null).toBe(level === 0);
      if (parent) expect(coarse.map(({ id }) => id)).toContain(parent);
    }
    for (const { stability, otherStability, centrality, density, quadrant } of coarse) {
      expect(stability).toBeGreaterThan(0);
      expect(stability).toBeLessThanOrEqual(1);
      expect(otherStability).toBeGreaterThan(0);
      expect(centrality).toBeGreaterThan(0);
      expect(density).toBeGreaterThan(0);
      expect(quadrant).not.toBeNull();
    }
    expect({ algorithm, resolution }).toEqual({ algorithm: 'louvain', resolution: 1 });
    expect(modularity).toBeGreaterThan(0.2);
    expect(agreement.map((of) => of.algorithm)).toEqual(['louvain', 'leiden']);
    for (const { runs, meanRand } of agreement) {
      expect(runs).toBe(20);
      expect(meanRand).toBeGreaterThan(0);
      expect(meanRand).toBeLessThanOrEqual(1);
    }
    expect(leftOut!.rare).toBeGreaterThan(100);
    const text = await runHere(['themes', ...store]);
    for (const { label } of coarse) expect(text.stdout).toContain(label);
  });

  it('shows what other settings would give, and writes nothing', async () => {
    const before = await storedGraph();
    const finer = await json<ThemesDocument>(
      'themes',
      '--resolution',
      '3',
      '--algorithm',
      'leiden',
      '--runs',
      '5',
    );
    const usual = await json<ThemesDocument>('themes');
    expect(finer).toMatchObject({ algorithm: 'leiden', resolution: 3 });
    expect(finer.agreement[0]).toMatchObject({ algorithm: 'leiden', runs: 5 });
    const count = (of: ThemesDocument): number => of.themes.filter(({ level }) => level === 0).length;
    expect(count(finer)).toBeGreaterThan(count(usual));
    expect(await storedGraph()).toBe(before);
  });

  it('refuses an algorithm, resolution or number of runs that cannot be', async () => {
    for (const args of [
      ['--algorithm', 'metis'],
      ['--resolution', '0'],
      ['--runs', '0'],
    ]) {
      const { code, stdout } = await runHere(['themes', ...store, ...args, '--json']);
      expect(code, args.join(' ')).toBe(2);
      expect(JSON.parse(stdout).error.code).toBe('input');
    }
  });
});

describe('lacuna gaps', () => {
  it('prints each kind with its definition, settings, what was left out, and evidence for and against', async () => {
    const { lists } = await json<GapsDocument>('gaps');
    expect(lists.map(({ kind }) => kind)).toEqual(GAP_KINDS);
    for (const { kind, definition, parameters, gaps } of lists) {
      for (const part of [definition.name, definition.meaning, definition.formula, definition.source]) {
        expect(part.length, kind).toBeGreaterThan(5);
      }
      expect(Object.keys(parameters).length, kind).toBeGreaterThan(2);
      gaps.forEach((gap, i) => {
        expect(gap.rank).toBe(i + 1);
        expect(gap.evidenceFor.length, gap.title).toBeGreaterThan(0);
        expect(gap.between.length, gap.title).toBeGreaterThan(0);
        if (i > 0) expect(gap.score).toBeLessThanOrEqual(gaps[i - 1]!.score);
      });
    }
    expect(lists.find(({ kind }) => kind === 'broker')!.gaps.length).toBeGreaterThan(0);
  });

  it('prints one kind, so many of it', async () => {
    const { lists } = await json<GapsDocument>('gaps', '--kind', 'broker', '--limit', '2');
    expect(lists.map(({ kind, gaps }) => [kind, gaps.length])).toEqual([['broker', 2]]);
    const text = await runHere(['gaps', '--kind', 'broker', ...store]);
    for (const { title } of lists[0]!.gaps) expect(text.stdout).toContain(title);
  });
});
