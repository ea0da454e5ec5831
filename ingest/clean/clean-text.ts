import type { CleanText } from '../record.ts';
import { hasLooseCharacters, tidyCharacters } from './characters.ts';
import { hasHtml, stripHtml } from './html.ts';
import { hasLatex, stripLatex } from './latex.ts';
import { identityMap, toOffsetMap } from './offset-map.ts';
import { hasRemnants, restoreRemnants } from './remnants.ts';
import { type Pass, runPass, type TrackedText, untouched } from './tracked-text.ts';

/** Rounds of all passes before what still looks like markup is taken out by force. */
const MAX_ROUNDS = 6;

const PASSES: readonly { readonly applies: (text: string) => boolean; readonly pass: Pass }[] = [
  { applies: hasHtml, pass: stripHtml },
  { applies: hasLatex, pass: stripLatex },
  { applies: hasLooseCharacters, pass: tidyCharacters },
  { applies: hasRemnants, pass: restoreRemnants },
];

/**
 * The text a reader would see, with a map back to the raw offsets. LaTeX, HTML, JATS, entities, mangled and
 * invisible characters are cleaned; a leading "Abstract:" is the reader's business. Cleaning clean text
 * changes nothing: markup inside markup (`&amp;lt;i&amp;gt;`) takes another round. Linear in the length.
 */
export function cleanText(raw: string): CleanText {
  const tracked = settle(untouchedIfClean(raw));
  if (!tracked) return { text: raw, map: identityMap(raw.length) };
  return { text: tracked.text, map: toOffsetMap(tracked, raw.length) };
}

const untouchedIfClean = (raw: string): TrackedText | null =>
  PASSES.some(({ applies }) => applies(raw)) ? untouched(raw) : null;

function settle(start: TrackedText | null): TrackedText | null {
  if (!start) return null;
  const settled = repeat(start);
  return settled.stable ? settled.tracked : repeat(runPass(settled.tracked, dropMarkup)).tracked;
}

function repeat(start: TrackedText): { tracked: TrackedText; stable: boolean } {
  let tracked = start;
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const before = tracked.text;
    for (const { applies, pass } of PASSES) {
      if (!applies(tracked.text)) continue;
      const passed = runPass(tracked, pass);
      if (passed.text !== tracked.text) tracked = passed;
    }
    if (tracked.text === before) return { tracked, stable: true };
  }
  return { tracked, stable: false };
}

/** The last resort for text that goes on unfolding: no markup character is left, so nothing can. */
const dropMarkup: Pass = (source, out) => {
  for (let i = 0; i < source.length; i += 1) {
    if (!'\\{}$<>&`~'.includes(source[i]!)) out.push(source.charCodeAt(i), i);
  }
};
