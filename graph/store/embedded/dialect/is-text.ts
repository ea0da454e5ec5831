/** Cypher that is true of text and false of all else, null too: STARTS WITH is null of what is no text. */
export const isText = (expression: string): string => `coalesce(${expression} STARTS WITH '', false)`;
