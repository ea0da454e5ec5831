import { readingsOf, tokensOf } from '../statement-tokens.ts';

/**
 * Names with a dot in them that are called like `a.b(…)`, in lower case without quotes, wherever they stand
 * outside strings and comments. Unicode escapes are read both as text and as what they stand for, since the
 * versions of Cypher differ in that.
 */
export function namespacedCalls(text: string): string[] {
  return readingsOf(text).flatMap(callsIn);
}

function callsIn(text: string): string[] {
  const calls: string[] = [];
  let parts: string[] = [];
  let afterDot = false;
  for (const { token, kind } of tokensOf(text)) {
    if (kind === 'blank') continue;
    if (kind === 'name') {
      if (!afterDot) parts = [];
      parts.push(token.replaceAll('`', '').toLowerCase());
      afterDot = false;
    } else if (token === '.' && parts.length > 0 && !afterDot) {
      afterDot = true;
    } else {
      const name = parts.join('.');
      if (token === '(' && !afterDot && name.includes('.')) calls.push(name);
      parts = [];
      afterDot = false;
    }
  }
  return calls;
}
