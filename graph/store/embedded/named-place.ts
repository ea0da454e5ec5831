import { type Token, tokenize } from './dialect/tokens.ts';

/** Where in a statement stands what a complaint of the engine names without telling its place; null where that is not plain. */
export function namedPlace(message: string, text: string): number | null {
  for (const [pattern, stands] of KINDS) {
    const name = pattern.exec(message)?.[1];
    if (name === undefined) continue;
    const tokens = tokenize(text);
    const places = tokens.filter((token, i) => stands(token, name, tokens[i - 1], tokens[i + 1]));
    return places.length === 1 || pattern !== VARIABLE ? (places[0]?.at ?? null) : null;
  }
  return null;
}

type Stands = (token: Token, name: string, before: Token | undefined, after: Token | undefined) => boolean;

/** Of those there may be another of the same name that is known. */
const VARIABLE = /\bUndefined variable '(.+?)'/;
const KINDS: readonly (readonly [RegExp, Stands])[] = [
  [
    VARIABLE,
    ({ kind, text }, name, before, after) =>
      (kind === 'word' || kind === 'name') &&
      text === name &&
      !['.', ':', '|'].includes(before?.text ?? '') &&
      !['(', ':'].includes(after?.text ?? ''),
  ],
  [
    /\bUnknown function '(.+?)'/,
    ({ text }, name, _, after) => after?.text === '(' && text.toLowerCase() === name.toLowerCase(),
  ],
  [
    /\bunknown procedure '([^'.]+)/,
    ({ text }, name, before) => /^call$/i.test(before?.text ?? '') && text === name,
  ],
  [/\bMissing parameter: \$(.+)/, ({ kind, text }, name) => kind === 'parameter' && text === name],
];
