/** Beginnings of words that say nearly the same of results; a question's word is there where one of its group is. */
const GROUPS: readonly string[] = [
  'gain improv increas boost better higher enhanc outperform rais',
  'accura score correct perform',
  'touch modif chang updat edit alter affect adjust interven',
  'cost price expens cheap budget',
  'fast speed accelerat latency effici time',
  'reduc decreas lower drop less fewer shrink cut',
  'cover span compris contain consist includ across encompass',
  'size large parameters billion million',
  'result find conclu show demonstrat reveal',
  'author propos introduc present',
  'code github available repositor releas',
  'data dataset corpus benchmark',
  'domain field area',
  'paramet weight',
  'need requir',
  'fail struggl degrad poor',
  'best highest top strongest state-of-the-art',
  'worst lowest weakest',
  'goal aim purpose address problem challeng',
  'limit drawback weakness shortcoming pitfall caveat',
  'human people participant annotator',
];

const GROUP_OF: ReadonlyMap<string, readonly string[]> = new Map(
  GROUPS.flatMap((group) => {
    const beginnings = group.split(' ');
    return beginnings.map((beginning) => [beginning, beginnings] as const);
  }),
);

/** Beginnings that stand for the word, itself not among them where it has no group. */
export function synonymsOf(word: string): readonly string[] {
  for (let length = word.length; length >= Math.min(4, word.length); length--) {
    const group = GROUP_OF.get(word.slice(0, length));
    if (group) return group;
  }
  return [];
}
