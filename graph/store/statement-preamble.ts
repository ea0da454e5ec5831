import type { AskMode } from './store.ts';

export interface SplitStatement {
  /** The statement with comments and EXPLAIN, PROFILE or CYPHER before its first clause blanked out. */
  body: string;
  /** `5` or `25` when the statement began with `CYPHER 5` or `CYPHER 25`. */
  version: string | null;
  /** What it asks for itself; EXPLAIN outweighs PROFILE, since it keeps a statement from running. */
  mode: AskMode;
}

const COMMENT = /^(?:\/\/[^\n\r]*|\/\*[\s\S]*?(?:\*\/|$))/;
const EXPLAIN_OR_PROFILE = /^(?:EXPLAIN|PROFILE)(?![\w$])/i;
const CYPHER = /^CYPHER(?![\w$])/i;
const VERSION = /^\d+(?:\.\d+)?(?![\w$])/;
const OPTION = /^\w+\s*=\s*[\w-]+/;

/** What was asked for, in one way or the other. */
export function modeOf(asked: AskMode, said: AskMode): AskMode {
  const modes = [asked, said];
  return modes.find((mode) => mode === 'explain') ?? modes.find((mode) => mode === 'profile') ?? 'run';
}

/**
 * Takes off what stands before the first clause: a PROFILE left there would run the statement that the gate
 * only means to look at. Blanks keep its place, so positions in error messages stay true.
 */
export function splitPreamble(text: string): SplitStatement {
  let at = 0;
  let version: string | null = null;
  let inCypher = false;
  let mode: AskMode = 'run';
  for (;;) {
    at += /^[\s\u200b\ufeff]*/.exec(text.slice(at))![0].length;
    const rest = text.slice(at);
    const number = inCypher ? VERSION.exec(rest) : null;
    const found =
      COMMENT.exec(rest) ??
      EXPLAIN_OR_PROFILE.exec(rest) ??
      CYPHER.exec(rest) ??
      number ??
      (inCypher ? OPTION.exec(rest) : null);
    if (!found) break;
    if (number) version = number[0];
    if (CYPHER.test(found[0])) inCypher = true;
    if (EXPLAIN_OR_PROFILE.test(found[0])) mode = modeOf(mode, found[0].toLowerCase() as AskMode);
    at += found[0].length;
  }
  return { body: text.slice(0, at).replace(/[^\n\r]/g, ' ') + text.slice(at), version, mode };
}
