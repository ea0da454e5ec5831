import type { ConceptKind, ConceptRelation } from '../../../graph/schema.ts';

/** A wording of a relation in a coded sentence. */
export interface Wording {
  readonly name: string;
  readonly type: ConceptRelation;
  /**
   * With the groups `from` and `to`, or `all` for a list whose members are related among themselves; `also` is as
   * `from`.
   */
  readonly pattern: RegExp;
  readonly from: readonly ConceptKind[];
  readonly to: readonly ConceptKind[];
  /** 0 to 1: about the share that was right among those read on our own dev abstracts. */
  readonly confidence: number;
  /** Whether it says the same in a clause that denies something: Adam is an optimiser in `we use no optimisers such as Adam`. */
  readonly holdsDenied?: boolean;
}

/** Which kinds may stand at either end, and how far the wordings of such a list are to be trusted. */
export interface WordingTrust {
  from: readonly ConceptKind[];
  to: readonly ConceptKind[];
  confidence: number;
  holdsDenied?: boolean;
}

/** Wordings that share their type, kinds and trust, by name. */
export function wordings(
  type: ConceptRelation,
  trust: WordingTrust,
  patterns: Readonly<Record<string, string>>,
): Wording[] {
  return Object.entries(patterns).map(([name, pattern]) => ({
    name,
    type,
    pattern: new RegExp(pattern, 'g'),
    ...trust,
  }));
}

const DETERMINER = '(?:(?:a|the|@) ){0,3}';

/** A mention or list of them, with its determiners. */
export const slot = (name: 'from' | 'also' | 'to' | 'all'): string => `${DETERMINER}<(?<${name}>[\\d.]+)>`;
/** The same, itself the head of its phrase: `SVM training` is no SVM. */
export const whole = (name: 'from' | 'also' | 'to' | 'all'): string => `${slot(name)}(?! -compound)`;
/** Not behind a preposition: in `tests with SVMs outperform` no SVM does. */
export const HEADING =
  '(?<!\\b(?:of|in|on|by|with|for|from|to|at|via|using|within|between|across|through|than) (?:(?:a|the|@|other|such) )*)';
/** One mention that is no list. */
export const single = (name: 'from' | 'to'): string => `${DETERMINER}<(?<${name}>\\d+)>(?! -compound)`;

/** Up to so many words, none a concept or the start of a clause. */
export const words = (most: number): string => `(?: (?!that |which |who )[a-z][a-z-]*){0,${most}}`;

/** A gerund between a preposition and its object. */
export const DOING = '(?:[a-z-]+ing )?';
/** A verb in front of its object that doesn't itself put the object to use. */
export const DO = '(?:be )?(?!use |utili|exploit|leverag|employ|integrat|combin|incorporat|unif)[a-z-]+ ';
export const BE = '(?:is|are|was|were|be|been|can be|could be|has been|have been)';
export const USE = `(?:${[
  'uses?|used|using|utili[sz](?:e|es|ed|ing)|employ(?:s|ed|ing)?|leverag(?:e|es|ed|ing)',
  'exploit(?:s|ed|ing)?|adopt(?:s|ed|ing)?|appl(?:y|ies|ied|ying)|adapt(?:s|ed|ing)?|extend(?:s|ed|ing)?',
].join('|')})`;
export const PROPOSE = `(?:${[
  'propos(?:e|es|ing)|introduc(?:e|es|ing)|present(?:s|ing)?|develop(?:s|ing)?|describ(?:e|es)',
  'designs?|derives?|gives?|provides?|stud(?:y|ies)|constructs?|builds?',
].join('|')})`;
export const SHOW =
  '(?:shows?|demonstrates?|indicates?|confirms?|reveals?|suggests?|verif(?:y|ies)|validates?)(?: that)?';
export const BEAT =
  '(?:outperform(?:s|ed|ing)?|surpass(?:es|ed|ing)?|exceeds?|beats?|improves? (?:over|upon))';
export const GAIN = `(?:achieves?|achieved|obtains?|attains?|reach(?:es)?|gets?|yields?|improves?|${BEAT})`;
export const JUDGE = `(?:${[
  'evaluat(?:e|es|ed|ing)|test(?:s|ed|ing)?|validat(?:e|es|ed|ing)|assess(?:es|ed)?|benchmark(?:s|ed)?',
  'demonstrat(?:e|es|ed)|verif(?:y|ied)',
].join('|')})`;
