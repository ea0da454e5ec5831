/** No concept has a longer name, in UTF-16 units; what is longer is garbage or hostile. */
export const MAX_NAME_LENGTH = 150;

/** Whether all is ASCII without a capital: most words are, and need no pattern. */
function isPlainLower(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > 127 || (code >= 65 && code <= 90)) return false;
  }
  return true;
}

/** An acronym, a CamelCase or a numbered name: written as only names are. */
export function looksLikeName(text: string): boolean {
  if (isPlainLower(text) || /^[$\\]|:\/\//.test(text)) return false;
  return (
    /\p{Lu}.*\p{Lu}/u.test(text) || /\p{Ll}\p{Lu}/u.test(text) || (/^\p{Lu}/u.test(text) && /\d/.test(text))
  );
}

const ADJECTIVAL =
  /(?:(?<!retriev|sign|propos|remov|surviv|apprais|approv|tri|go|interv|met|journ|materi|integr|polynomi|medic|anim)al|(?<!object|narrat|perspect|representat|incent|adject|arch)ive|(?<!log|traff|mus|top|metr|heurist|graph|arithmet|rhetor|rubr|crit|statist|pan|com|mos|fabr|trop)ic|ous|(?<!vari|t|c)able|ible|(?<!bound|diction|vocabul|libr|summ|advers|gloss|subsidi|comment)ary|(?<!hess|laplac|jacob|hamilton|lagrang|med|guard|music|politic)ian|human|free|based|level|horizon|modular|linear|convex|equivalent|uniform|minimax|agnostic|variant|monotone|infinite|finite|discrete|weakly|parallel|greedy|lazy)$/;

/** Whether a word is an adjective by its ending, whatever a tagger says. */
export function isAdjectival(lower: string): boolean {
  return ADJECTIVAL.test(lower);
}
