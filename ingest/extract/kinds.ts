import type { ConceptKind } from '../../graph/schema.ts';
import { looksLikeName } from './names.ts';
import type { Word } from './sentences.ts';
import { KIND_OF_HEAD, KIND_OF_PAIR } from './vocabulary/kind-heads.ts';
import { KNOWN_NAMES } from './vocabulary/known-names.ts';

/** Votes for kinds; the heaviest wins, Term when there is none. */
export type KindVotes = Map<ConceptKind, number>;

const KNOWN_WEIGHT = 8;
const HEAD_WEIGHT = 3;
const DROPPED_HEAD_WEIGHT = 2;
const NAMED_WEIGHT = 4;
const CUE_WEIGHT = 1;

const MODEL_NAME =
  /^(?:gpt|llama|claude|gemini|qwen|mistral|deepseek|bert|roberta|t5|clip|palm|opt|phi|vicuna|gemma)[-\s]?[\w.-]*$|-\d+(?:\.\d+)?b\b|bert$|gpt$/i;
const DATASET_NAME =
  /(?:bench|eval|qa|bank|corpus|arena|gym|instruct|wiki)(?:[-\s]?[\d.]+)?$|^wmt\d*|^(?:cifar|imagenet|mnist|voc)/i;
const METHOD_NAME =
  /(?:net|nets|former|gan|vae|rcnn|cnn|rnn|lstm|gnn|gcn|dqn|mdl|flow|nerf|diff|mix|aug|prop|boost|grad|prompt|rag|rl)(?:v?\d+|\+\+)?$/i;
const METRIC_NAME =
  /^(?:bleu|rouge|f1|f-?score|auc|auroc|map|miou|psnr|ssim|fid|recall@\d+|p@\d+|mse|mae|rmse)\b|(?:score|accuracy)$/i;

const singular = (lower: string) => lower.replace(/(?<=[^su])s$/, '');

/** Adds weight to a kind. */
export function vote(votes: KindVotes, kind: ConceptKind, weight: number): void {
  votes.set(kind, (votes.get(kind) ?? 0) + weight);
}

function kindOfName(text: string): ConceptKind | null {
  if (!looksLikeName(text) || /\s/.test(text.trim())) return null;
  if (METRIC_NAME.test(text)) return 'Metric';
  if (MODEL_NAME.test(text)) return 'Model';
  if (/\p{Ll}/u.test(text) && DATASET_NAME.test(text)) return 'Dataset';
  return METHOD_NAME.test(text) && text.length > 3 ? 'Method' : null;
}

/** Short names that are everyday words in lower case (map, scan, opt) count only where they are written as names. */
const LONGEST_HOMONYM = 5;

function knownKind(whole: string, head: Word): ConceptKind | undefined {
  const known = KNOWN_NAMES.get(whole) ?? KNOWN_NAMES.get(head.lower);
  const isWord = head.text === head.lower && head.text.length <= LONGEST_HOMONYM && !/\d/.test(head.text);
  return isWord && known !== 'Task' && known !== 'Term' ? undefined : known;
}

/** The kind of what is known by name, or of a name whose spelling tells (GPT-5, SomethingBench); null for all else. */
export function kindOfWellKnown(words: readonly Word[]): ConceptKind | null {
  const head = words.at(-1);
  if (!head || (words.length > 1 && !looksLikeName(head.text))) return null;
  const whole = words.map((word) => word.lower).join(' ');
  return knownKind(whole, head) ?? kindOfName(head.text);
}

