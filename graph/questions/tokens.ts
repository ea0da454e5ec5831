export interface Token {
  /** As it was typed. */
  text: string;
  /** Folded: small letters without accents. */
  word: string;
  /** Where it stands in the question, in UTF-16 code units. */
  start: number;
  end: number;
  /** Number of the quotation that it stands in, from 0; null outside quotes. */
  quote: number | null;
  /** A comma, semicolon or colon stands before it. */
  afterComma: boolean;
}

const WORD = /[\p{L}\p{N}](?:[\p{L}\p{N}+#]|[-.'’/&](?=[\p{L}\p{N}]))*/gu;
const QUOTED =
  /"([^"]+)"|“([^”]+)”|«([^»]+)»|(?<![\p{L}\p{N}])['‘]([^'’]+(?:['’](?=\p{L})[^'’]+)*)['’](?![\p{L}\p{N}])/gu;

/** Case and accents set aside. */
export const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** The words of a question with their places; hyphens and dots inside a word stay. */
export function tokenise(question: string): Token[] {
  const quotes = [...question.matchAll(QUOTED)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  let last = 0;
  return [...question.matchAll(WORD)].map((match) => {
    const start = match.index;
    const end = start + match[0].length;
    const quote = quotes.findIndex((range) => range.start <= start && end <= range.end);
    const afterComma = /[,;:]/.test(question.slice(last, start));
    last = end;
    const text = match[0].replace(/['’]s$/, '');
    return {
      text,
      word: fold(text).replaceAll('’', "'"),
      start,
      end,
      quote: quote < 0 ? null : quote,
      afterComma,
    };
  });
}
