import type { ConceptKind } from '../../graph/schema.ts';
import type { AttestedForms } from './attested-forms.ts';
import { joined } from './tokens.ts';

const words = (text: string): string[] => text.split(' ');

/** What a form must be, alone, for each head to add nothing to it. */
const KINDS_BY_HEAD = new Map<string, ReadonlySet<ConceptKind>>(
  (
    [
      ['algorithm method approach technique procedure', ['Method', 'Task']],
      ['problem task', ['Task', 'Method']],
      ['model architecture', ['Method', 'Model']],
      ['dataset benchmark corpus', ['Dataset']],
    ] as [string, ConceptKind[]][]
  ).flatMap(([heads, kinds]) => words(heads).map((head) => [head, new Set(kinds)] as const)),
);

/** Heads that say what is to be done. */
const GOALS = new Set(['problem', 'task']);

/** Endings of adjectives; a head behind one can't go (statistical model). */
const ADJECTIVE =
  /(?:ive|[^t]ic|tic|[^aeio]al|ial|ual|eal|oal|ous|able|ible|ary|less|ful|ed|ar|ant|ent|ian|ese|ish|wise|like|free|aware|specific|agnostic|level|order|time|shot|end|scale|stage|step|class|box|based|driven|size|rank|dimension|variable|space|point|state)$/;

/** Nouns for all that they end like an adjective. */
const NOUNS = new Set(
  words(
    'arithmetic retrieval signal interval agent gradient descent alignment deployment entailment assignment ' +
      'management assessment judgment enrichment measurement placement segment experiment embed speed feed heuristic ' +
      'logic topic metric critic music traffic planar pulsar grammar calculus removal appraisal denial refusal proposal ' +
      'moment component coefficient refinement improvement movement treatment argument document sentiment',
  ),
);

/** Adjectives and words that only describe, without an ending that says so. */
const DESCRIBING = new Set(
  words(
    'greedy convex concave sparse dense deep shallow robust inverse direct simple complex discrete smooth stable exact ' +
      'fast slow online offline offpolicy onpolicy modelfree hard soft weak strong joint batch minimax bayes random hybrid ' +
      'unsupervised downstream upstream source target base foundation power type style pre post multi cross local global parallel ' +
      'learning training modeling pretraining finetuning reasoning language world reward threat noise error topic mixture ' +
      'data user state value surrogate proxy teacher student image video text speech first second third',
  ),
);

/** Words that make of what follows a description: off-line, multi-label, no-regret. */
const DESCRIBING_PREFIXES = new Set(words('off on multi non semi single two few low high no pre post cross'));

/** Nouns made of verbs, which name what is done: classification, clustering, analysis. */
const DEED = /(?:[^aeiou]tion|[aeiou]tion|sion|ing|ment|sis|is?er|[aeiou]tor)$/;
const AGENT = /(?:former|encoder|ifier|gressor|mator|ceptron)$/;

/** Capitals or digits inside, as only names have them. */
const NAME = /\p{L}.*[\p{Lu}\p{N}]/u;

/**
 * The form without a generic noun at its end, where that says the same: Kalman filter algorithm, question answering
 * task, ImageNet dataset; not kernel method, language model, state-space model. Null when the noun must stay.
 * `cased` are the same tokens as they were written.
 */
export function withoutHead(
  tokens: readonly string[],
  cased: readonly string[],
  forms: AttestedForms,
): readonly string[] | null {
  const isDataSet = tokens.length > 2 && tokens.at(-1) === 'set' && tokens.at(-2) === 'data';
  const head = isDataSet ? 'dataset' : (tokens.at(-1) ?? '');
  const kinds = KINDS_BY_HEAD.get(head);
  const rest = tokens.slice(0, isDataSet ? -2 : -1);
  const last = rest.at(-1);
  if (!kinds || last === undefined) return null;
  const key = joined(rest);
  const kind = forms.kind(key);
  if (kind === null || !kinds.has(kind)) return null;
  const written = cased[rest.length - 1] ?? last;
  if (/\p{Lu}/u.test(written) && forms.isNamed(key) && (NAME.test(written) || !isDescribing(last))) {
    return rest.length === 1 || !kinds.has('Dataset') || NAME.test(written) ? rest : null;
  }
  if (kinds.has('Dataset') || isDescribing(last) || DESCRIBING_PREFIXES.has(rest.at(-2) ?? '')) return null;
  const isDeed = DEED.test(last);
  if (GOALS.has(head) && kind !== 'Task') return isDeed ? rest : null;
  if (rest.length > 1) return rest;
  return (kinds.has('Model') ? AGENT.test(last) : isDeed) ? rest : null;
}

const isDescribing = (word: string): boolean =>
  DESCRIBING.has(word) || (ADJECTIVE.test(word) && !NOUNS.has(word));
