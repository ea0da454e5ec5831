const MAX_CHARACTERS = 200;

/** A stranger's words, short and on one line, safe to print. */
export const shown = (text: string): string =>
  text
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim()
    .slice(0, MAX_CHARACTERS);
