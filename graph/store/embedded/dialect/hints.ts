import type { Notice } from '../../store.ts';
import { type Token, tokenize } from './tokens.ts';

const KINDS = new Set(['INDEX', 'TEXT', 'RANGE', 'POINT', 'SCAN', 'JOIN']);

const isWord = (token: Token | undefined, word: string): boolean =>
  token?.kind === 'word' && token.text.toUpperCase() === word;

/** Blanks out `USING INDEX …` and its like, which only tell Neo4j how to search; places stay where they are. */
export function withoutHints(text: string): { text: string; notices: Notice[] } {
  const notices: Notice[] = [];
  if (!/\busing\b/i.test(text)) return { text, notices };
  const tokens = tokenize(text);
  let blanked = text;
  tokens.forEach((token, index) => {
    const kind = tokens[index + 1];
    if (!isWord(token, 'USING') || kind?.kind !== 'word' || !KINDS.has(kind.text.toUpperCase())) return;
    const { at } = token;
    const { end } = tokens[lastOf(tokens, index + 1)]!;
    blanked = blanked.slice(0, at) + ' '.repeat(end - at) + blanked.slice(end);
    const message = `The embedded engine chooses its indexes itself: ${text.slice(at, end)} is left out.`;
    notices.push({ kind: 'hint', message, offset: at });
  });
  return { text: blanked, notices };
}

/** Index of the last token of the hint whose kind stands at `index`. */
function lastOf(tokens: readonly Token[], index: number): number {
  if (isWord(tokens[index], 'SCAN')) return Math.min(index + 3, tokens.length - 1);
  if (isWord(tokens[index], 'JOIN')) {
    let last = index + 2;
    while (tokens[last + 1]?.text === ',') last += 2;
    return Math.min(last, tokens.length - 1);
  }
  const last = tokens.findIndex(({ kind, text }, at) => at > index && kind === 'symbol' && text === ')');
  return last < 0 ? tokens.length - 1 : last;
}
