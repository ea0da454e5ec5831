import type { ExtractorInput } from '../extractor.ts';
import { type ChatMessage, SYSTEM_PROMPT } from './prompt.ts';
import type { LlmSettings } from './settings.ts';

/** English text has about so many characters a token. */
const CHARACTERS_PER_TOKEN = 4;
/** An answer is taken to be twice as long as the text that it is about. */
const ANSWER_PER_TEXT = 2;
/** The frame of an answer, and of a request. */
const FRAME_TOKENS = 50;

export interface Usage {
  inputTokens: number;
  outputTokens: number;
}

export interface Estimate extends Usage {
  requests: number;
  /** In the currency of the prices; null where they are not known. */
  cost: number | null;
}

export const tokensOf = (characters: number): number => Math.ceil(characters / CHARACTERS_PER_TOKEN);

export function costOf(usage: Usage, settings: LlmSettings): number | null {
  const { priceIn, priceOut } = settings;
  if (priceIn === null || priceOut === null) return null;
  return (usage.inputTokens * priceIn + usage.outputTokens * priceOut) / 1e6;
}

/** The most that a request may take: all the tokens that its answer may have. */
export const mostOf = (messages: readonly ChatMessage[], settings: LlmSettings): Usage => ({
  inputTokens: tokensOf(messages.reduce((sum, { content }) => sum + content.length, 0)) + FRAME_TOKENS,
  outputTokens: settings.answerTokens,
});

/** Tokens of one request about a text of so many characters, before anything is known of it. */
function usageOf(characters: number, settings: LlmSettings): Usage {
  const text = tokensOf(characters);
  return {
    inputTokens: tokensOf(SYSTEM_PROMPT.length) + text + FRAME_TOKENS,
    outputTokens: Math.min(settings.answerTokens, text * ANSWER_PER_TEXT + FRAME_TOKENS),
  };
}

/** What it takes to ask about these documents once each: four characters a token, no tries again. */
export function estimateCost(inputs: Iterable<ExtractorInput>, settings: LlmSettings): Estimate {
  const total = { requests: 0, inputTokens: 0, outputTokens: 0 };
  for (const { title, abstract } of inputs) {
    const usage = usageOf((title?.length ?? 0) + (abstract?.length ?? 0), settings);
    total.requests += 1;
    total.inputTokens += usage.inputTokens;
    total.outputTokens += usage.outputTokens;
  }
  return { ...total, cost: costOf(total, settings) };
}
