/** Several statements in one text. Pure. */
import { tokensOf } from './tokens.ts';

export interface StatementPart {
  readonly text: string;
  /** Where it begins and ends in the whole, without space around it and the semicolon behind it. */
  readonly from: number;
  readonly to: number;
  /** Where the part of the whole begins and ends whose statement it is, with the semicolon. */
  readonly reach: readonly [number, number];
}

/** The statements, cut at semicolons that stand in no string, comment or backticks; without what is only comment. */
export function splitStatements(text: string): StatementPart[] {
  const parts: StatementPart[] = [];
  let reachFrom = 0;
  let from = -1;
  let to = -1;
  let says = false;
  const close = (end: number) => {
    if (says) parts.push({ text: text.slice(from, to), from, to, reach: [reachFrom, end] });
    reachFrom = end;
    from = -1;
    says = false;
  };
  for (const token of tokensOf(text)) {
    if (token.kind === 'sign' && text[token.from] === ';') close(token.to);
    else {
      if (from < 0) from = token.from;
      to = token.to;
      says ||= token.kind !== 'comment';
    }
  }
  close(text.length);
  return parts;
}

/** The statement that the cursor stands in or behind; null where there is none at all. */
export function statementAt(parts: readonly StatementPart[], position: number): StatementPart | null {
  return parts.find(({ reach }) => position <= reach[1]) ?? parts.at(-1) ?? null;
}

/** Names of the parameters that a text asks for, in order, each once. */
export function parametersIn(text: string): string[] {
  const names = tokensOf(text)
    .filter(({ kind }) => kind === 'parameter')
    .map(({ from, to }) =>
      text
        .slice(from + 1, to)
        .replace(/^`|`$/g, '')
        .replaceAll('``', '`'),
    );
  return [...new Set(names)];
}
