import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ConceptDetail, conceptSchema } from '../../../graph/contract.ts';
import { describeStores } from '../../support/stores.ts';
import { appOn, openSeeded } from './fixture.ts';

describeStores('a concept’s relations', (factory) => {
  let app: FastifyInstance;
  let remove: () => Promise<void>;

  beforeAll(async () => {
    const seeded = await openSeeded(factory);
    remove = seeded.remove;
    app = await appOn(seeded.store);
  });
  afterAll(async () => {
    await app.close();
    await remove();
  });

  async function get(id: string): Promise<ConceptDetail> {
    const answer = await app.inject(`/api/concepts/${id}`);
    expect(answer.statusCode, answer.body).toBe(200);
    return conceptSchema.parse(answer.json());
  }

  it('has what sentences state of it and others, with the sentence and both places', async () => {
    const walks = await get('c-walks');
    expect(
      walks.relations.map(({ type, direction, concept, papers }) => [type, direction, concept.id, papers]),
    ).toEqual([['USED_FOR', 'out', 'c-embedding', 2]]);
    const embedding = await get('c-embedding');
    const [relation] = embedding.relations;
    expect(relation).toMatchObject({ type: 'USED_FOR', direction: 'in', concept: { id: 'c-walks' } });
    expect(relation?.sentences.map(({ paper }) => paper.id)).toEqual(['p-biased', 'p-walks']);
    expect(relation?.sentences[1]?.sentence).toBe('We learn a node embedding from random walks.');
    for (const { sentence, self, other } of relation?.sentences ?? []) {
      expect(sentence.slice(self.start, self.end)).toBe('node embedding');
      expect(sentence.slice(other.start, other.end)).toBe('random walks');
    }
  });

  it('is compared with others either way', async () => {
    for (const [id, other] of [
      ['c-attention', 'c-convolution'],
      ['c-convolution', 'c-attention'],
    ] as const) {
      const { relations } = await get(id);
      const compared = relations.filter(({ type }) => type === 'COMPARED_WITH');
      expect(compared.map(({ direction, concept }) => [direction, concept.id])).toEqual([['both', other]]);
    }
  });
});
