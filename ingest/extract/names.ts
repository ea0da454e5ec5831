/** An acronym, a CamelCase or a numbered name: written as only names are. */
export function looksLikeName(text: string): boolean {
  return (
    /\p{Lu}.*\p{Lu}/u.test(text) || /\p{Ll}\p{Lu}/u.test(text) || (/^\p{Lu}/u.test(text) && /\d/.test(text))
  );
}
