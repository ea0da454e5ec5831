import { LacunaError } from '../../../errors.ts';
import { placeAt } from '../../place.ts';
import { lackIn } from './advice.ts';
import { nearest } from './near.ts';
import { type Token, tokenize } from './tokens.ts';

const CLAUSE_WORDS =
  'MATCH OPTIONAL WITH RETURN UNWIND CALL UNION WHERE ORDER BY SKIP LIMIT DISTINCT YIELD ASC DESC AS AND OR NOT IN CONTAINS STARTS ENDS'.split(
    ' ',
  );

const SYMBOLS: Readonly<Record<string, string>> = {
  LParen: '(',
  RParen: ')',
  LBracket: '[',
  RBracket: ']',
  LBrace: '{',
  RBrace: '}',
  Colon: ':',
  Comma: ',',
  Pipe: '|',
  Eq: '=',
  Minus: '-',
  Arrow: '->',
  Dot: '.',
};

/** What cannot be seen in a parser's words: of texts and comments that do not end, and of what the store lacks. */
export function plainFault(text: string): LacunaError | null {
  const broken = tokenize(text).find(({ kind }) => kind === 'broken');
  if (broken) {
    const comment = broken.text.startsWith('/*');
    const what = comment ? 'comment' : broken.text.startsWith('`') ? 'name' : 'text';
    const missing = comment ? '*/' : broken.text[0]!;
    return new LacunaError('input', `The ${what} that begins here does not end: a ${missing} is missing.`, {
      details: { ...placeAt(text, broken.at) },
    });
  }
  const lack = lackIn(text);
  if (!lack) return null;
  const { construct, advice, offset } = lack;
  return new LacunaError('input', `The embedded store has no ${construct}; ${advice}.`, {
    details: { construct, rewrite: advice, whole: 0, offset },
  });
}

/** A parser's complaint in words of Cypher. */
export function inPlainWords(error: LacunaError, text: string): string | null {
  const { offset } = error.details;
  const expected = /^(?:syntax error: )?Expected (.+?)\.?$/.exec(error.message)?.[1];
  if (expected === undefined || typeof offset !== 'number') return null;
  const tokens = tokenize(text);
  const index = tokens.findIndex(({ end, kind }) => end > offset || kind === 'end');
  const token = tokens[index]!;
  const [said, before] = [spoken(token), token.kind === 'end' ? 'at the end' : `before ${spoken(token)}`];
  const meant = token.kind === 'word' ? nearest(token.text.toUpperCase(), CLAUSE_WORDS) : null;
  if (meant && meant !== token.text.toUpperCase())
    return `${said} is not understood here; did you mean ${meant}?`;
  if (expected in SYMBOLS) return `A "${SYMBOLS[expected]}" is missing ${before}.`;
  if (expected === 'expression') return `A value is missing ${before}.`;
  if (expected === 'identifier') return `A name is missing ${before}.`;
  if (expected === 'end of query') return `${said} is not understood here.`;
  if (expected === 'a Cypher clause')
    return `A clause is expected here, as MATCH, WITH or RETURN; ${token.kind === 'end' ? 'there is none' : `${said} is none`}.`;
  return null;
}

const spoken = ({ kind, text }: Token): string => (kind === 'end' ? 'The end' : `“${text.slice(0, 40)}”`);
