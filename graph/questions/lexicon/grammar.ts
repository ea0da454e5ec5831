import type { ConceptKind, ConceptRelation } from '../../schema.ts';
import type { Treatment } from '../plan.ts';

/** The words that questions are made of, besides names. Phrases go before the words in them. */

export type Head =
  | 'howMany'
  | 'howMuch'
  | 'which'
  | 'what'
  | 'who'
  | 'when'
  | 'where'
  | 'is'
  | 'list'
  | 'compare'
  | 'how'
  | 'why'
  | 'define';
export type Noun = 'papers' | 'concepts' | 'authors' | 'venues' | 'years' | 'themes' | 'sources' | 'gaps';
export type Joint =
  | 'and'
  | 'or'
  | 'but'
  | 'not'
  | 'both'
  | 'either'
  | 'nor'
  | 'together'
  | 'than'
  | 'as'
  | 'per'
  | 'any'
  | 'only'
  | 'does';
export type Extreme = 'most' | 'least' | 'first' | 'last';
export type Property = 'title' | 'abstract' | 'year' | 'venue' | 'link' | 'twin' | 'survey';

export type Meaning =
  | { t: 'head'; head: Head }
  | { t: 'noun'; noun: Noun; kind: ConceptKind | null }
  | { t: 'verb'; how: Treatment }
  | { t: 'slot' }
  | { t: 'wrote' }
  | { t: 'tie' }
  | { t: 'differ' }
  | { t: 'similar' }
  | { t: 'inTitle' }
  | { t: 'longForm' }
  | { t: 'finding' }
  | { t: 'figure' }
  | { t: 'quality' }
  | { t: 'stated'; type: ConceptRelation }
  | { t: 'joint'; joint: Joint }
  | { t: 'extreme'; extreme: Extreme }
  | { t: 'more'; less: boolean }
  | { t: 'property'; what: Property }
  | { t: 'stop' };

