import { messageOf } from '../../../graph/errors.ts';
import { cutReason, isBlank, readLines } from '../input/lines.ts';
import type { Draft, Reader, ReaderSettings } from '../reader.ts';
import { jsonFields } from './json/json-fields.ts';

/** JSON Lines: one object a line. */
export const readJsonLines: Reader = async function* (source, settings) {
  const { limits } = settings;
  for await (const line of readLines(source, limits.lineCharacters)) {
    if (isBlank(line.text)) continue;
    // RFC 7464 puts a record separator before each object.
    const text = line.text.startsWith('\u001e') ? line.text.slice(1) : line.text;
    yield line.cut
      ? { line: line.number, reason: cutReason(limits.lineCharacters) }
      : jsonDraft(text, line.number, settings);
  }
};

/** One entry's JSON as fields, or why it can't be used. */
export function jsonDraft(text: string, line: number, settings: ReaderSettings): Draft {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { line, reason: `not JSON: ${messageOf(error).slice(0, 200)}` };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { line, reason: 'not a JSON object' };
  }
  return { line, fields: jsonFields(value as Record<string, unknown>, settings.columns) };
}
