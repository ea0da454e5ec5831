import { afterEach, describe, expect, it } from 'vitest';
import { extractAll, papers, settingsFor } from './documents.ts';
import { fail, type StubHandler, type StubServer, say, startStub } from './stub-server.ts';

let stub: StubServer;
afterEach(() => stub.close());

async function serve(handler: StubHandler): Promise<StubServer> {
  stub = await startStub(handler);
  return stub;
}

const kernelAnswer = { mentions: [{ surface: 'graph kernel', kind: 'Method' }] };
const withRefusal = { choices: [{ finish_reason: 'stop', message: { content: null, refusal: 'No.' } }] };

describe('a language model that is asked no more', () => {
  it('is left alone once nothing came of it so many times, or its key is wrong', async () => {
    const { url, requests } = await serve((_, response, at) => fail(response, at < 100 ? 500 : 401));
    const more = { LACUNA_LLM_FAILURES_IN_ROW: '3', LACUNA_LLM_ATTEMPTS: '1', LACUNA_LLM_CONCURRENCY: '1' };
    const first = await extractAll(papers(20), settingsFor(url, more));
    expect(first.extractor.report().fellBack).toEqual({ 'server error': 3, 'given up': 17 });
    expect(requests).toHaveLength(3);
    requests.length = 100;
    const second = await extractAll(papers(20), settingsFor(url, more));
    expect(second.extractor.report().fellBack).toEqual({ 'request refused': 20 });
    expect(requests).toHaveLength(101);
  });

  it.each<[why: string, reason: string, handler: StubHandler]>([
    ['every request is refused', 'request refused', (_, response) => fail(response, 400)],
    ['no answer can be used', 'refusal', (_, response) => say(response, '', withRefusal)],
    ['it only invents', 'empty answer', (_, response) => say(response, { mentions: [{ surface: 'x' }] })],
  ])('is left alone where %s', async (_, reason, handler) => {
    const { url, requests } = await serve(handler);
    const more = { LACUNA_LLM_FAILURES_IN_ROW: '3', LACUNA_LLM_CONCURRENCY: '1' };
    const { extractor } = await extractAll(papers(9), settingsFor(url, more));
    expect(extractor.report().fellBack).toEqual({ [reason]: 3, 'given up': 6 });
    expect(requests).toHaveLength(3);
  });

  it('is left alone where there is no money left', async () => {
    const { url, requests } = await serve((_, response) => fail(response, 402));
    const { extractor } = await extractAll(papers(5), settingsFor(url, { LACUNA_LLM_CONCURRENCY: '1' }));
    expect(extractor.report().fellBack).toEqual({ 'request refused': 5 });
    expect(requests).toHaveLength(1);
  });

  it('never costs more than it may, however long it answers', async () => {
    const { url, requests } = await serve((_, response) => {
      setTimeout(
        () => say(response, kernelAnswer, { usage: { prompt_tokens: 900, completion_tokens: 4000 } }),
        10,
      );
    });
    const more = {
      LACUNA_LLM_PRICE_IN: '0',
      LACUNA_LLM_PRICE_OUT: '10',
      LACUNA_LLM_MAX_COST: '0.1',
      LACUNA_LLM_CONCURRENCY: '8',
    };
    const { extractor } = await extractAll(papers(20), settingsFor(url, more));
    const { spent, fellBack } = extractor.report();
    // 4000 tokens told are 0.04 each; 4096, which an answer may have, are 0.041.
    expect(spent.cost).toBeCloseTo(0.08, 10);
    expect(fellBack).toEqual({ 'budget spent': 18 });
    expect(requests).toHaveLength(2);
  });

  it('is asked no more once the requests or the money are spent', async () => {
    const { url, requests } = await serve((_, response) => say(response, kernelAnswer));
    const prices = { LACUNA_LLM_PRICE_IN: '1', LACUNA_LLM_PRICE_OUT: '10', LACUNA_LLM_CONCURRENCY: '1' };
    const few = await extractAll(papers(9), settingsFor(url, { ...prices, LACUNA_LLM_MAX_REQUESTS: '4' }));
    expect(few.extractor.report()).toMatchObject({ answered: 4, fellBack: { 'budget spent': 5 } });
    requests.length = 0;
    // An answer is told to cost 900 * 1 + 100 * 10 millionths.
    const cheap = await extractAll(
      papers(9),
      settingsFor(url, { ...prices, LACUNA_LLM_MAX_COST: '0.0068', LACUNA_LLM_ANSWER_TOKENS: '100' }),
    );
    const { spent, answered, fellBack } = cheap.extractor.report();
    expect(answered).toBe(3);
    expect(fellBack).toEqual({ 'budget spent': 6 });
    expect(spent.cost).toBeCloseTo(0.0057, 10);
    expect(requests).toHaveLength(3);
  });
});