const TABLE: readonly (readonly [Meaning, string])[] = [
  [
    { t: 'head', head: 'howMany' },
    'how many|number of|count|count of|how often|what number of|in how many|total number of',
  ],
  [
    { t: 'head', head: 'howMuch' },
    'how much|how large|how big|how long|how fast|how well|how accurate|how high|how strongly|by how much|how good',
  ],
  [{ t: 'head', head: 'which' }, 'which'],
  [{ t: 'head', head: 'what' }, "what|whats|what's"],
  [{ t: 'head', head: 'who' }, 'who|whom|whose'],
  [{ t: 'head', head: 'when' }, 'when|since when|in which year|in what year|which year|what year'],
  [{ t: 'head', head: 'where' }, 'where'],
  [
    { t: 'head', head: 'is' },
    "is there|are there|is|are|was|were|does any|do any|did any|has any|have any|is there any|are there any|was there|were there|has|have|isn't there|aren't there|wasn't there|weren't there",
  ],
  [
    { t: 'head', head: 'list' },
    'list|show|give|find|name|show me|give me|find me|tell me|list all|show all|find all|name all',
  ],
  [{ t: 'head', head: 'compare' }, 'compare|contrast'],
  [
    { t: 'head', head: 'define' },
    'define|explain|describe|tell me about|what is meant by|definition of|meaning of',
  ],
  [{ t: 'head', head: 'how' }, 'how'],
  [{ t: 'head', head: 'why' }, 'why'],
  [
    { t: 'noun', noun: 'papers', kind: null },
    'paper|papers|article|articles|works|study|studies|publication|publications|abstract|abstracts|entry|entries|document|documents',
  ],
  [
    { t: 'noun', noun: 'concepts', kind: null },
    'concept|concepts|topic|topics|keyword|keywords|idea|ideas|names',
  ],
  [{ t: 'noun', noun: 'concepts', kind: 'Term' }, 'term|terms'],
  [
    { t: 'noun', noun: 'concepts', kind: 'Method' },
    'method|methods|approach|approaches|technique|techniques|algorithm|algorithms|framework|frameworks|tool|tools|system|systems|architecture|architectures',
  ],
  [{ t: 'noun', noun: 'concepts', kind: 'Task' }, 'task|tasks|problem|problems'],
  [
    { t: 'noun', noun: 'concepts', kind: 'Dataset' },
    'dataset|datasets|data set|data sets|benchmark|benchmarks|data-set|data-sets',
  ],
  [{ t: 'noun', noun: 'concepts', kind: 'Metric' }, 'metric|metrics|measure|measures'],
  [{ t: 'noun', noun: 'concepts', kind: 'Model' }, 'model|models'],
  [
    { t: 'noun', noun: 'authors', kind: null },
    'author|authors|researcher|researchers|person|people|scientist|scientists',
  ],
  [{ t: 'noun', noun: 'venues', kind: null }, 'venue|venues|journal|journals|conference|conferences'],
  [{ t: 'noun', noun: 'years', kind: null }, 'year|years'],
  [
    { t: 'noun', noun: 'themes', kind: null },
    'theme|themes|cluster|clusters|community|communities|research area|research areas',
  ],
  [
    { t: 'noun', noun: 'sources', kind: null },
    'file|files|source file|source files|seed|seeds|source|sources|seed document|seed documents',
  ],
  [{ t: 'noun', noun: 'gaps', kind: null }, 'gap|gaps|research gap|research gaps'],
  [
    { t: 'verb', how: 'uses' },
    'use|uses|used|using|employ|employs|employed|apply|applies|applied|applying|utilise|utilize|utilises|utilizes|utilised|utilized|adopt|adopts|adopted|leverage|leverages|leveraged|rely on|relies on|build on|builds on|make use of|makes use of|work with|works with|trained on|train on|trained with',
  ],
  [
    { t: 'verb', how: 'evaluates' },
    'evaluate|evaluates|evaluated|evaluating|evaluate on|evaluated on|evaluates on|test|tests|tested|test on|tested on|assess|assesses|assessed|experiment with|experiments with|experiment on|experiments on|validated on|benchmark on|benchmarked on|benchmarked|report on|report results on|measured on|measured by',
  ],
  [
    { t: 'verb', how: 'introduces' },
    'introduce|introduces|introduced|introducing|propose|proposes|proposed|proposing|present|presents|presented|develop|develops|developed|invent|invents|invented|release|releases|released|create|creates|created|come with|comes with|came with|come up with|comes up with|coin|coins|coined',
  ],
  [
    { t: 'verb', how: 'compares' },
    'compare with|compares with|compared with|compare to|compares to|compared to|compare against|compared against|compares|compared|outperform|outperforms|outperformed|beat|beats|contrasts',
  ],
  [
    { t: 'verb', how: 'mentions' },
    'come from|comes from|came from|mention|mentions|mentioned|mentioning|about|discuss|discusses|discussed|concern|concerns|concerned with|deal with|deals with|dealing with|address|addresses|addressed|cover|covers|covered|studied|analyse|analyses|analysed|analyze|analyzes|analyzed|analysing|analyzing|investigate|investigates|investigated|examine|examines|examined|explore|explores|explored|exploring|consider|considers|considered|talk about|talks about|refer to|refers to|contain|contains|involve|involves|include|includes|focus on|focuses on|focusing on|regarding|concerning|look at|looks at|work on|works on|speak of|deal|treat|treats|occur|occurs|occurred|appear|appears|appeared|come out|came out|published on|write about|publish on|combine|combines|combined|combining|stand|stands|investigating|studying',
  ],
  [
    { t: 'wrote' },
    'wrote|write|writes|written|written by|author of|authored|by author|authors of|coauthored|published|publish|publishes|publish in|published in|appeared in',
  ],
  [
    { t: 'slot' },
    'on|with|for|of|in|from|at|to|by|via|through|into|under|within|over|across|between|among|along|next|alongside|against|upon|toward|towards',
  ],
  [
    { t: 'tie' },
    'connect|connects|connected|connecting|connection|connections|tie|ties|tied|link|links|linked|relate|relates|related|relation|relations|relationship|relationships|in common|common to|share|shares|shared|bridge|bridges|bridging|have to do with|has to do with|path',
  ],
  [
    { t: 'differ' },
    'difference|differences|differ|differs|versus|vs|different from|distinguish|distinguishes|differently from|contrast between|comparison of|comparison between|comparison',
  ],
  [
    { t: 'similar' },
    'similar|similar to|resemble|resembles|most like|closest to|nearest to|akin to|about the same as|about the same things as|about the same topic as|about the same topics as|on the same topic as|on the same topics as',
  ],
  [
    { t: 'longForm' },
    'mean|means|long form|stand for|stands for|short for|abbreviation|acronym|full name|full form|spelled out|written out|long name|abbreviate|abbreviates',
  ],
  [
    { t: 'finding' },
    'conclude|concludes|concluded|conclusion|conclusions|findings|finding|result|results|outcome|outcomes|claim|claims|say|says|report|reports|reported|learn|learned|discover',
  ],
  [
    { t: 'figure' },
    'accuracy|score|scores|percentage|percent|figure|figures|gain|gains|speedup|speed-up|improvement|improvements|rate',
  ],
  [
    { t: 'quality' },
    'best|worst|better|worse|strongest|weakest|highest|lowest|fastest|slowest|best performing|worst performing|most accurate|winner|wins',
  ],
  [{ t: 'stated', type: 'PART_OF' }, 'part of|parts of|component of|components of'],
  [
    { t: 'stated', type: 'IS_A' },
    'a kind of|kinds of|kind of|types of|type of|a type of|subclass of|instance of|instances of|variants of|variant of',
  ],
  [{ t: 'joint', joint: 'and' }, 'and|as well as|plus|along with|also'],
  [{ t: 'joint', joint: 'or' }, 'or'],
  [{ t: 'joint', joint: 'but' }, 'but|yet|though|while|whereas|however'],
  [
    { t: 'joint', joint: 'not' },
    "not|never|no|without|except|excluding|dont|don't|doesn't|isn't|aren't|haven't|hasn't|wasn't|weren't|except for|other than|neither|lack|lacks|lacking|cannot|but not|and not|never been|none of|nowhere|no paper|avoid|avoids|apart from|besides|beside|aside from|but for|don't|didn't|can't",
  ],
  [{ t: 'joint', joint: 'nor' }, 'nor'],
  [{ t: 'joint', joint: 'both' }, 'both'],
  [{ t: 'joint', joint: 'either' }, 'either'],
  [
    { t: 'joint', joint: 'together' },
    'together|together with|combination with|in combination with|jointly|in the same paper|in the same papers|alongside with',
  ],
  [{ t: 'joint', joint: 'than' }, 'than'],
  [{ t: 'joint', joint: 'as' }, 'as|as a|as an|as the'],
  [
    { t: 'joint', joint: 'per' },
    'per|by year|by venue|by author|by theme|by file|each|every|for each|for every|grouped by|in each|in every',
  ],
  [{ t: 'joint', joint: 'any' }, 'any|some|anything|something'],
  [{ t: 'joint', joint: 'only' }, 'only|just|exactly'],
  [{ t: 'joint', joint: 'does' }, 'does|do|did'],
  [
    { t: 'extreme', extreme: 'most' },
    'most|top|most often|most frequent|most frequently|most common|most commonly|most popular|most used|most mentioned|most cited|commonest|largest|biggest|largest number of|highest number of|greatest number of',
  ],
  [
    { t: 'extreme', extreme: 'least' },
    'fewest|least|least often|least frequent|least common|rarest|smallest|least used|lowest number of|smallest number of',
  ],
  [{ t: 'extreme', extreme: 'first' }, 'first|earliest|oldest|for the first time|initially|originally'],
  [{ t: 'extreme', extreme: 'last' }, 'last|latest|newest|most recent|most recently|recent'],
  [{ t: 'more', less: false }, 'more|more often|more common|more frequent|more frequently|more popular'],
  [{ t: 'more', less: true }, 'less|fewer|less often|rarer|less common'],
  [
    { t: 'verb', how: 'titles' },
    'title contains|titles contain|title has|titles have|title includes|titles include|title mentions|titles mention|titled|entitled|whose title contains|whose titles contain|title with|titles with|have a title with|has a title with',
  ],
  [
    { t: 'inTitle' },
    'in the title|in its title|in their title|in their titles|in the titles|in title|in titles|in a title|as a title word',
  ],
  [
    { t: 'property', what: 'survey' },
    'are surveys|is a survey|are reviews|are survey papers|are literature reviews|survey papers|survey paper|review papers|review articles|survey articles|literature reviews',
  ],
  [{ t: 'property', what: 'title' }, 'title|titles|a title'],
  [
    { t: 'property', what: 'link' },
    'link to code|code link|code links|a link|url|urls|links to code|code repository|web address|code available',
  ],
  [
    { t: 'property', what: 'twin' },
    'more than one file|several files|two files|told twice|duplicates|duplicate|multiple files|both files',
  ],
  [
    { t: 'stop' },
    'by number of papers|by the number of papers|by paper count|anywhere|somewhere|next to|in the corpus|in this corpus|in the graph|in these papers|in this collection|in the whole corpus|in total|in all|at all|over the files|over the three files|in the collection|across the corpus|of the corpus|in the three files|across the three files|all three files|out there|here|there|known|in the literature|in the documents|in the seed documents|across all files|over all files|in this graph',
  ],
];

