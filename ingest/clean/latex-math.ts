/** Longest stretch between two `$` that is taken for mathematics. */
const MAX_MATH_LENGTH = 1000;
/** Between two `$` without any TeX, more words than this are prose about money. */
const MAX_PLAIN_WORDS = 3;

const DOLLAR = 0x24;

/**
 * Marks the `$` that delimit mathematics. Pandoc's rule: no white space inside the delimiters and no digit
 * after the closing one, unless something between them is plainly TeX. Linear: a `$` is looked at twice.
 */
export function findMath(source: string): Uint8Array {
  const delimiters = new Uint8Array(source.length);
  let open = nextDollar(source, 0);
  while (open >= 0) {
    if (source.charCodeAt(open + 1) === DOLLAR) {
      open = markDisplay(source, open, delimiters);
      continue;
    }
    const close = nextDollar(source, open + 1);
    if (close < 0) break;
    if (close - open <= MAX_MATH_LENGTH && isMath(source, open, close)) {
      delimiters[open] = 1;
      delimiters[close] = 1;
      open = nextDollar(source, close + 1);
    } else open = close;
  }
  return delimiters;
}

/** Marks `$$…$$` at `open`, if it is that; returns the next `$` to look at. */
function markDisplay(source: string, open: number, delimiters: Uint8Array): number {
  const close = source.indexOf('$$', open + 2);
  if (close <= open + 2 || close - open > MAX_MATH_LENGTH) return nextDollar(source, open + 2);
  delimiters.fill(1, open, open + 2);
  delimiters.fill(1, close, close + 2);
  return nextDollar(source, close + 2);
}

function nextDollar(source: string, from: number): number {
  let at = source.indexOf('$', from);
  while (at > 0 && source[at - 1] === '\\' && source[at - 2] !== '\\') at = source.indexOf('$', at + 1);
  return at;
}

function isMath(source: string, open: number, close: number): boolean {
  const inner = source.slice(open + 1, close);
  if (/\d/.test(source[close + 1] ?? '')) return false;
  if (/[\\^_{]/.test(inner)) return true;
  if (inner === '' || /^\s|\s$/.test(inner)) return false;
  return inner.split(/\s+/).length <= MAX_PLAIN_WORDS;
}
