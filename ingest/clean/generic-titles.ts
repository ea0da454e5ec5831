import { foldText } from './fold-text.ts';

/** Fewer words than this say too little to tell papers apart. */
const MIN_TELLING_WORDS = 3;

const GENERIC = new Set(
  [
    'about the authors',
    'author index',
    'book review',
    'call for papers',
    'comment on',
    'editor s note',
    'editors note',
    'from the editor',
    'from the editors',
    'guest editors introduction',
    'in this issue',
    'instructions for authors',
    'introduction to the special issue',
    'introduction to the special section',
    'letter from the editor',
    'letter to the editor',
    'letters to the editor',
    'list of reviewers',
    'message from the chairs',
    'message from the editor',
    'message from the program chairs',
    'notes on contributors',
    'response to reviewers',
    'table of contents',
    'the authors reply',
    'title not available',
    'no title available',
    'subject index',
    'news and views',
  ].map(foldText),
);

/** Whether different papers may well bear this title: "Editorial", "Table of Contents", anything very short. */
export function isGenericTitle(title: string): boolean {
  const words = title.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  // Scripts without spaces write a whole title as one word.
  const spaceless = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]{6}/u.test(title);
  return (words.length < MIN_TELLING_WORDS && !spaceless) || GENERIC.has(foldText(title));
}
