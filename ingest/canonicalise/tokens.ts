import { american } from './american.ts';
import { singular } from './singular.ts';

/** Longest surface that can be a concept, in UTF-16 code units. */
export const MAX_SURFACE_LENGTH = 160;

/** Longer surfaces are no short forms. */
export const MAX_SHORT_LENGTH = 24;

/** Letters; digits with what is glued behind them (`4o`, `7B`, `3.1`); signs that tell names apart (C++, A*). */
const TOKEN = /\p{L}[\p{L}\p{M}]*|\p{N}+(?:[.,]\p{N}+)*[\p{L}\p{M}]*|(?<=[\p{L}\p{N}])[+#*]+/gu;

const POSSESSIVE = /['’]s(?![\p{L}\p{N}])/gu;

const GREEK: Record<string, string> = {
  α: 'alpha',
  β: 'beta',
  γ: 'gamma',
  δ: 'delta',
  ε: 'epsilon',
  θ: 'theta',
  κ: 'kappa',
  λ: 'lambda',
  μ: 'mu',
  π: 'pi',
  ρ: 'rho',
  σ: 'sigma',
  τ: 'tau',
  φ: 'phi',
  χ: 'chi',
  ψ: 'psi',
  ω: 'omega',
  Σ: 'sigma',
  Ω: 'omega',
  Δ: 'delta',
  Γ: 'gamma',
};

/** The tokens of a surface form in their own case: `Llama-2-7B` is Llama, 2, 7B; `GPT4o` is GPT, 4o. */
export function tokensOf(surface: string): string[] {
  const plain = surface.normalize('NFKC').replace(POSSESSIVE, '').slice(0, MAX_SURFACE_LENGTH);
  return (plain.match(TOKEN) ?? []).map((token) => (Object.hasOwn(GREEK, token) ? GREEK[token]! : token));
}

/**
 * Tokens without anything between them, so that auto-encoder, auto encoder and autoencoder are one; only two
 * numbers keep a bar, so that Llama 2 7B isn't Llama 27B.
 */
export function joined(tokens: readonly string[]): string {
  let text = '';
  for (const token of tokens) text += /^\p{N}/u.test(token) && /\p{N}$/u.test(text) ? `|${token}` : token;
  return text;
}

/** Behind these a noun phrase has its head: mixtures *of* experts. */
export const PREPOSITIONS = new Set('of in for with from to on by under over via at'.split(' '));

/** `LLMs`, `VAEs`: a short form with a plural s. */
const PLURAL_CAPITALS = /^(\p{Lu}[\p{L}]*\p{Lu})s$/u;

/** The tokens with nouns that can be heads in the singular; others keep their case. */
export function inSingular(tokens: readonly string[]): string[] {
  return tokens.map((token, i) => {
    const next = tokens[i + 1];
    const isHead = next === undefined || PREPOSITIONS.has(next.toLowerCase()) || !/\p{L}/u.test(next);
    if (!isHead || isCapitals(token)) return token;
    const capitals = PLURAL_CAPITALS.exec(token);
    if (capitals) return capitals[1]!;
    const lower = token.toLowerCase();
    const one = singular(lower);
    return one === lower ? token : one;
  });
}

/** The same in lower case. */
export const singularTokens = (tokens: readonly string[]): string[] =>
  inSingular(tokens).map((token) => token.toLowerCase());

const isCapitals = (token: string): boolean => token.length > 1 && token === token.toUpperCase();

/** A surface form step by step towards its key; each step is one reason for two forms to be the same. */
export interface Steps {
  /** Lower case, single spaces. */
  readonly case: string;
  /** Without hyphens and spaces. */
  readonly hyphen: string;
  /** Heads in the singular. */
  readonly plural: string;
  /** American spelling. */
  readonly spelling: string;
}

export function stepsOf(surface: string): Steps {
  const tokens = tokensOf(surface);
  const singulars = singularTokens(tokens);
  return {
    case: surface.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim(),
    hyphen: joined(tokens).toLowerCase(),
    plural: joined(singulars),
    spelling: joined(singulars.map(american)),
  };
}

/** The key of a form by its spelling alone: the last of its steps. */
export const spellingKey = (tokens: readonly string[]): string =>
  joined(singularTokens(tokens).map(american));

const MIN_CAPITALS = 2;
const MAX_CAPITALS = 7;

/**
 * Whether a form is one word in capitals, as names and short forms are written: FACT, MATH, RAG, LLMs. Longer
 * ones are words that shout.
 */
export function isCapitalName(tokens: readonly string[]): boolean {
  const [token = ''] = tokens;
  if (tokens.length !== 1) return false;
  const bare = PLURAL_CAPITALS.exec(token)?.[1] ?? token;
  return bare.length >= MIN_CAPITALS && bare.length <= MAX_CAPITALS && /^\p{Lu}+$/u.test(bare);
}

/** A short form as the acronym table knows it: `LLMs` is LLM, `RNN-T` is RNNT. Case counts: mAP isn't MAP. */
export function shortKey(tokens: readonly string[]): string {
  const last = tokens.at(-1) ?? '';
  const bare = PLURAL_CAPITALS.exec(last)?.[1];
  return joined(bare === undefined ? tokens : [...tokens.slice(0, -1), bare]);
}

/** Whether a token has two capitals or more, as short forms do. */
export const looksShort = (token: string): boolean => /\p{Lu}.*\p{Lu}/u.test(token);
