import { expect, it } from 'vitest';
import { extractRecords, type RecordExtraction, type TextRecord } from '../../ingest/extract-records.ts';

async function extract(...records: TextRecord[]): Promise<RecordExtraction[]> {
  const found: RecordExtraction[] = [];
  for await (const one of extractRecords(records)) found.push(one);
  return found;
}

const record: TextRecord = {
  id: 'a',
  title: 'Beam search for 𝔘nicode parsing',
  abstract:
    'Parsing is old. We use beam search for dependency parsing. Beam search outperforms greedy decoding.',
};

it('gives relations with their sentence, in code points of title and abstract', async () => {
  const [found] = await extract(record);
  const points = Array.from(`${record.title}\n${record.abstract}`);
  const { entities, relations } = found!;
  for (const { start, end, text } of entities) expect(points.slice(start, end).join('')).toBe(text);
  const used = relations.find(({ type, to }) => type === 'USED_FOR' && to === 'dependency parsing');
  expect(used).toMatchObject({ from: expect.stringMatching(/^beam search$/i) });
  expect(used?.sentence).toBe('We use beam search for dependency parsing.');
  for (const { sentence, start, end, confidence } of relations) {
    expect(points.slice(start, end).join('')).toBe(sentence);
    expect(confidence > 0 && confidence <= 1).toBe(true);
  }
  const names = found!.concepts.map(({ name }) => name);
  for (const { from, to } of relations) expect(names).toEqual(expect.arrayContaining([from, to]));
});

it('begins with what the record is about, in concepts and keyphrases alike', async () => {
  const [found] = await extract(record);
  const { concepts, keyphrases } = found!;
  expect(keyphrases).toHaveLength(concepts.length);
  expect(keyphrases[0]).toMatch(/beam search/i);
  concepts.forEach(({ surfaces, salience }, i) => {
    expect(surfaces).toContain(keyphrases[i]);
    expect(salience).toBeLessThanOrEqual(concepts[i - 1]?.salience ?? 1);
  });
});

it('is empty for a record without text', async () => {
  expect(await extract({ id: 'b', title: null, abstract: null })).toEqual([
    { id: 'b', entities: [], introduces: [], acronyms: [], concepts: [], relations: [], keyphrases: [] },
  ]);
});
