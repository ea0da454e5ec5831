import { wordSet } from './word-set.ts';

/** Nouns that name no concept when they stand alone, or behind nothing but weak words. */
export const GENERIC_NOUNS = wordSet(`
  method methods approach approaches model models framework frameworks algorithm algorithms system systems task tasks
  problem problems data dataset datasets benchmark benchmarks experiment experiments result results performance
  paper papers study studies analysis analyses setting settings domain domains application applications technique
  techniques feature features information architecture architectures
  ability abilities absence abstract access accident account achievement act action actions activity activities
  addition advance advances advancement advancements advantage advantages affect age agenda agreement aid aim aims
  alternative alternatives amount amounts angle answer answers appendix applicability area areas argument
  arguments art article articles aspect aspects assessment assistance assumption assumptions attempt attempts
  attention audience author authors availability average avenue avenues
  background baseline baselines basis bed begin beginning behavior behaviors behaviour behaviours belief benefit
  benefits best bit block blocks board body book books boost bottleneck bound bounds box branch breadth
  breakthrough breakthroughs bridge building bulk business burden
  calculation call cap capabilities capability capacity care career case cases catalog categories category cause causes
  center centre century chain chains challenge challenges chance change changes chapter character characters
  characteristic characteristics characterization check child children choice choices circumstance circumstances
  claim claims class classes client clients code codes collection collections color combination combinations comment
  comments community communities companies company comparison comparisons competition complement completion
  component components comprehension computation computations computer computers concept concepts concern concerns
  conclusion conclusions condition conditions conference configuration confusion conjunction connection connections
  consequence consequences consideration considerations construction content contents context contexts contrast
  contribution contributions contributor control convenience conversion cooperation copy core corner corpus corpora
  correct correctness cost costs count counterpart counterparts country course coverage creation credit criteria
  criterion critique crowd cue cues cycle
  date day days deal decade decades decision decisions decrease definition definitions degree degrees demand demands
  demonstration demonstrations density dependence deployment depth description descriptions design designs desire
  detail details developer developers development developments device devices difference differences difficulties
  difficulty dimension dimensions direction directions disadvantage disadvantages discipline discovery discussion
  discussions distance distinction diversity document documents doubt draw drawback drawbacks drive drop dynamics
  ease edge effect effectiveness effects efficacy efficiency effort efforts element elements emergence emphasis
  end ends engine engineering entire entities entity environment environments equipment equation error
  errors essence establishment estimate estimates evaluation evaluations event events evidence evolution
  examination example examples exception execution exercise existence expense experience experiences expert experts
  explanation exploration expression expressions extension extensions extent eye
  face facet facets fact factor factors facts failure failures fairness faith familiarity family families fashion
  fidelity field fields figure figures file files final finding findings fit flexibility flow focus footprint force
  form format formats forms formula formulation formulations foundation foundations fraction frequency front function
  functionality functions future
  gain gains gap gaps generality generalization generation generations glance goal goals good grade grand ground
  grounds group groups growth guarantee guarantees guidance guide guideline guidelines
  half hand hands hard hardware heart height help highlight hint history home hope hour hours house human humans
  hypothesis hypotheses
  idea ideas identification identity image images impact impacts implementation implementations implication
  implications importance improvement improvements inability inclusion increase increases independence index
  individual individuals industry influence initiative innovation input inputs insight insights inspection inspiration
  instability instance instances institution instruction integration intent intention interaction interactions
  interest interests interface interfaces interplay interpretation intervention introduction intuition intuitions
  investigation investigations investment involvement issue issues item items iteration iterations
  job judgment justification key kind kinds knowledge lab labor laboratory lack landscape language languages law laws
  layer layers lead leader learner learners learning left length lens lesson lessons letter level levels leverage
  library libraries life light limit limitation limitations limits line lines link links list lists literature
  little load loc location locations logic long look loop loss lot lots
  machine machines magnitude mainstream majority maker makers man manner manners manual map margin margins market
  mass match material materials matter matters meaning meanings means measure measurement measurements measures
  mechanism mechanisms media member members memory men merit merits message method methodologies methodology metric
  metrics middle mind minimum minute minutes mission mistake mistakes mode modes modeling modelling module modules
  moment money month months motivation move movement
  name names nature necessity need needs network networks node nodes norm note notion notions novelty number numbers
  object objective objectives objects observation observations observer occurrence offer office one ones
  open opinion opinions opportunities opportunity option options order organization origin others outcome outcomes
  outline output outputs overhead overview owner
  pace package packages pages page pair pairs paradigm paradigms parameter parameters part participant participants
  particular partner parts party past path paths pattern patterns peer people percent percentage period periods person
  perspective perspectives phase phases phenomena phenomenon philosophy picture piece pieces pipeline pipelines place places
  plan plans platform platforms play player players point points policy-maker pool popularity population position
  possibilities possibility potential power practice practices practitioner practitioners preparation presence
  present presentation press pressure principle principles prior priority private procedure procedures process
  processes processing product production products profile program programs progress project projects promise
  promises proof proofs property properties proportion proposal prospect protocol protocols provider pros cons
  purpose purposes pursuit
  qualities quality quantities quantity question questions quest
  range ranges rate rates ratio rationale reach reader readers real reality reason reasons recipe recommendation record
  reduction reference references refinement regard region regions relation relations relationship relationships
  release relevance reliability reliance remainder report reports representation representations request
  requirement requirements research researcher researchers resolution resource resources respect response responses
  rest restriction restrictions result return returns review reviews rise risk risks road role roles room root
  roots round route routine row rule rules run runs
  safety sake sample samples saving savings scale scales scenario scenarios scene scenes schedule scheme schemes school
  science scientist scientists scope score scores scratch screen search second seconds section sector selection self
  sense sentence sentences sequence sequences series service services session set sets setup setups shape share
  shift shortage shortcoming shortcomings show side sides sign significance signal signals similarity simplicity
  simulation simulations site situation situations size sizes skill skills society software solution solutions sort
  sorts soundness source sources space spaces speaker specialist specification spectrum speed spirit split spot
  stability stack staff stage stages stakeholder stakeholders stance stand standard standards start
  state state-of-the-art state-of-the-arts states statement statements statistic statistics status step steps
  story strategies strategy strength strengths structure structures student students style styles subfield subject
  subjects subset subsets success successes suit suite sum summary superiority supervision supplement supply support
  surface surge survey surveys switch symbol
  table tables take talent target targets task taxonomy teacher team teams technologies technology tendency term terms
  test testbed testing tests text texts theory theories thing things thinking thought thoughts threat time
  times timing tip title today toolbox tool tools top topic topics total touch track trade tradition trait
  training transition transparency treatment treatments trend trends trial trials trick truth try turn tutorial type
  types typology
  uncertainty understanding unit units unity universe university update usage use usefulness user users usability
  utility utilization
  validation validity value values variable variables variant variants variation variations variety version
  versions video videos view viewpoint views visit vision voice volume
  waste way ways weakness weaknesses wealth web week weeks weight weights while width will window word words work
  worker workers works workflow workflows workshop world worth writer writing year years
  challenge robot robots viability feasibility possibility sequel strength extent gist ours theirs
  competitor competitors success attractiveness scalability shortcut effect
  github code website url link repository demo project-page
  minima maxima extra extensibility minimum maximum
  lemma theorem theorems corollary proposition
  motivation hour morning night tasked meantime turnaround
  adoption advent backbone backbones building-block deviation drawback dimensionality
  feedback footing handling hyperparameter instance-level introduction keyword
  mean means medium multitude myriad plethora host series wealth array spate handful
  combination counterpart entry entries evaluator extractor
  improvement manual motivation outlook overlap possession
  proliferation regime regimes realm responsibility restriction scarcity
  sophistication strand subtask subtasks subproblem subproblems superset supplementary tradeoff trade-off trade-offs tradeoffs
  hundreds thousands millions priori posteriori water suitability tension road roads wall walls meter meters column columns
  volunteers volunteer patient injury reviewers reviewer satisfaction communication lake ingredient ingredients bottlenecks
  expressiveness mismatch mismatches analogy analogies discrepancy maximization minimization suitability portion
  delivery photography rescue security sport sports race races threshold thresholds coefficient coefficients serial
  attribute attributes movement movements upgrade upgrades recording recordings sota sotas dependency dependencies
  database databases transformation transformations approximation paragraph paragraphs communication
  operation operations performances sensor sensors map maps percent pct et deg min max sec ms mb gb km cm mm hz
  january february march april june july august september october november december monday
  arxiv doi copyright elsevier springer ieee acm objective background conclusions methods results aims
  modification modifications order round rounds combine encode encodes move yield yields train construct constructs account
  equivalent proportional twofold two-fold contrary spite whilst ten billion byproduct by-product manuscript remedy workhorse
  practicality versatility tractability speedup speedups showcase discipline disciplines base ast candidate candidates
  union intersection replacement indication duration closeness hardness tightness account bag hindsight realization
  parent parents expertise appearance appearances exposure proximity tolerance certainty revenue storage experimentation
  thanks thank health medicine finance economics physics biology chip damage gold pearl bit bits half-way counterexample
  preprocessing healthcare par contrary mix base nuisance disease diseases patients animal animals world twofold
  tuning scaling computing stopping mixing counting sensing constant constants extension derivation derivations
  semantic semantics whole binding ball stream streams correction corrections world representative representatives
  ii iii iv vi vii viii ix update updates orders matter
  adaptability vicinity virtue vs yield code-base codebase
`);

/** Generic in most papers, the object of study in some: a concept where the paper keeps coming back to it. */
export const SOFT_NOUNS = wordSet(`
  event events entity entities option options expert experts state states shape shapes path paths relation relations
  expression expressions value values resource resources observation observations pattern patterns review reviews
  variable variables link links control speed efficiency uncertainty coverage influence transparency
  deviation representation representations demonstration demonstrations explanation explanations intervention
  interventions concept concepts skill skills behavior behaviors behaviour behaviours memory error errors
  similarity signals interaction interactions density probability safety fairness stability diversity
  generalization instruction instructions layer layers knowledge transfer norms rewards turn turns
  hypothesis hypotheses regret reasoning interface dynamics query queries attention
  equation equations measurement measurements distance logic protocol flow force velocity trait traits mechanism
  mechanisms modules argument arguments symbol symbols answer answers intent emotion scene scenes language
`);
