import type { Finding } from './rule.ts';

/** The engine would answer otherwise; `text` is run in its place. */
export const replaced = (construct: string, message: string, text: string): Finding => ({
  kind: 'wrong',
  construct,
  message,
  text,
});

/** The engine would answer otherwise, and no replacement is surely the same. */
export const refused = (construct: string, message: string, advice: string): Finding => ({
  kind: 'wrong',
  construct,
  message,
  text: null,
  advice,
});

/** The engine does not understand it; `text` says the same in words that it does, null where there is only advice. */
export const lacking = (construct: string, advice: string, text: string | null = null): Finding => ({
  kind: 'lacking',
  construct,
  message: `it has no ${construct}`,
  text,
  advice,
});
