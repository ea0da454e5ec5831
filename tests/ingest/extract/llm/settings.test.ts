import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { messageOf } from '../../../../graph/errors.ts';
import { estimateCost } from '../../../../ingest/extract/llm/estimate.ts';
import { SYSTEM_PROMPT } from '../../../../ingest/extract/llm/prompt.ts';
import { parseLlmSettings } from '../../../../ingest/extract/llm/settings.ts';
import { papers, SECRET, settingsFor } from './documents.ts';

const URL_HERE = 'http://127.0.0.1:8080/v1';
const parse = (more: Record<string, string>) =>
  parseLlmSettings({ LACUNA_LLM_URL: URL_HERE, LACUNA_LLM_MODEL: 'm', ...more });

describe('settings of the language model', () => {
  it('need an address and a model, and say so', () => {
    for (const [env, name] of [
      [{}, 'LACUNA_LLM_URL'],
      [{ LACUNA_LLM_URL: URL_HERE }, 'LACUNA_LLM_MODEL'],
    ] as const) {
      expect(() => parseLlmSettings(env)).toThrow(expect.objectContaining({ code: 'input' }));
      expect(() => parseLlmSettings(env)).toThrow(name);
    }
  });

  it.each([
    ['LACUNA_LLM_URL', 'file:///etc/passwd'],
    ['LACUNA_LLM_URL', 'ftp://user:pa55word@host/'],
    ['LACUNA_LLM_URL', 'no address'],
    ['LACUNA_LLM_KEY', 'pa55word\r\nx-more: 1'],
    ['LACUNA_LLM_CONCURRENCY', '0'],
    ['LACUNA_LLM_TIMEOUT_MS', 'soon'],
    ['LACUNA_LLM_PRICE_IN', '-1'],
    ['LACUNA_LLM_MAX_COST', '1'],
  ])('refuse %s=%s by its name, without its value', (name, value) => {
    try {
      parse({ [name]: value });
      expect.unreachable();
    } catch (error) {
      expect(error).toMatchObject({ code: 'input', details: { setting: name } });
      expect(messageOf(error)).toContain(name);
      expect(inspect(error, { depth: 9 })).not.toContain('pa55word');
    }
  });

  it('keep secrets out of everything that can be printed', () => {
    const settings = parse({ LACUNA_LLM_URL: 'https://ann:pa55word@host/v1/', LACUNA_LLM_KEY: SECRET });
    const printed = `${JSON.stringify(settings)} ${inspect(settings, { depth: 9, showHidden: true })}`;
    expect(printed).not.toContain(SECRET);
    expect(printed).not.toContain('pa55word');
    expect(settings.url).toBe('https://host/v1/chat/completions');
    expect(settings.authorization()).toBe(`Bearer ${SECRET}`);
    const login = parse({ LACUNA_LLM_URL: 'https://ann:pa%3A55@host/v1' }).authorization();
    expect(login).toBe(`Basic ${Buffer.from('ann:pa:55').toString('base64')}`);
    expect(parse({}).authorization()).toBeNull();
  });

  it('take an address with its end, and with a query', () => {
    expect(parse({ LACUNA_LLM_URL: 'http://h/v1/chat/completions?version=2' }).url).toBe(
      'http://h/v1/chat/completions?version=2',
    );
  });
});

describe('the estimate', () => {
  it('counts four characters a token, and nothing for nothing', () => {
    const prices = { LACUNA_LLM_PRICE_IN: '2', LACUNA_LLM_PRICE_OUT: '8' };
    const paper = { id: 'a', title: 't'.repeat(40), abstract: 'a'.repeat(1160) };
    const { requests, inputTokens, outputTokens, cost } = estimateCost(
      [paper],
      settingsFor(URL_HERE, prices),
    );
    expect(requests).toBe(1);
    expect(inputTokens).toBe(Math.ceil(SYSTEM_PROMPT.length / 4) + 300 + 50);
    expect(outputTokens).toBe(650);
    expect(cost).toBeCloseTo((inputTokens * 2 + 650 * 8) / 1e6, 12);
    expect(estimateCost([], settingsFor(URL_HERE, prices))).toEqual({
      requests: 0,
      inputTokens: 0,
      outputTokens: 0,
      cost: 0,
    });
  });

  it('knows no price that nobody gave', () => {
    expect(estimateCost(papers(3), settingsFor(URL_HERE)).cost).toBeNull();
    expect(estimateCost(papers(3), settingsFor(URL_HERE, { LACUNA_LLM_PRICE_IN: '1' })).cost).toBeNull();
  });
});