/** The kind that the words of a phrase give away: a known name, its head, its spelling. */
export function voteByWords(votes: KindVotes, words: readonly Word[]): void {
  const head = words.at(-1);
  if (!head) return;
  const whole = words.map((word) => word.lower).join(' ');
  const known = knownKind(whole, head);
  if (known && (words.length === 1 || known === 'Task' || looksLikeName(head.text)))
    vote(votes, known, KNOWN_WEIGHT);
  const before = words.at(-2);
  const pair = before && KIND_OF_PAIR.get(`${before.lower} ${head.lower}`);
  const byHead =
    pair ??
    KIND_OF_HEAD.get(head.lower) ??
    KIND_OF_HEAD.get(singular(head.lower)) ??
    KIND_OF_HEAD.get(head.lower.replace(/.*[-‐‑–]/, ''));
  if (byHead && byHead !== 'Term') vote(votes, byHead, HEAD_WEIGHT);
  const byName = kindOfName(head.text);
  if (byName) vote(votes, byName, HEAD_WEIGHT);
}

const METHOD_CUES = new Set([
  'using',
  'via',
  'with',
  'by',
  'outperforms',
  'outperform',
  'outperforming',
  'surpasses',
  'surpassing',
  'through',
  'employ',
  'use',
  'utilizing',
  'leveraging',
  'propose',
  'proposes',
  'apply',
]);
const METRIC_CUES = new Set([
  'improve',
  'improves',
  'improving',
  'increase',
  'increases',
  'higher',
  'lower',
  'reduce',
  'reduces',
  'reducing',
  'achieves',
  'measure',
  'average',
]);
const DATASET_NOUNS = new Set([
  'dataset',
  'datasets',
  'benchmark',
  'benchmarks',
  'corpus',
  'corpora',
  'testbed',
]);
const DATASET_CUES = /(?:evaluat|experiment|test|train|benchmark|result|validat|perform|conduct)/;

/** The kind that the words around a mention hint at. `left` and `right` are its neighbours, nearest first. */
export function voteByContext(
  votes: KindVotes,
  words: readonly Word[],
  left: readonly Word[],
  right: readonly Word[],
): void {
  const next = right[0];
  const previous = left.find(
    (word) => word.tag !== 'DET' && word.tag !== 'ADJ' && !/^["“'‘]$/.test(word.text),
  );
  const isName = words.some((word) => looksLikeName(word.text));
  const dropped = next && KIND_OF_HEAD.get(next.lower);
  const hasHeadKind = votes.size > 0;
  if (dropped && !hasHeadKind && /^\p{L}/u.test(next.text)) vote(votes, dropped, DROPPED_HEAD_WEIGHT);
  if (dropped === 'Task' || dropped === 'Dataset')
    vote(votes, dropped, isName || dropped === 'Task' ? DROPPED_HEAD_WEIGHT : 0);
  if (!previous) return;
  if (previous.lower === 'on' && isName && left.some((word) => DATASET_CUES.test(word.lower)))
    vote(votes, 'Dataset', DROPPED_HEAD_WEIGHT);
  if (DATASET_NOUNS.has(previous.lower) && isName) vote(votes, 'Dataset', NAMED_WEIGHT);
  if (previous.lower === 'on' && isName) vote(votes, 'Dataset', CUE_WEIGHT);
  if (METHOD_CUES.has(previous.lower)) vote(votes, 'Method', isName ? 2 * CUE_WEIGHT : CUE_WEIGHT / 4);
  if (METRIC_CUES.has(previous.lower)) vote(votes, 'Metric', CUE_WEIGHT / 4);
  if (previous.lower === 'of' && left.some((word) => word.lower === 'terms'))
    vote(votes, 'Metric', DROPPED_HEAD_WEIGHT);
  if (previous.lower === 'for' && /(?:tion|ing|sis)$/.test(words.at(-1)!.lower))
    vote(votes, 'Task', CUE_WEIGHT);
}

/** The kind with the heaviest vote. Of equal ones the first in the schema's order. */
export function winningKind(votes: KindVotes): ConceptKind {
  let best: ConceptKind = 'Term';
  let most = 0.9;
  for (const [kind, weight] of votes) {
    if (weight > most) {
      best = kind;
      most = weight;
    }
  }
  return best;
}
