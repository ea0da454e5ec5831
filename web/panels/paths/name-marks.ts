/** Where names stand in a sentence. Pure. */
import type { Mark } from '../../components/segments.ts';

const LETTER = /[\p{L}\p{N}]/u;

/** Each place of each name as a whole word, whatever its capitals; the payload is the index of the name. */
export function nameMarks(sentence: string, names: readonly string[]): Mark<number>[] {
  const text = sentence.toLowerCase();
  // NOTE: a few letters change their length with their case; places would be wrong then.
  if (text.length !== sentence.length) return [];
  const marks: Mark<number>[] = [];
  const byLength = names.map((name, payload) => ({ name: name.toLowerCase(), payload }));
  byLength.sort((one, other) => other.name.length - one.name.length);
  for (const { name, payload } of byLength) {
    if (name === '') continue;
    for (let start = text.indexOf(name); start >= 0; start = text.indexOf(name, start + 1)) {
      const end = start + name.length;
      const whole = !LETTER.test(text[start - 1] ?? '') && !LETTER.test(text[end] ?? '');
      if (whole && marks.every((mark) => end <= mark.start || start >= mark.end))
        marks.push({ start, end, payload });
    }
  }
  return marks.sort((one, other) => one.start - other.start);
}
