/** Where in the editor a failure of the server is. Pure. */
import type { ApiFailure } from '../../../api.ts';
import type { Problem } from '../editor/language-messages.ts';
import type { StatementPart } from '../text/statements.ts';
import { tokensOf } from '../text/tokens.ts';

const whole = (value: string | number | undefined): number | null =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : null;

/** UTF-16 code units from the beginning of a statement; null where the failure names no place in it. */
function offsetIn(text: string, { offset, line, column }: ApiFailure['details']): number | null {
  const direct = whole(offset);
  if (direct !== null) return direct < text.length ? direct : null;
  const [row, place] = [whole(line), whole(column)];
  if (row === null || place === null || row < 1) return null;
  const lines = text.split('\n');
  const before = lines.slice(0, row - 1).join('\n').length + (row > 1 ? 1 : 0);
  const at = before + Math.max(0, place - 1);
  return row <= lines.length && at < text.length ? at : null;
}

/** What is to be underlined: the token at the place that the failure names. */
export function failurePlace(part: StatementPart, failure: ApiFailure): Problem | null {
  const at = offsetIn(part.text, failure.details);
  if (at === null) return null;
  const token = tokensOf(part.text).find(({ from, to }) => at >= from && at < to);
  return {
    from: part.from + (token?.from ?? at),
    to: part.from + (token?.to ?? at + 1),
    severity: 'error',
    message: failure.message,
  };
}
