import type { TextSource } from '../reader.ts';

export interface Line {
  readonly text: string;
  /** Physical line, from 1. */
  readonly number: number;
  /** Longer than the limit; `text` is its beginning. */
  readonly cut: boolean;
}

/** The lines of a text, without their ends; of a line over the limit only the beginning. */
export async function* readLines(source: TextSource, longest: number): AsyncGenerator<Line> {
  let number = 1;
  let rest = '';
  let cut = false;
  const add = (part: string): void => {
    if (rest.length + part.length > longest) cut = true;
    if (rest.length < longest) rest += part.slice(0, longest - rest.length);
  };
  for await (const chunk of source.text()) {
    let from = 0;
    for (let at = chunk.indexOf('\n'); at >= 0; at = chunk.indexOf('\n', from)) {
      add(chunk.slice(from, at));
      yield { text: rest, number, cut };
      number += 1;
      rest = '';
      cut = false;
      from = at + 1;
    }
    add(chunk.slice(from));
  }
  if (rest) yield { text: rest, number, cut };
}

export const isBlank = (text: string): boolean => !/\S/.test(text);

/** Why an entry with a cut line is rejected. */
export const cutReason = (longest: number): string =>
  `a line is longer than ${longest} characters (limit lineCharacters)`;
