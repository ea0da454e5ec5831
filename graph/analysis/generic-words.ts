/** Words that say nothing about which theme it is, alone or together. Singular. */
const ALWAYS = wordSet(`
  ability accuracy advance agreement aim algorithm analysis application approach architecture article
  aspect assumption author baseline behavior behaviour benchmark capability case challenge change
  characteristic choice class combination comparison complexity component concept condition consequence
  contribution corpus cost data dataset demonstration design detail development difference difficulty
  direction domain effect effectiveness efficiency effort element environment error estimation evidence
  example experiment extension fact factor finding form formulation framework function gain goal group
  higher idea impact implementation importance improvement input insight instance issue kind large level
  limitation literature lower mechanism method methodology metric model modeling modelling module nature
  new novel number observation obtain option order outcome output overview paper part pattern performance
  perspective phenomenon pipeline point potential principle problem procedure process program project
  property proposal purpose quality quantity question range rate reduction reference relationship research
  researcher resource result review role sample scale scenario scheme score section selection set setting
  setup significance simulation size solution stage standard step strategy strength study subject success
  support survey table target task technique technology term topic trade-off tradeoff type understanding
  use value variant variation variety version view way weakness work year
`);

/** Words that say nothing alone, but make names: `in-context learning`, `state space`. Singular. */
const ALONE = wordSet(`
  code computation context evaluation feature field generalization generalisation information knowledge
  language learning machine measure memory network objective parameter practice prediction region relation
  search source space state structure system test theory time tool training user
`);

/** Whether a name, given as its words in lower case, says nothing about which theme it is. */
export function isGenericName(words: readonly string[]): boolean {
  if (words.every((word) => has(ALWAYS, word))) return true;
  return words.length === 1 && has(ALONE, words[0]!);
}

function wordSet(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/).filter(Boolean));
}

/** Plurals are tried in their singular. */
function has(set: ReadonlySet<string>, word: string): boolean {
  return set.has(word) || set.has(word.replace(/s$/, '')) || set.has(word.replace(/ies$/, 'y'));
}
