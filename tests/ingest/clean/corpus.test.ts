import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { cleanText } from '../../../ingest/clean/clean-text.ts';
import { toDocument } from '../../../ingest/clean/document.ts';
import { PaperIndex } from '../../../ingest/clean/paper-index.ts';
import type { RawRecord } from '../../../ingest/record.ts';
import { describeShared, sharedPath } from '../../support/shared.ts';

const SEEDS = ['000_50183c715c445556.txt', '001_877a7abd51f30dd1.txt', '003_560043061fe9d83b.txt'];

/** The seeds read by the facts of their gold, without our readers. */
function seedRecords(): RawRecord[] {
  return SEEDS.flatMap((file) => {
    const lines = readFileSync(sharedPath('corpus', 'seeds', file)!, 'utf8').split('\n');
    const paged = file.startsWith('003');
    const records: RawRecord[] = [];
    for (let i = paged ? 2 : 0; i < lines.length; i += paged ? 2 : 1) {
      if (!lines[i]) continue;
      const text = paged
        ? { title: lines[i]!.replace(/^Subscribe/, ''), abstract: lines[i + 1]! }
        : { abstract: lines[i]!.replace(/^Abstract:/, '') };
      records.push({ file, line: i + 1, entry: records.length + 1, ...text });
    }
    return records;
  });
}

describeShared('the seed documents', () => {
  const indexed = (records: readonly RawRecord[]): PaperIndex => {
    const index = new PaperIndex();
    for (const record of records) index.add(toDocument(record).document!);
    return index;
  };

  it('hold 227 entries and 225 papers, with the two twins of the gold', () => {
    const records = seedRecords();
    expect(records).toHaveLength(227);
    const index = indexed(records);
    expect(index.size).toBe(225);
    const twins = [...index.papers()].map(({ sources }) => sources).filter(({ length }) => length > 1);
    const shown = twins.map((sources) => sources.map((s) => s.replace(/_.*#/, '#'))).sort();
    expect(shown).toEqual([
      ['000#8', '001#5'],
      ['000#9', '001#6'],
    ]);
    expect([...indexed(records.toReversed()).papers()].map(({ id }) => id).sort()).toEqual(
      [...index.papers()].map(({ id }) => id).sort(),
    );
  });

  it('come clean of every oddity in the gold', () => {
    const text = seedRecords()
      .flatMap(({ title, abstract }) => [title ?? '', abstract ?? ''])
      .map((raw) => cleanText(raw).text);
    for (const remnant of [
      /\\/,
      /``|''/,
      /x20\d\d/,
      /\bsim\d/,
      /\dtimes\b/,
      /leq/,
      /\$\S+\$/,
      /rightarrow/,
    ]) {
      expect(text.filter((line) => remnant.test(line))).toEqual([]);
    }
    const all = text.join('\n');
    for (const restored of [
      'cross-tuning',
      'open-ended—models',
      'naïve',
      '~100',
      '3× smaller',
      '≤1B',
      '[MASK]tokens',
    ]) {
      expect(all).toContain(restored);
    }
    expect(all).toContain('R^2 score');
    expect(all).toContain('10^13-10^15 FLOPs');
  });
});

describeShared('19,310 papers', () => {
  it('are cleaned and indexed, and none is taken for another', () => {
    const lines = gunzipSync(readFileSync(sharedPath('corpus', 'ml-papers.jsonl.gz')!))
      .toString('utf8')
      .trimEnd()
      .split('\n');
    const records = lines.map((json, i): RawRecord => {
      const { title, abstract, year, venue, authors } = JSON.parse(json) as Required<RawRecord>;
      return { file: 'corpus', line: i + 1, entry: i + 1, title, abstract, year, venue, authors };
    });
    const documents = records.map((record) => toDocument(record).document!);
    const index = new PaperIndex();
    let similar = 0;
    for (const document of documents) if (index.add(document).reason === 'similar') similar += 1;
    console.info(`${index.size} papers of ${documents.length}, ${similar} by similar abstract`);
    expect(index.size).toBeGreaterThan(0.995 * documents.length);
  });
});
