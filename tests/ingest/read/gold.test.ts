import { readFile } from 'node:fs/promises';
import { beforeAll, expect, it } from 'vitest';
import { detectFormat } from '../../../ingest/read/format.ts';
import type { RawRecord } from '../../../ingest/record.ts';
import { describeShared, sharedPath } from '../../support/shared.ts';
import { readAll, recordsOf } from './support.ts';

interface Gold {
  totals: { entries: number };
  papers_in_more_than_one_file: { id: string; also: string[]; lines: Record<string, number> }[];
  files: Record<
    string,
    { papers: number; paper_lines: number[] | string; weird: { line: number; id: string }[] }
  >;
}

describeShared('the seed documents against readers-gold.json', () => {
  let gold: Gold;
  const records = new Map<string, RawRecord[]>();

  beforeAll(async () => {
    gold = JSON.parse(await readFile(sharedPath('gold', 'readers-gold.json')!, 'utf8'));
    for (const name of Object.keys(gold.files)) {
      const items = await readAll(sharedPath('corpus', 'seeds', name)!);
      expect(items.filter(({ rejection }) => rejection)).toEqual([]);
      records.set(name.slice(0, 3), recordsOf(items));
    }
  });
  const byId = (id: string): RawRecord => records.get(id.slice(0, 3))![Number(id.slice(4)) - 1]!;

  it('hold the entries of gold, each on its line, numbered without a gap', () => {
    let total = 0;
    for (const [name, { papers, paper_lines: lines }] of Object.entries(gold.files)) {
      const found = records.get(name.slice(0, 3))!;
      total += found.length;
      expect(found.length).toBe(papers);
      expect(found.map(({ entry }) => entry)).toEqual(found.map((_, at) => at + 1));
      expect(found.map(({ file }) => file)).toEqual(found.map(() => name));
      const expected = Array.isArray(lines) ? lines : found.map((_, at) => 2 * at + 3);
      expect(found.map(({ line }) => line)).toEqual(expected);
    }
    expect(total).toBe(gold.totals.entries);
  });

  it('are told apart by content', async () => {
    const formats = [];
    for (const name of Object.keys(gold.files)) {
      const text = await readFile(sharedPath('corpus', 'seeds', name)!, 'utf8');
      formats.push(detectFormat(text.slice(0, 65_536), 'seed'));
    }
    expect(formats).toEqual(['abstracts', 'abstracts', 'page-dump']);
  });

  it('have titles in the page dump only, without the page around them', () => {
    const [bridges] = records.get('003')!;
    expect(bridges!.title).toMatch(/^Building Bridges, Not Walls/);
    for (const { title, abstract } of records.get('003')!) {
      expect(title!.length).toBeLessThanOrEqual(155);
      expect(abstract!.length).toBeGreaterThanOrEqual(645);
      expect(`${title}${abstract}`).not.toMatch(/trending papers|Subscribe/);
    }
    for (const { title, abstract } of [...records.get('000')!, ...records.get('001')!]) {
      expect(title).toBeUndefined();
      expect(abstract).not.toMatch(/^\s*Abstract/i);
    }
  });

  it('keep the raw text: twins equal to the letter, oddities untouched', () => {
    for (const { id, also, lines } of gold.papers_in_more_than_one_file) {
      for (const twin of also) {
        expect(byId(twin).abstract).toBe(byId(id).abstract);
        expect([byId(id).line, byId(twin).line]).toEqual([lines[id.slice(0, 3)], lines[twin.slice(0, 3)]]);
      }
    }
    expect(byId('000-0005').abstract).toContain('\\emph{cross-tuning}');
    expect(byId('003-0063').abstract).toContain('x2014');
    for (const { weird } of Object.values(gold.files)) {
      for (const { id, line } of weird) expect([byId(id).line, byId(id).line + 1]).toContain(line);
    }
  });

  it('mark as questions what gold says are questions', () => {
    const ids = records
      .get('003')!
      .filter(({ title }) => title!.includes('?'))
      .map(({ entry }) => `003-${String(entry).padStart(4, '0')}`);
    const { titles_with_question_mark: expected } = gold.files['003_560043061fe9d83b.txt'] as unknown as {
      titles_with_question_mark: string[];
    };
    expect(ids).toEqual(expected);
  });
});

describeShared('the large corpus', () => {
  it('is read whole', async () => {
    const items = await readAll(sharedPath('corpus', 'ml-papers.jsonl.gz')!);
    const records = recordsOf(items);
    expect([items.length, records.length]).toEqual([19_310, 19_310]);
    expect(records.every(({ title, abstract, id }) => title && abstract && id)).toBe(true);
    expect(records.at(-1)!.line).toBe(19_310);
  });
});
