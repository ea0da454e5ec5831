import type { Token } from './tokens.ts';

export const YEAR = /^(?:1[89]|20)\d\d$/;

/** Years that the beginning of these tokens tells; null as an end where it is open. */
export interface Years {
  /** Number of tokens. */
  length: number;
  from: number | null;
  to: number | null;
}

interface Span {
  length: number;
  from: number;
  to: number;
}

const RANGE = /^((?:1[89]|20)\d\d)[-–/]((?:1[89]|20)\d\d)$/;
const TO = /^(?:to|until|till|through)$/;
const DECADES = 'twenties thirties forties fifties sixties seventies eighties nineties'.split(' ');

/** `2017`, `2015-2017`, `between 2015 and 2017`, `from 2015 on`, `before the 1990s`. */
export function yearsAt(tokens: readonly Token[]): Years | null {
  const word = (i: number): string => tokens[i]?.word ?? '';
  const range = RANGE.exec(word(0));
  if (range) return { length: 1, from: Number(range[1]), to: Number(range[2]) };
  const alone = yearAt(tokens, 0);
  const preposition =
    /^(?:between|from|since|starting|after|before|until|till|through|to|in|during|of|by)$/.test(word(0));
  const at = alone ? 0 : /^(?:in|from)$/.test(word(1)) && word(0) === 'starting' ? 2 : 1;
  const first = alone ?? (preposition ? yearAt(tokens, at) : null);
  if (!first) return null;
  const next = at + first.length;
  const joined = word(0) === 'between' ? /^and$/ : TO;
  const second = joined.test(word(next)) ? yearAt(tokens, next + 1) : null;
  if (second && /^(?:between|from)$|^\d/.test(word(0)))
    return {
      length: next + 1 + second.length,
      from: Math.min(first.from, second.from),
      to: Math.max(first.to, second.to),
    };
  const behind = `${word(next)} ${word(next + 1)}`;
  const within = alone !== null || /^(?:from|in|of|during)$/.test(word(0));
  if (within && /^(?:or|and) (?:later|after|newer|onwards?|up)$/.test(behind))
    return { length: next + 2, from: first.from, to: null };
  if (within && /^(?:or|and) (?:earlier|before|older)$/.test(behind))
    return { length: next + 2, from: null, to: first.to };
  if (within && /^(?:onwards?|upwards?|on)$/.test(word(next)) && isOnwards(tokens, next))
    return { length: next + 1, from: first.from, to: null };
  return withPreposition(alone ? '' : word(0), first, next);
}

function withPreposition(word: string, { from, to }: Span, length: number): Years | null {
  if (/^(?:since|starting)$/.test(word)) return { length, from, to: null };
  if (word === 'after') return { length, from: to + 1, to: null };
  if (word === 'before') return { length, from: null, to: from - 1 };
  if (/^(?:until|till|through|to|by)$/.test(word)) return { length, from: null, to };
  return word === 'between' ? null : { length, from, to };
}

/** `from 2015 on`, and not `from 2015 on transformers`. */
const isOnwards = (tokens: readonly Token[], at: number): boolean => {
  const next = tokens[at + 1];
  return (
    tokens[at]!.word !== 'on' ||
    next === undefined ||
    next.afterComma ||
    /^(?:that|which|mention|mentions|use|uses|introduce|introduces|are|about)$/.test(next.word)
  );
};

/** `2017`, `the year 3000`, `the 1990s`, `’90s`, `the nineties`. */
function yearAt(tokens: readonly Token[], at: number): Span | null {
  let here = at;
  if (tokens[here]?.word === 'the') here += 1;
  const isTold = /^years?$/.test(tokens[here]?.word ?? '');
  const { word = '', quote = null } = tokens[isTold ? here + 1 : here] ?? {};
  if (quote !== null) return null;
  const length = here - at + (isTold ? 2 : 1);
  if (isTold) return /^\d{4}$/.test(word) ? { length, from: Number(word), to: Number(word) } : null;
  if (here === at && YEAR.test(word)) return { length, from: Number(word), to: Number(word) };
  const decade = /^((?:1[89]|20)?\d0)['’]?s$/.exec(word)?.[1];
  const named = here > at ? DECADES.indexOf(word) : -1;
  if (decade === undefined ? named < 0 : decade.length < 4 && here === at) return null;
  const from =
    decade === undefined ? 1920 + 10 * named : decade.length === 4 ? Number(decade) : century(Number(decade));
  return { length, from, to: from + 9 };
}

/** Two figures of a decade are of the last century but for those of this one that have begun: `’90s`, `’10s`. */
const century = (decade: number): number => (decade < 30 ? 2000 : 1900) + decade;
