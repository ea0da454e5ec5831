/** Words that say nothing about which theme it is, alone or together. Singular. */
const ALWAYS = wordSet(`
  ability accuracy advance agreement aim algorithm analysis application approach architecture article
  aspect assumption author baseline behavior behaviour benchmark best better bound capability case
  challenge change characteristic choice class combination comparison complexity component concept
  condition consequence contribution corpus cost data dataset demonstration design detail development
  difference different difficulty direction domain effect effectiveness efficiency effort element
  environment error estimation evidence example experiment extension fact factor finding form formulation
  framework function gain goal good group high higher idea impact implementation importance improvement
  input insight instance issue kind large level limitation literature low lower mechanism method
  methodology metric model modeling modelling module nature new novel number observation obtain
  option order outcome output overview paper part pattern performance perspective phenomenon pipeline
  point potential principle problem procedure process program project property proposal purpose quality
  quantity question range rate reduction reference relationship research researcher resource result review
  role sample scale scenario scheme score section selection set setting setup significance simulation size
  small solution stage standard step strategy strength study subject success support survey table target
  task technique technology term topic trade-off tradeoff type understanding upper use value variant
  variation variety version view way weakness work year
`);

/** Words that say nothing alone, but make names: `in-context learning`, `state space`. Singular. */
const ALONE = wordSet(`
  code computation context evaluation feature field generalisation generalization information knowledge
  language learning machine measure memory network objective parameter practice prediction region relation
  search source space state structure system test theory time tool training user
`);

/** Words that say nothing alone, though two of them may: `action recognition`, `word alignment`. Singular. */
const BARE = wordSet(`
  action adaptation alignment annotation assignment attribute bias block boundary budget category cause
  center centre cluster coefficient collection confidence connection consistency constraint control
  convergence correlation count covariate curve decision degree dependence dependency dimension distance
  distribution diversity document edge entity equation evolution flexibility flow format fraction
  frequency hub human hypothesis inference initialization interaction interval iteration label layer
  length likelihood link loss map mapping matrix mean measurement modality mode motion node noise norm
  operation operator optimum pair path period perturbation policy population position power probability
  query ratio recognition representation response robustness rule sequence series shape shift signal
  similarity simplicity smoothness sparsity speed stability statistic stream sum surface symbol token
  trajectory transfer transform transformation transition trend unit update utility variable variance
  vector vertex weight word
`);

/** Whether a name, given as its words in lower case, says nothing about which theme it is. */
export function isGenericName(words: readonly string[]): boolean {
  if (words.every((word) => has(ALWAYS, word))) return true;
  return words.length === 1 && (has(ALONE, words[0]!) || has(BARE, words[0]!));
}

/** The same, and of names made of words that say nothing in most names: `training data`, `machine learning`. */
export function isBroadName(words: readonly string[]): boolean {
  return isGenericName(words) || words.every((word) => has(ALWAYS, word) || has(ALONE, word));
}

function wordSet(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/).filter(Boolean));
}

/** Plurals are tried in their singular. */
function has(set: ReadonlySet<string>, word: string): boolean {
  return (
    set.has(word) ||
    set.has(word.replace(/s$/, '')) ||
    set.has(word.replace(/es$/, '')) ||
    set.has(word.replace(/ies$/, 'y')) ||
    set.has(word.replace(/(?:ices|exes)$/, 'ex')) ||
    set.has(word.replace(/ices$/, 'ix'))
  );
}
