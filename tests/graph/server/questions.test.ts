import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerSchema, completionsSchema, statusSchema } from '../../../graph/contract.ts';
import { ask, rowsBehind } from './asking.ts';
import { appOn, openSeeded, type SeededStore } from './fixture.ts';

describe('plain questions over HTTP', () => {
  let seeded: SeededStore;
  let app: FastifyInstance;
  beforeAll(async () => {
    seeded = await openSeeded();
    app = await appOn(seeded.store);
  });
  afterAll(async () => {
    await app.close();
    await seeded.remove();
  });
  const answerTo = (question: string) => ask(app, `/api/ask?q=${encodeURIComponent(question)}`, answerSchema);

  it('are answered with papers, sentences, and Cypher that the console runs', async () => {
    const answer = await answerTo('Which papers mention node embedding since 2016?');
    expect(answer).toMatchObject({ status: 'answered', value: 2 });
    expect(answer.papers.map(({ id }) => id).sort()).toEqual(['p-biased', 'p-gcn']);
    expect(answer.citations.flat().map(({ sentence }) => sentence)).toContain(
      'It beats node embedding on citation data.',
    );
    expect(await rowsBehind(app, answer.cypher!)).toHaveLength(2);
    expect(answer.understood.text).toBe('List papers that mention node embedding and of 2016 or later.');
  });

  it('are refused honestly, and their words never become Cypher', async () => {
    expect(await answerTo('Which papers smell of cheese?')).toMatchObject({ status: 'cannot', cypher: null });
    const hostile = await answerTo('Which papers mention "x\'}) DETACH DELETE p //"?');
    expect(hostile).toMatchObject({ status: 'answered', value: 0, papers: [] });
    expect(hostile.cypher!.text).not.toContain('DETACH');
    expect((await app.inject(`/api/ask?q=${'a'.repeat(501)}`)).statusCode).toBe(400);
    expect((await app.inject('/api/ask')).statusCode).toBe(400);
    expect(
      (await answerTo(`Which papers mention ${'(.*)+ '.repeat(60)}node embedding?`)).status,
    ).toBeDefined();
  });

  it('are read by a model only where there is one, which the status names', async () => {
    const question = '/api/ask?q=How%20many%20papers%20mention%20node%20embedding%3F&by=model';
    expect((await ask(app, '/api/status', statusSchema)).questionModel).toBeNull();
    expect((await app.inject(question)).statusCode).toBe(403);
    const questionModel = { name: 'parrot-1', complete: async () => 'Polly wants a plan' };
    const other = await appOn(seeded.store, {}, { questionModel });
    expect((await ask(other, '/api/status', statusSchema)).questionModel).toEqual({ name: 'parrot-1' });
    const tags = await Promise.all(
      [app, other].map(async (one) => (await one.inject('/api/status')).headers.etag),
    );
    expect(tags[0]).not.toBe(tags[1]);
    const answer = await ask(other, question, answerSchema);
    expect(answer).toMatchObject({ status: 'answered', planner: 'words', model: null });
    expect(answer.message).toContain('parrot-1 wrote no plan');
    await other.close();
  });

  it('are completed as they are typed', async () => {
    const { completions } = await ask(
      app,
      '/api/ask/complete?q=Which%20papers%20use%20node',
      completionsSchema,
    );
    expect(completions[0]).toMatchObject({ question: 'Which papers use node embedding' });
  });
});
