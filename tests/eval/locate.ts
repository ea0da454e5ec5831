import { cutCodePoints } from './code-points.ts';

/** Every whole-word occurrence of the phrases, longest phrase first, without overlaps; offsets in code points. */
export function locatePhrases(text: string, phrases: readonly string[]): { start: number; end: number }[] {
  const lower = text.toLowerCase();
  const lengthOf = (phrase: string): number => cutCodePoints(phrase).length;
  const wanted = [...new Set(phrases.map((phrase) => phrase.trim()).filter(Boolean))].sort(
    (a, b) => lengthOf(b) - lengthOf(a) || (a < b ? -1 : 1),
  );
  const found: { start: number; end: number }[] = [];
  for (const phrase of wanted) {
    const body = phrase.toLowerCase().split(/\s+/).map(escapePattern).join('[\\s\\-]+');
    for (const match of lower.matchAll(new RegExp(`(?<![\\p{L}\\p{N}])${body}(?![\\p{L}\\p{N}])`, 'gu'))) {
      const start = lengthOf(lower.slice(0, match.index));
      const end = start + lengthOf(match[0]);
      if (found.every((other) => end <= other.start || start >= other.end)) found.push({ start, end });
    }
  }
  return found;
}

function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
