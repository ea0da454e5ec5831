import { z } from 'zod';
import { LacunaError } from '../../../graph/errors.ts';

const whole = (least: number, most: number) => z.coerce.number().int().min(least).max(most);
const money = z.coerce.number().min(0).max(1e9);

/**
 * Every setting of the language-model extractor. `LACUNA_LLM_` and the name in capitals sets it from the environment
 * (`timeoutMs`: `LACUNA_LLM_TIMEOUT_MS`). The key is not among the parsed settings, so that none is ever printed.
 */
const settingsSchema = z.object({
  /** Address of an OpenAI-compatible interface, with or without `/chat/completions` at its end. */
  url: z.string(),
  model: z.string().min(1).max(200),
  /** Price of a million tokens sent, and received, in the currency of your bill. */
  priceIn: money.nullable().default(null),
  priceOut: money.nullable().default(null),
  /** A run that is estimated to cost more asks first. */
  confirmAbove: money.default(0),
  /** Requests of one run, tries again included. */
  maxRequests: whole(1, 10_000_000).default(20_000),
  /** What one run may cost; needs both prices. */
  maxCost: money.nullable().default(null),
  /** Abstracts that are asked about at the same time. */
  concurrency: whole(1, 64).default(4),
  /** Milliseconds for one answer to arrive whole. */
  timeoutMs: whole(10, 3_600_000).default(120_000),
  /** Tries of one request, the first included. */
  attempts: whole(1, 20).default(4),
  /** Milliseconds before the second try; doubled before each further one. */
  backoffMs: whole(1, 600_000).default(1000),
  /** Longest wait before a try; a server that asks for a longer one is not asked again for this abstract. */
  maxWaitMs: whole(1, 3_600_000).default(60_000),
  /** So many abstracts in a row without an answer that can be used, whatever the reason, end the asking. */
  failuresInRow: whole(1, 1_000_000).default(10),
  /** Bytes of one answer, unpacked. */
  answerBytes: whole(1024, 67_108_864).default(1_048_576),
  /** Tokens that the model may write for one abstract. */
  answerTokens: whole(64, 1_000_000).default(4096),
  /** Given to the model with temperature 0; the same seed gives the same answer where the server can. */
  seed: whole(0, 2_147_483_647).default(1),
});

export type LlmSettings = Readonly<z.output<typeof settingsSchema>> & {
  /** The `Authorization` header, or null. A function, so that no print of the settings shows it. */
  readonly authorization: () => string | null;
};

/** The names of all settings but the key, in order. */
export const LLM_SETTING_NAMES = Object.keys(settingsSchema.shape) as (keyof z.output<
  typeof settingsSchema
>)[];

/** `timeoutMs`: `LACUNA_LLM_TIMEOUT_MS`. */
export const llmEnvironmentName = (setting: string): string =>
  `LACUNA_LLM_${setting.replace(/[A-Z]/g, (capital) => `_${capital}`).toUpperCase()}`;

const KEY_NAME = llmEnvironmentName('key');
const REQUIRED = ['url', 'model'] as const;
const CHAT_PATH = '/chat/completions';

/**
 * Settings from the environment. Throws `input` where one is missing or wrong; it names the variable and never its
 * value, which may hold a secret.
 */
export function parseLlmSettings(env: Readonly<Record<string, string | undefined>>): LlmSettings {
  const given: Record<string, string> = {};
  for (const name of LLM_SETTING_NAMES) {
    const value = env[llmEnvironmentName(name)]?.trim();
    if (value) given[name] = value;
  }
  for (const name of REQUIRED) {
    if (given[name] === undefined) throw wrong(name, 'is needed to ask a language model, and is not set');
  }
  const parsed = settingsSchema.safeParse(given);
  if (!parsed.success) throw wrong(String(parsed.error.issues[0]?.path[0]), 'is not of the right form');
  const { url, login } = parseAddress(parsed.data.url);
  const { maxCost, priceIn, priceOut } = parsed.data;
  if (maxCost !== null && (priceIn === null || priceOut === null)) {
    throw wrong('maxCost', 'needs LACUNA_LLM_PRICE_IN and LACUNA_LLM_PRICE_OUT');
  }
  const key = parseKey(env[KEY_NAME]);
  const header = key ? `Bearer ${key}` : login;
  return { ...parsed.data, url, authorization: () => header };
}

function wrong(name: string, what: string): LacunaError {
  const variable = llmEnvironmentName(name);
  return new LacunaError('input', `Setting ${variable} ${what}.`, { details: { setting: variable } });
}

/** The address without user and password, which become a header instead. */
function parseAddress(text: string): { url: string; login: string | null } {
  if (!URL.canParse(text)) throw wrong('url', 'is not an address such as http://127.0.0.1:8080/v1');
  const url = new URL(text);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw wrong('url', 'must be http or https');
  const login = url.username
    ? `Basic ${Buffer.from(`${decode(url.username)}:${decode(url.password)}`).toString('base64')}`
    : null;
  url.username = '';
  url.password = '';
  url.hash = '';
  const path = url.pathname.replace(/\/+$/, '');
  url.pathname = path.endsWith(CHAT_PATH) ? path : path + CHAT_PATH;
  return { url: url.href, login };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function parseKey(text: string | undefined): string | null {
  const key = text?.trim();
  if (!key) return null;
  // NOTE: fetch would name the whole header in its own complaint.
  if (!/^[\x21-\x7e]+$/.test(key)) throw wrong('key', 'holds characters that no key has');
  return key;
}
