import { createHash } from 'node:crypto';
import { analyseFields } from '../analysed-field.ts';
import { extractBatch } from '../extract-batch.ts';
import type { Extraction, ExtractionSource, ExtractorInput } from '../extractor.ts';
import { DEFAULT_EXTRACTOR, loadExtractor } from '../extractor-module.ts';
import { parseAnswer } from './answer.ts';
import { Budget } from './budget.ts';
import { ChatClient } from './chat-client.ts';
import { CHECK_VERSION, type CheckedAnswer, checkAnswer, type Dropped } from './check-answer.ts';
import { type FailureReason, LlmFailure } from './failure.ts';
import { mapInOrder } from './in-order.ts';
import { PROMPT_VERSION, promptAgain, promptFor } from './prompt.ts';
import type { LlmSettings } from './settings.ts';

/** What became of the documents that the model was asked about in one run. */
export interface LlmReport {
  extractor: string;
  standIn: string;
  answered: number;
  /** Documents that the stand-in read instead, by reason. */
  fellBack: Partial<Record<FailureReason, number>>;
  /** What of the answers was not used, in items. */
  dropped: Dropped;
  /** Requests with tries again; tokens as the server counts them, else estimated. */
  spent: { requests: number; inputTokens: number; outputTokens: number; cost: number | null };
}

export interface LlmExtractor extends ExtractionSource {
  readonly name: string;
  readonly standIn: string;
  report(): LlmReport;
}

const MODEL_CHARACTERS = 60;

/** Model, wording, checks and all settings that change an answer: what an answer may be kept under. */
export function llmName(settings: LlmSettings): string {
  const { url, model, seed, answerTokens } = settings;
  const hash = createHash('sha256')
    .update(JSON.stringify([url, model, seed, answerTokens]))
    .digest('hex');
  return `llm-${model.slice(0, MODEL_CHARACTERS)}-${PROMPT_VERSION}.${CHECK_VERSION}-${hash.slice(0, 8)}`;
}

/**
 * Concepts by a language model behind an OpenAI-compatible `/chat/completions`. One document is one request; what an
 * answer claims is checked against the text. Where there is no usable answer the default extractor reads the document
 * and the extraction says so (`standIn`). Runs in this process: it waits more than it works.
 */
export function createLlmExtractor(settings: LlmSettings): LlmExtractor {
  const name = llmName(settings);
  const standIn = DEFAULT_EXTRACTOR.name;
  const budget = new Budget(settings);
  const client = new ChatClient(settings, budget);
  const fellBack: LlmReport['fellBack'] = {};
  const dropped: Dropped = { invented: 0, unknownKind: 0, relations: 0, malformed: 0 };
  let answered = 0;
  let failuresInRow = 0;
  /** Why nothing more is asked; null while the model is. */
  let ended: FailureReason | null = null;

  async function answerTo(input: ExtractorInput, signal: AbortSignal): Promise<CheckedAnswer> {
    const fields = analyseFields(input);
    const messages = promptFor(fields);
    const words = await client.ask(messages, signal).catch(noWords);
    const answer =
      parseAnswer(words) ??
      parseAnswer(await client.ask(promptAgain(messages, words), signal).catch(noWords));
    if (!answer) throw new LlmFailure('bad JSON');
    return checkAnswer(input.id, fields, answer);
  }

  async function readInstead(input: ExtractorInput, reason: FailureReason): Promise<Extraction> {
    fellBack[reason] = (fellBack[reason] ?? 0) + 1;
    const extractor = await loadExtractor(DEFAULT_EXTRACTOR.module);
    const [extraction] = await extractBatch(extractor, [input]);
    return { ...extraction!, standIn };
  }

  function note(failure: LlmFailure): void {
    failuresInRow += 1;
    if (failure.isFinal) ended ??= failure.reason;
    else if (failuresInRow >= settings.failuresInRow) ended ??= 'given up';
  }

  async function extractOne(input: ExtractorInput, signal: AbortSignal): Promise<Extraction> {
    signal.throwIfAborted();
    if (ended) return readInstead(input, ended);
    try {
      const checked = await answerTo(input, signal);
      for (const [what, count] of Object.entries(checked.dropped)) dropped[what as keyof Dropped] += count;
      if (isWorthless(checked)) throw new LlmFailure('empty answer');
      failuresInRow = 0;
      answered += 1;
      return checked.extraction;
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof LlmFailure)) throw error;
      note(error);
      return readInstead(input, error.reason);
    }
  }

  async function* extract(
    inputs: AsyncIterable<ExtractorInput> | Iterable<ExtractorInput>,
    signal?: AbortSignal,
  ): AsyncGenerator<Extraction[]> {
    const stop = new AbortController();
    const leave = (): void => stop.abort(signal?.reason);
    if (signal?.aborted) leave();
    signal?.addEventListener('abort', leave, { once: true });
    try {
      const extractions = mapInOrder(inputs, settings.concurrency, (input) => extractOne(input, stop.signal));
      for await (const extraction of extractions) yield [extraction];
    } finally {
      signal?.removeEventListener('abort', leave);
      // What is still under way is asked for nobody.
      stop.abort();
    }
  }

  return {
    name,
    standIn,
    extract,
    close: async () => {},
    report: () => ({ extractor: name, standIn, answered, fellBack, dropped, spent: budget.spent }),
  };
}

/** Words that are no JSON get a second chance; every other failure is what it is. */
function noWords(error: unknown): string {
  if (error instanceof LlmFailure && error.reason === 'bad JSON') return '';
  throw error;
}

/** Nothing is left of what it said. A model that says there is nothing has answered. */
const isWorthless = ({ extraction, dropped }: CheckedAnswer): boolean =>
  extraction.mentions.length === 0 && Object.values(dropped).some((count) => count > 0);
