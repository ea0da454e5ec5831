import fc from 'fast-check';
import { expect, it } from 'vitest';
import { extractRecords, type RecordExtraction, type TextRecord } from '../../ingest/extract-records.ts';

const words = (text: string): string[] => text.split(' ');

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

it('says the same of a record wherever in the file it stands', async () => {
  const subjects = words(
    'parsing vision speech robots proteins markets weather music traffic grammar physics privacy',
  );
  const things = words(
    'tensor kernel lattice wavelet spline token pixel phoneme packet tariff glacier quark',
  );
  const texts = subjects.flatMap((subject, i) =>
    things.slice(0, 4).map((_, k) => {
      const [one, other] = [things[(i + k) % things.length]!, things[(i * 5 + k * 7) % things.length]!];
      const meaning = (i + k) % 2 === 0 ? 'Sparse Autoencoders (SAE)' : 'Stochastic Algebra Engines (SAE)';
      return `We train ${meaning} on ${subject} data with a ${one} embedding and the ${other} transform.`;
    }),
  );
  const silent = subjects.map((subject, i) => {
    const [one, other] = [things[i]!, things[(i * 5) % things.length]!];
    return `The SAE is applied to ${subject} data with a ${one} embedding, the ${other} transform and ${subject} loss.`;
  });
  const records = [...texts, ...silent].map((abstract, i) => ({ id: `r${i}`, title: null, abstract }));
  const told = async (rotation: number) => {
    const found = await extract(...records.slice(rotation), ...records.slice(0, rotation));
    return found.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  };
  const first = await told(0);
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: records.length - 1 }), async (rotation) => {
      expect(await told(rotation)).toEqual(first);
    }),
    { seed: 6, numRuns: 8 },
  );
});
