import { type Token, tokenize } from './tokens.ts';

/** `A|B&!C` as a condition on a variable, in words that every Cypher has. */
export function labelCondition(variable: string, labels: string): string {
  const tokens = tokenize(labels);
  let index = 0;
  const peek = (): Token => tokens[index]!;
  const is = (symbol: string): boolean => peek().kind === 'symbol' && peek().text === symbol;
  const any = (): string => joined(all, ['|'], 'OR');
  const all = (): string => joined(one, ['&', ':'], 'AND');
  const joined = (read: () => string, symbols: string[], word: string): string => {
    const parts = [read()];
    while (symbols.some(is)) {
      index++;
      if (is(':')) index++;
      parts.push(read());
    }
    return parts.length === 1 ? parts[0]! : `(${parts.join(` ${word} `)})`;
  };
  const one = (): string => {
    const token = tokens[index++]!;
    if (token.text === '!' && token.kind === 'symbol') return `NOT ${one()}`;
    if (token.text === '%' && token.kind === 'symbol') return `size(labels(${variable})) > 0`;
    if (token.text === '(' && token.kind === 'symbol') {
      const inner = any();
      index++;
      return inner;
    }
    return `${variable}:${token.kind === 'name' ? `\`${token.text}\`` : token.text}`;
  };
  return any();
}
