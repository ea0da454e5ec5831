/** Plurals that no rule gives. */
const IRREGULAR = new Map(
  (
    'analyses analysis|hypotheses hypothesis|theses thesis|syntheses synthesis|diagnoses diagnosis|crises crisis|' +
    'parentheses parenthesis|ellipses ellipsis|prognoses prognosis|bases base|axes axis|biases bias|lenses lens|' +
    'gases gas|aliases alias|atlases atlas|canvases canvas|viruses virus|statuses status|bonuses bonus|' +
    'buses bus|focuses focus|corpuses corpus|campuses campus|stimuluses stimulus|quizzes quiz|' +
    'matrices matrix|indices index|vertices vertex|vortices vortex|appendices appendix|simplices simplex|' +
    'cortices cortex|helices helix|codices codex|cervices cervix|' +
    'corpora corpus|genera genus|criteria criterion|phenomena phenomenon|automata automaton|polyhedra polyhedron|' +
    'datum data|spectra spectrum|optima optimum|minima minimum|maxima maximum|extrema extremum|momenta momentum|' +
    'quanta quantum|strata stratum|curricula curriculum|memoranda memorandum|bacteria bacterium|mitochondria mitochondrion|' +
    'stimuli stimulus|nuclei nucleus|loci locus|foci focus|radii radius|fungi fungus|syllabi syllabus|' +
    'formulae formula|larvae larva|antennae antenna|algae alga|lemmata lemma|schemata schema|stigmata stigma|' +
    'children child|men man|women woman|mice mouse|feet foot|teeth tooth|geese goose|' +
    'leaves leaf|halves half|wolves wolf|lives life|knives knife|shelves shelf|selves self|wives wife|' +
    'caches cache|niches niche|headaches headache|shoes shoe|toes toe|canoes canoe|' +
    'movies movie|cookies cookie|zombies zombie|calories calorie|ties tie|pies pie|lies lie|' +
    'areas area|ideas idea|cameras camera|schemas schema|formulas formula|personas persona|agendas agenda|' +
    'deltas delta|sigmas sigma|gammas gamma|lambdas lambda|quotas quota|dilemmas dilemma|lemmas lemma|' +
    'arenas arena|antennas antenna|sagas saga|pandas pandas|metas meta|betas beta|dramas drama|operas opera|' +
    'oases oasis|emphases emphasis|metastases metastasis'
  )
    .split('|')
    .map((pair) => pair.split(' ') as [string, string]),
);

/** Words that end like a plural and are none. */
const SINGULAR = new Set(
  (
    'news cosmos ethos pathos kudos bayes gauss corps does ' + 'always perhaps towards besides yes macos'
  ).split(' '),
);

/** Endings of singular words: class, corpus, basis, physics, Texas, logitlens, timeseries. */
const NO_PLURAL = /(?:ss|us|is|ics|as|lens|series|species|chaos)$/;

const MIN_LENGTH = 4;

/** The singular of a lower-case English noun; the word itself when it is no plural that the rules know. */
export function singular(word: string): string {
  const irregular = IRREGULAR.get(word);
  if (irregular !== undefined) return irregular;
  if (word.length < MIN_LENGTH || !word.endsWith('s') || SINGULAR.has(word) || NO_PLURAL.test(word))
    return word;
  if (/[^aeiou]ies$/.test(word)) return `${word.slice(0, -3)}y`;
  if (/(?:[ao]lys|[on]thes)es$/.test(word)) return `${word.slice(0, -2)}is`;
  if (/(?:ss|ch|sh|x|zz|[^aeiou]o)es$/.test(word)) return word.slice(0, -2);
  return word.slice(0, -1);
}
