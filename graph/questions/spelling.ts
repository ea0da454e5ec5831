/** British and American spellings of one word. */

const PLAIN = /[\\^$.*+?()[\]{}|]/g;

/** A text as a regular expression that only it fits. */
export const literal = (text: string): string => text.replace(PLAIN, '\\$&');

const OUR = /(behavi|col|fav|neighb|lab|hon|flav|harb|vig|hum)ou?r/g;
const ISE = /([iy])[sz](e|es|ed|ing|er|ers|ations?|able)$/;
const DOUBLED = /(model|label|travel|signal|channel|cancel|level|tunnel)l?(ed|ing|ers?)$/;
const RE = /(cent|fib|met|theat)(?:re|er)$/;
/** `rise` and `noise` are spelt in one way. */
const LEAST_ISE = 7;

/** The American spelling of a folded word; the same for both spellings, which is all that it promises. */
export function american(word: string): string {
  const plain = word.replace(OUR, '$1or').replace(DOUBLED, '$1$2').replace(RE, '$1er');
  return plain.length >= LEAST_ISE ? plain.replace(ISE, '$1z$2') : plain;
}

/** A regular expression that fits both spellings of a folded word. */
export function spelt(word: string): string {
  const plain = literal(word).replace(OUR, '$1ou?r').replace(DOUBLED, '$1l?$2').replace(RE, '$1(?:er|re)');
  return word.length >= LEAST_ISE ? plain.replace(ISE, '$1[sz]$2') : plain;
}
