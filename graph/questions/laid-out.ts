const PIECE = /'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|`[^`]*`|[([{]|[)\]}]|\n|\w+|[\s\S]/g;
const CLAUSE = /^(?:MATCH|OPTIONAL|WHERE|WITH|RETURN|ORDER|LIMIT|UNWIND|CALL)$/;
const JOINT = /^(?:AND|OR)$/;
/** Words that begin a clause only where these don't stand before them. */
const PAIRS: Readonly<Record<string, string>> = { MATCH: 'OPTIONAL', WITH: 'STARTS' };
/** A condition goes on in the next line from here on. */
const WIDTH = 60;

/** A statement as a person would write it: a clause a line, long conditions broken. Only blanks differ. Pure. */
export function laidOut(statement: string): string {
  let text = '';
  let line = '';
  let depth = 0;
  let before = '';
  const next = (indent: string) => {
    if (line.trim() !== '') text += `${line.trimEnd()}\n`;
    line = indent;
  };
  for (const [piece] of statement.matchAll(PIECE)) {
    if (piece === '\n') {
      next('');
      before = '';
      continue;
    }
    if (/^[([{]$/.test(piece)) depth++;
    if (/^[)\]}]$/.test(piece)) depth--;
    if (depth === 0 && CLAUSE.test(piece) && before !== '' && PAIRS[piece] !== before) next('');
    else if (depth <= 1 && JOINT.test(piece) && line.length > WIDTH) next('  ');
    line += piece === ' ' && line.trim() === '' ? '' : piece;
    if (piece.trim() !== '') before = piece;
  }
  next('');
  return text.trimEnd();
}
