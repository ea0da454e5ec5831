const MARKS = /[\u0300-\u036f]/g;
const NO_WORD = /[^\p{L}\p{N}]+/gu;

function plain(text: string): string {
  return text.normalize('NFKD').replace(MARKS, '').toLowerCase().replaceAll('ß', 'ss');
}

/** Letters and digits only, without case or accents: equal for spellings that differ in punctuation or spaces. */
export function foldText(text: string): string {
  return plain(text).replace(NO_WORD, '');
}

/** The words of a text, folded. */
export function foldedWords(text: string): string[] {
  return plain(text).split(NO_WORD).filter(Boolean);
}
