import { isReserved } from './quoted.ts';
import type { Token } from './tokens.ts';

/** Puts names that the engine takes for words of its own into backticks; `back` tells where something stood before. */
export function withQuotedNames(
  text: string,
  names: readonly Token[],
): { text: string; back: (offset: number) => number } {
  const reserved = names.filter((name) => isReserved(name.text)).toSorted((a, b) => a.at - b.at);
  let [quoted, from] = ['', 0];
  for (const { at, end } of reserved) {
    quoted += `${text.slice(from, at)}\`${text.slice(at, end)}\``;
    from = end;
  }
  return {
    text: quoted + text.slice(from),
    back: (offset) => {
      let before = offset;
      for (const { at, end } of reserved) {
        if (before > at) before -= before > end ? 2 : 1;
      }
      return before;
    },
  };
}
