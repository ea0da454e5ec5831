/** Words that say nothing about which theme it is: a concept made of nothing else is no label. Singular. */
const GENERIC = `
  ability accuracy advance agreement aim algorithm analysis application approach architecture article aspect
  assumption author baseline behavior behaviour benchmark capability case challenge change characteristic
  choice class code combination comparison complexity component computation concept condition consequence
  context contribution corpus cost data dataset demonstration design detail development difference difficulty
  direction domain effect effectiveness efficiency effort element environment error estimation evaluation
  evidence example experiment extension fact factor feature field finding form formulation framework function
  generalization generalisation goal gain group higher idea impact implementation importance improvement
  information input insight instance issue kind knowledge large learning level limitation literature lower
  machine measure mechanism method methodology metric model modeling modelling module nature network novel new
  number objective observation obtain option order outcome output overview paper parameter part pattern
  performance perspective phenomenon pipeline point potential practice prediction principle problem procedure
  process program project property proposal purpose quality quantity question range rate reduction reference
  region relation relationship research researcher resource result review role sample scale scenario scheme
  score section selection set setting setup significance simulation size solution source space stage standard
  state step strategy strength structure study subject success support survey system table target task
  technique technology term test theory time tool topic trade-off tradeoff training type understanding use user
  value variant variation variety version view way weakness work year
`;

const WORDS: ReadonlySet<string> = new Set(GENERIC.split(/\s+/).filter(Boolean));

/** `word` in lower case; plurals are tried in their singular. */
export function isGenericWord(word: string): boolean {
  return WORDS.has(word) || WORDS.has(word.replace(/s$/, '')) || WORDS.has(word.replace(/ies$/, 'y'));
}
