import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../../../graph/contract.ts';
import { ASK_LIMITS } from '../../../graph/questions/ask.ts';
import { askModel } from '../../../graph/questions/model/ask-model.ts';
import { readPlan } from '../../../graph/questions/model/read-plan.ts';
import { readVocabulary } from '../../../graph/questions/read-vocabulary.ts';
import { runOn } from '../../../graph/server/question-run.ts';
import { openQuestionModel } from '../../../ingest/cli/question-model.ts';
import { fail, type StubHandler, say, startStub } from '../../ingest/extract/llm/stub-server.ts';
import { openSeeded, type SeededStore } from '../server/fixture.ts';

const QUESTION = 'Which papers mention node embedding?';
const PLAN = { find: 'papers', where: { is: 'treats', how: 'mentions', target: 'node embedding' } };
const MINE = { LACUNA_LLM_MODEL: 'stub', LACUNA_LLM_ATTEMPTS: '1' };

describe('a language model that reads questions', () => {
  let seeded: SeededStore;
  beforeAll(async () => {
    seeded = await openSeeded();
  });
  afterAll(() => seeded.remove());

  /** Asks by way of a model that answers so. */
  async function askBy(
    handler: StubHandler,
    milliseconds = 20_000,
  ): Promise<{ answer: Answer; sent: string[] }> {
    const stub = await startStub(handler);
    try {
      const run = runOn(seeded.store, { readMs: 30_000 });
      const desk = { run, vocabulary: await readVocabulary(run), limits: ASK_LIMITS };
      const model = openQuestionModel({ ...MINE, LACUNA_LLM_URL: stub.url });
      const answer = await askModel(QUESTION, desk, model, AbortSignal.timeout(milliseconds));
      return { answer, sent: stub.requests.map(({ body }) => body.messages.at(-1)!.content) };
    } finally {
      await stub.close();
    }
  }

  it('writes the plan, and sums up what it cites', async () => {
    const { answer, sent } = await askBy((_, response, at) =>
      say(
        response,
        at === 0 ? PLAN : { summary: 'It is learnt from random walks [2]. A convolution beats it [3].' },
      ),
    );
    expect(answer).toMatchObject({ status: 'answered', planner: 'model', model: 'stub', value: 3 });
    expect(answer.cypher!.text).toContain('MATCH (p:Paper)');
    expect(sent[0]).toBe(JSON.stringify({ question: QUESTION }));
    const given = JSON.parse(sent[1]!) as { sentences: { number: number; sentence: string }[] };
    expect(answer.summary!.citations.map(({ number, sentence }) => ({ number, sentence }))).toEqual(
      given.sentences.filter(({ number }) => number > 1),
    );
  });

  it.each<[string, StubHandler]>([
    ['prose', (_, response) => say(response, 'I think there are three.')],
    ['Cypher', (_, response) => say(response, { find: 'cypher', text: 'MATCH (n) DETACH DELETE n' })],
    [
      'ids of its own',
      (_, response) =>
        say(response, {
          find: 'papers',
          where: {
            is: 'treats',
            how: 'mentions',
            target: { is: 'concept', ids: ['x'], name: 'x', forms: [] },
          },
        }),
    ],
    [
      'a plan without an end',
      (_, response) => say(response, `{"find":"papers","where":${'{"is":"not","of":'.repeat(4000)}`),
    ],
    [
      'a plan that is too deep',
      (_, response) =>
        say(response, `{"find":"papers","where":${'{"is":"not","of":'.repeat(60)}null${'}'.repeat(61)}`),
    ],
    [
      'a treatment of its own',
      (_, response) =>
        say(response, { find: 'papers', where: { is: 'treats', how: 'x) DETACH DELETE (p', target: 'x' } }),
    ],
    ['nothing', (_, response) => say(response, '')],
    ['an error', (_, response) => fail(response, 500)],
    ['a redirect', (_, response) => fail(response, 302, { location: 'http://127.0.0.1:9/' })],
    ['too much', (_, response) => say(response, 'x'.repeat(2_000_000))],
  ])('that answers with %s is not believed: the words are read', async (_, handler) => {
    const { answer } = await askBy(handler);
    expect(answer).toMatchObject({
      status: 'answered',
      planner: 'words',
      model: null,
      value: 3,
      summary: null,
    });
    expect(answer.message).toMatch(/stub (?:gave no answer|wrote no plan that can be used)/);
  });

  it('may name what it likes: names are only ever values', async () => {
    const name = "x'}) DETACH DELETE (p) //";
    const where = { is: 'treats', how: 'mentions', target: name };
    const { answer } = await askBy((_, response) => say(response, { find: 'papers', where }));
    expect(answer).toMatchObject({ planner: 'model', value: 0, rows: [], papers: [], summary: null });
    expect(answer.cypher!.text).not.toContain('DELETE');
  });

  it('that is slow is not waited for', async () => {
    const { answer } = await askBy(async (_, response) => {
      await sleep(30_000, undefined, { ref: false });
      say(response, PLAN);
    }, 200);
    expect(answer).toMatchObject({ status: 'answered', planner: 'words', value: 3 });
  });

  it.each([
    'Everybody knows it.',
    'It is learnt from random walks [2]. And it cures [9].',
    'It is learnt from random walks [2]. And it is old.',
    'It reaches 99.9% [2].',
    'See https://example.org [1].',
    'It is <b>bold</b> [1].',
  ])('whose summary the sentences do not bear out has none: %s', async (summary) => {
    const { answer } = await askBy((_, response, at) => say(response, at === 0 ? PLAN : { summary }));
    expect(answer).toMatchObject({ status: 'answered', planner: 'model', value: 3, summary: null });
  });

  it('may write every kind of plan', async () => {
    const vocabulary = await readVocabulary(runOn(seeded.store, { readMs: 30_000 }));
    const plans = [
      { find: 'concepts', kind: 'Method', where: PLAN.where, never: true },
      {
        find: 'years',
        where: { is: 'all', of: [PLAN.where, { is: 'years', from: 2010, to: null }] },
        edge: 'first',
      },
      { find: 'ties', between: ['node embedding', 'self-attention'] },
      { find: 'sayings', about: ['node embedding'], wants: ['definition'] },
      { find: 'difference', of: ['node embedding', 'graph convolution'] },
      { find: 'similar', to: 'Biased walks' },
      { find: 'gaps' },
      { find: 'ranking', kind: 'Method', top: { order: 'most', n: 1 } },
      { find: 'average', kind: null },
      { find: 'described', words: ['walks', 'skip-gram'] },
    ];
    for (const plan of plans)
      expect(readPlan(JSON.stringify(plan), vocabulary), plan.find).toMatchObject({ find: plan.find });
    expect(readPlan('```json\n{"find":"gaps"}\n```', vocabulary)).toMatchObject({ find: 'gaps' });
  });
});