/** `share of the papers`: papers, and a share of them is asked for. */
const SHARES = ['share', 'percentage', 'percent', 'proportion', 'fraction'].flatMap((share) =>
  [
    'papers',
    'the papers',
    'all papers',
    'all the papers',
    'these papers',
    'abstracts',
    'the abstracts',
    'the corpus',
  ].map((papers) => `${share} of ${papers}`),
);

/** Phrase in small letters to its meaning. */
export const GRAMMAR: ReadonlyMap<string, Meaning> = new Map([
  ...TABLE.flatMap(([meaning, phrases]) => phrases.split('|').map((phrase) => [phrase, meaning] as const)),
  ...SHARES.map((phrase) => [phrase, { t: 'noun', noun: 'papers', kind: null }] as const),
]);

/** Whether a noun asks for a share. */
export const asksShare = (text: string): boolean => SHARES.includes(text.toLowerCase());

/** Words that say of papers what nothing here measures. */
export const UNMEASURED: ReadonlySet<string> = new Set(
  'average mean median typical longest shortest longer shorter influential important interesting famous controversial impactful cited citation citations seminal good bad great useful useless promising trendy expensive cheap costly downloaded readable surprising negative positive wrong correct'.split(
    ' ',
  ),
);

export const LONGEST_PHRASE = Math.max(...[...GRAMMAR.keys()].map((phrase) => phrase.split(' ').length));

export const NUMBER_WORDS: readonly string[] =
  'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');
