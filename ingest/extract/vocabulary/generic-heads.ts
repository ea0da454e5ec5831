import { wordSet } from './word-set.ts';

/** Heads that are left off behind a noun that names the concept by itself (Kalman filter *algorithm*). */
export const GENERIC_HEADS = wordSet(`
  method methods approach approaches algorithm algorithms technique techniques framework frameworks system systems
  task tasks problem problems challenge challenges dataset datasets data-set data-sets benchmark benchmarks
  application applications setting settings scenario scenarios domain domains area areas field fields
  architecture architectures model models network networks module modules
  result results experiment experiments study studies
  research researches literature paper papers work works methodology methodologies paradigm paradigms
  procedure procedures pipeline pipelines fashion manner capability capabilities ability abilities
  environment environments competition competitions community communities mission initialization
  improvement improvements tool tools toolkit package library libraries software
  issue issues step steps technology technologies implementation implementations variant variants
  baseline baselines changes problem-setting
`);

/** Of these the modifier must be a doing (-ing, -tion) or a written name for the head to be left off. */
export const WEIGHTY_HEADS = wordSet('model models system systems');

/** Of these only a written name lets the head be left off. */
export const WEIGHTIEST_HEADS = wordSet('network networks module modules');

/** Compounds whose head stays although it is generic. */
export const KEPT_COMPOUNDS = wordSet(`
  optimization-problem optimization-problems optimisation-problem optimisation-problems inverse-problem
  inverse-problems decision-problem decision-problems training-task training-tasks bandit-problem
  expert-system expert-systems operating-system operating-systems dynamical-system recommender-system
  recommender-systems control-system control-systems dialogue-system dialogue-systems dialog-system dialog-systems
  multi-agent-system user-study user-studies ablation-study ablation-studies case-study field-experiments
  em-algorithm evolutionary-algorithm evolutionary-algorithms genetic-algorithm genetic-algorithms
  bandit-algorithm bandit-algorithms translation-system translation-systems world-model world-models
  foundation-model foundation-models reasoning-model reasoning-models reward-model reward-models
  diffusion-model diffusion-models
`);

/** Behind a mere adjective these name nothing (a *probabilistic manner*). */
export const VACUOUS_HEADS = wordSet(`
  manner manners way ways fashion nature strength strengths weakness weaknesses benefit benefits assumption
  assumptions effect effects result results evidence insight insights advantage advantages disadvantage
  disadvantages aspect aspects part parts portion portions perspective perspectives view views line lines term terms
  role roles number numbers amount amounts set sets range ranges condition conditions position positions place
  experience difference differences similarity advance advances advancement progress success work works study studies
  approach approaches paradigm paradigms framework frameworks step steps stage stages part clues case cases
  setting settings scenario scenarios level levels degree degrees extent basis process processes interest 
   challenge challenges issue issues purpose purposes goal goals knowledge  time times
    kind kinds type types form forms factor factors question questions reason reasons
  change changes improvement improvements gain gains  drop margin margins value values amount
  community communities people person group groups industry industries user users world life society
  performance quality capability capabilities ability abilities experiment experiments evaluation evaluations
  analysis analyses comparison comparisons application applications technique techniques  
  dataset datasets benchmark benchmarks system systems idea ideas concept concepts contribution contributions
  question dimension dimensions direction directions phenomenon phenomena    outcomes solution solutions
  outcome   thing things element elements component components character characters 
  standpoint treatment alternative alternatives counterpart counterparts effort efforts attempt attempts
  requirement requirements choice choices       access
    influence impact impacts foundation foundations situation situations
`);
