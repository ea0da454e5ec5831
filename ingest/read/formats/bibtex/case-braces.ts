/** `{\"o}`, an accent with the braces around it, means the same as `\"{o}`. */
const BRACED_ACCENT = /\{\\(["'`^~=.])\s?([A-Za-z])\}/g;
/** What takes the braces after it as its argument. */
const TAKES_ARGUMENT = /(?:\\[A-Za-z]{1,40}\*?\s?|\\["'`^~=.]\s?|[\^_\]])$/;
const LOOK_BACK = 45;

/**
 * BibTeX's braces that keep capitals (`{BERT}`, `{S}tudy`, braces in braces) taken out; those that LaTeX needs
 * (arguments, groups with a command, anything in mathematics) stay.
 */
export function withoutCaseBraces(text: string): string {
  if (!text.includes('{')) return text;
  const source = text.replace(BRACED_ACCENT, '\\$1{$2}');
  const kept: string[] = [];
  /** For each open brace whether it stays. */
  const open: boolean[] = [];
  let inMath = false;
  /** Offset behind the last brace that closed a group which stays: what follows at once is its next argument. */
  let behindGroup = -1;
  for (let at = 0; at < source.length; at += 1) {
    const character = source[at]!;
    if (character === '\\') {
      kept.push(source.slice(at, at + 2));
      at += 1;
    } else if (character === '{') {
      const before = source.slice(Math.max(0, at - LOOK_BACK), at);
      const stays = inMath || source[at + 1] === '\\' || at === behindGroup || TAKES_ARGUMENT.test(before);
      open.push(stays);
      if (stays) kept.push(character);
    } else if (character === '}') {
      const stays = open.pop() ?? true;
      if (stays) kept.push(character);
      if (stays) behindGroup = at + 1;
    } else {
      if (character === '$') inMath = !inMath;
      kept.push(character);
    }
  }
  return kept.join('');
}
