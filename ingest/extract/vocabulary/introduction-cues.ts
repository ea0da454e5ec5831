import { wordSet } from './word-set.ts';

/** What authors do with a thing of their own. */
export const INTRODUCING_VERBS = wordSet(`
  propose proposes proposed introduce introduces introduced present presents presented develop develops developed
  release releases released describe describes build builds built construct constructs constructed
  design designs designed contribute contributes create creates created unveil unveils unveiled collect collects
  curate curates curated devise devises devised publish publishes offer offers formulate formulates establish
  establishes provide provides advocate call dub term name open-source open-sources suggest suggests
  introducing presenting proposing releasing employ implement implemented derive formalize formalizes instantiate
  instantiates compile compiles assemble assembles coin
`);

/** Behind these stands a name, as it is. */
export const NAMING_VERBS = wordSet(
  'called named termed dubbed coined titled christened nicknamed branded call dub term name',
);

/** Words of a naming sentence about the authors' own thing. */
export const OWN_CUES = wordSet(`
  we our this paper work novel new propose proposed introduce introduced present presented develop developed
  introduces proposes presents develops build built
`);

/** Who introduces: one of these stands shortly before the verb. */
export const SUBJECTS = wordSet('we paper work to study authors article letter by also and then further');
