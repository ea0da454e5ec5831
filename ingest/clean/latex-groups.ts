/** Pairs of braces in a text, and which of them only group. */
export interface Groups {
  /** For each `{` the offset of its `}`; -1 for all else. */
  readonly match: Int32Array;
  /** 1 for each brace that groups or protects case, and so isn't text. */
  readonly silent: Uint8Array;
}

const OPEN = 0x7b;
const CLOSE = 0x7d;
const BACKSLASH = 0x5c;

/** In braces that a reader should see: sets, JSON, grammars. */
const TELLING = new Set([...',"|=;'].map((char) => char.charCodeAt(0)));

/**
 * Braces are silent after a command, after `_` or `^`, around a command, and where nothing between them looks
 * like a set or an object (a comma, quotes, a space behind the brace); unmatched ones are text.
 */
export function findGroups(source: string): Groups {
  const match = new Int32Array(source.length).fill(-1);
  const silent = new Uint8Array(source.length);
  const open: { at: number; telling: boolean }[] = [];
  for (let i = 0; i < source.length; i += 1) {
    const unit = source.charCodeAt(i);
    if (unit === BACKSLASH) i += 1;
    else if (unit === OPEN) open.push({ at: i, telling: source[i + 1] === ' ' });
    else if (unit === CLOSE) {
      const group = open.pop();
      if (!group) continue;
      match[group.at] = i;
      if (!group.telling || afterCommand(source, group.at) || source.charCodeAt(group.at + 1) === BACKSLASH) {
        silent[group.at] = 1;
        silent[i] = 1;
      }
    } else if (open.length > 0 && TELLING.has(unit)) open.at(-1)!.telling = true;
  }
  return { match, silent };
}

const LONGEST_COMMAND = 24;

/** Makes a group silent whatever is in it. */
export function silence(groups: Groups, open: number): void {
  groups.silent[open] = 1;
  groups.silent[groups.match[open]!] = 1;
}

function afterCommand(source: string, brace: number): boolean {
  const before = source[brace - 1];
  if (before === '_' || before === '^' || before === '}') return true;
  return /\\[a-zA-Z]+\s?$/.test(source.slice(Math.max(0, brace - LONGEST_COMMAND), brace));
}
