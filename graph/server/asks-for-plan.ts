const BLANK = /[\s\u200b\ufeff]+/y;
const COMMENT = /\/\/[^\n\r]*|\/\*[\s\S]*?(?:\*\/|$)/y;
/** `CYPHER 5 runtime=slotted` and `PROFILE` may stand before it. */
const PREFIX = /(?:CYPHER|PROFILE)(?![\w$])|\d+(?:\.\d+)?(?![\w$])|\w+\s*=\s*[\w-]+/iy;
const EXPLAIN = /EXPLAIN(?![\w$])/iy;

/** Whether a statement begins with EXPLAIN, which the stores would take off and run the rest. */
export function asksForPlan(statement: string): boolean {
  let at = 0;
  for (;;) {
    if (matchAt(EXPLAIN, statement, at) > 0) return true;
    const length = [BLANK, COMMENT, PREFIX].reduce(
      (sum, pattern) => sum || matchAt(pattern, statement, at),
      0,
    );
    if (length === 0) return false;
    at += length;
  }
}

function matchAt(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0].length ?? 0;
}
