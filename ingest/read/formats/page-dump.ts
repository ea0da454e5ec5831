import { recordFields } from '../fields/record-fields.ts';
import { cutReason, isBlank, type Line, readLines } from '../input/lines.ts';
import type { Draft, Reader } from '../reader.ts';
import { isFurniture, withoutGluedButton } from './page-furniture.ts';
import { bare, endsSentence, LONGEST_TITLE } from './prose.ts';

const MIN_SHORT_ABSTRACT_WORDS = 15;

/** A web page's text: titles and abstracts by turns, one line each, with the page's own lines between. */
export const readPageDump: Reader = async function* (source, settings) {
  let title: Line | null = null;
  let furniture = false;
  let papers = 0;
  for await (const line of readLines(source, settings.limits.lineCharacters)) {
    if (isBlank(line.text)) continue;
    if (isFurniture(line.text)) {
      furniture = true;
    } else if (line.cut) {
      yield { line: title?.number ?? line.number, reason: cutReason(settings.limits.lineCharacters) };
      title = null;
    } else if (isAbstract(line.text, title)) {
      yield paper(title, line, papers === 0 && furniture);
      papers += 1;
      title = null;
    } else {
      // NOTE: before the first paper a stray line is the page's heading; later on it may be a paper, so it is told.
      if (title && papers > 0) yield alone(title);
      title = line;
    }
  }
  if (title) yield alone(title);
};

/** Long, or whole sentences under a shorter title. */
function isAbstract(text: string, title: Line | null): boolean {
  if (text.length > LONGEST_TITLE) return true;
  if (!title || text.length <= title.text.length) return false;
  return endsSentence(text) && text.split(' ').length >= MIN_SHORT_ABSTRACT_WORDS;
}

function paper(title: Line | null, abstract: Line, afterFurniture: boolean): Draft {
  const text = title ? bare(title.text) : null;
  return {
    line: title?.number ?? abstract.number,
    fields: recordFields({
      title: text && afterFurniture ? withoutGluedButton(text) : text,
      abstract: abstract.text,
    }),
  };
}

const alone = (line: Line): Draft => ({
  line: line.number,
  reason: `a short line with no abstract after it: "${line.text.trim().slice(0, 60)}"`,
});
