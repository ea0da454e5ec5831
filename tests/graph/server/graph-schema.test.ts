import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type GraphSchema, graphSchemaSchema } from '../../../graph/contract.ts';
import type { StoreReader } from '../../../graph/store/store.ts';
import { describeStores } from '../../support/stores.ts';
import { appOn, CONCEPTS, MENTIONS, openSeeded, PAPERS } from './fixture.ts';

describeStores('the schema of the graph', (factory) => {
  let store: StoreReader;
  let remove: () => Promise<void>;
  let app: FastifyInstance;
  let schema: GraphSchema;
  let tag: string;

  beforeAll(async () => {
    ({ store, remove } = await openSeeded(factory));
    app = await appOn(store);
    const answer = await app.inject('/api/schema');
    expect(answer.statusCode, answer.body).toBe(200);
    schema = graphSchemaSchema.parse(answer.json());
    tag = String(answer.headers.etag);
  });
  afterAll(async () => {
    await app.close();
    await remove();
  });

  const typesOf = (properties: GraphSchema['labels'][number]['properties']) =>
    Object.fromEntries(properties.map(({ key, types }) => [key, types]));

  it('counts labels and tells what they have', () => {
    expect(schema.store).toBe(store.kind);
    const labels = new Map(schema.labels.map((label) => [label.name, label]));
    expect(labels.get('Paper')?.count).toBe(PAPERS.length);
    expect(labels.get('Concept')?.count).toBe(CONCEPTS.length);
    expect(labels.get('Method')?.count).toBe(CONCEPTS.filter(({ kind }) => kind === 'Method').length);
    expect(typesOf(labels.get('Paper')!.properties)).toMatchObject({
      id: ['String'],
      title: ['String'],
      year: ['Integer'],
    });
    expect(typesOf(labels.get('Concept')!.properties)).toMatchObject({ aliases: ['List<String>'] });
    expect(schema.labels.map(({ count }) => count)).toEqual(
      schema.labels.map(({ count }) => count).toSorted((a, b) => b - a),
    );
  });

  it('counts relations and tells what they go between', () => {
    const mentions = schema.relations.find(({ name }) => name === 'MENTIONS')!;
    expect(mentions.count).toBe(MENTIONS.length);
    expect(mentions.between).toContainEqual({ from: 'Paper', to: 'Concept' });
    expect(mentions.between).not.toContainEqual({ from: 'Concept', to: 'Paper' });
    expect(typesOf(mentions.properties)).toMatchObject({
      salience: ['Float', 'Integer'],
      spans: ['List<String>'],
    });
  });

  it('names what the console lets through, and nothing else', () => {
    const names = (of: GraphSchema['functions']) => of.map(({ name }) => name);
    expect(names(schema.functions)).toEqual(expect.arrayContaining(['count', 'coalesce', 'toLower', 'date']));
    expect(names(schema.procedures)).toContain('db.labels');
    expect(names(schema.procedures).join(' ')).not.toMatch(/create|drop|listConfig|awaitIndex|kill/i);
    for (const { name, signature } of schema.functions) expect(signature).toContain(name);
  });

  it('is the same until the graph changes', async () => {
    const again = await app.inject({ url: '/api/schema', headers: { 'if-none-match': tag } });
    expect(again.statusCode).toBe(304);
  });
});
