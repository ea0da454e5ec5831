import { QUESTION_CUES } from './question-cues.ts';
import { type SentenceSpan, sentenceSpans } from './sentences.ts';

export interface QuestionSettings {
  /** Sentences longer than so many UTF-16 units are no sentences: the text lost its points. */
  maxLength: number;
  /** And shorter ones ("But why?") mean nothing on their own. */
  minLength: number;
  /** How much is left of a question's strength where the paper goes on to say what it does. 0 to 1. */
  takenUpShare: number;
}

export const DEFAULT_QUESTIONS: QuestionSettings = { maxLength: 700, minLength: 40, takenUpShare: 0.5 };

/** A sentence that states that something is not known or not done. */
export interface OpenQuestion extends SentenceSpan {
  /** Name of the cue that gave it away. */
  cue: string;
  /** 0 to 1: how surely it is open after this text. */
  strength: number;
  /**
   * The first later sentence in which the paper says what it does, or the next one where the text opens with a question
   * that it asks itself; null without one.
   */
  takenUp: SentenceSpan | null;
}

/** Cheap, so that most sentences meet no other pattern. */
const ANY_CUE =
  /\?|\bopen\b|\byet\b|receiv|\bun(?:clear|known|certain|solved|resolved|answered)|elusive|myster|puzzle|not (?:yet )?\w+ ?know|\bknow|\bclear\b|obvious|evident|understood|understanding|\black|explored|studied|investigated|addressed|examined|analy[sz]ed|tested|established|attention|research|\bwork\b|consensus|\bno\b|\blittle\b|future|further|remain|still|challeng|outstanding/i;

/** Answers that the sentence itself tells of, or a state of affairs that is over. */
const ANSWERED = [
  /\b(?:re)?solv(?:e|es|ed|ing)\b|\b(?:re)?solutions? (?:of|to|for)\b|\b(?:bound|step|contribution)s? (?:to|towards?|on)\b|\banswer(?:s|ed|ing)?\b|\bsettl(?:e|es|ed|ing)\b|\b(?:dis)?prov(?:e|es|ed|ing)\b|\bclos(?:e|es|ed|ing)\b|\baddress(?:es|ing)\b/i,
  /\b(?:was|were|had been|remained|have remained|has remained)\b[^.;]{0,60}\b(?:unclear|unknown|open|unsolved|unresolved|understood|unexplored|elusive|known|clear)\b/i,
  /\b(?:previously|hitherto|formerly|heretofore)\b|\b(?:until|till) (?:now|recently|this)\b|\bthought to be\b|\bin the (?:affirmative|negative)\b/i,
  // The setting of a problem: what is given does not say it.
  /\b(?:since|because|when|if|where|for which)\s+(?:\w+\s+){0,3}(?:is|are)\s+not\s+(?:known|clear)\b/i,
  /\bprogress (?:on|towards?|in)\b|\bapplicable to\b|\bsheds?(?:ding)? (?:\w+ )?light\b|\bfills? (?:in )?(?:this|the|a) gap\b/i,
];
/** Words that turn an answer back into a question: "remains unsolved", "has not been resolved". */
const NOT_ANSWERED =
  /\b(?:un|not|never|yet|to be|cannot|fails? to|difficult to|hard to|how to|whether|remains?|future)\b[^.;]{0,40}\b(?:(?:re)?solv|answer|settl|prov|clos|address)|^(?:an?|one|the|another|so)\b[^.;]*\bopen\b[^.;]*\b(?:is|remains?)\b(?! (?:re)?solved)/i;

/** The paper speaks of itself: "we show", "this paper", "here". */
const OWN_WORK =
  /\b(?:we|our|ours)\b|\b(?:in )?th(?:is|ese|e present|e current) (?:\w+ )?(?:paper|work|study|article|thesis|report|note|survey|chapter|results?|contribution|letter|tutorial|manuscript)\b|^here\b|\bhere,? we\b|\b(?:is|are) (?:presented|proposed|introduced|described|derived|shown|given|studied)\b/i;
/** Verbs of what a paper does; with them in the same sentence the question is its subject. */
const DOES =
  /\b(?:we|this (?:paper|work|study|article|survey|note)|here)\b,?(?: \w+ly| also| first| then| further| thus| therefore| here| now)* (?:address|answer|analy[sz]e|ask|bridge|aim|attempt|build|close|compare|consider|deal|demonstrate|derive|describe|design|develop|establish|examine|explore|fill|focus|follow|formali[sz]e|give|identify|introduce|investigate|look|present|propose|pursue|seek|prove|provide|reveal|resolve|review|settle|show|solve|start|study|tackle|take|test|try|use)|^in this (?:paper|work|study|article|note)\b/i;
/** What the paper does about it is to end it: "we answer this question in the negative". */
const SETTLES =
  /\b(?:answer|settl|resolv)\w*\b(?: \w+)? (?:this|these|the|that|both|it|them|an?|all|several)\b|\b(?:an? )?(?:affirmative|negative)(?:ly)? answer|\bin the (?:affirmative|negative)\b|\bsolves? (?:this|these|the) (?:open )?(?:question|problem|conjecture)/i;
/** Announced, not stated: "we conclude with some open problems". */
const ANNOUNCED =
  /\b(?:conclude|discuss|list|end|outline|identify|identif\w+|suggest|highlight|raise|pose|present|propose|pursue|seek|mention|offer|open)\w*\b[^:]*\b(?:open|future|unsolved|outstanding|unresolved)\b(?:\W+\w+)?\W+(?:problems|questions|issues|challenges|directions|avenues|research|work)\b(?![^.]*\b(?:whether|how|if|why|is to|include))/i;
const FUTURE = new Set(['future work']);

/** Sentences of an abstract that state an open question or a gap, in order. */
export function openQuestions(text: string, settings: QuestionSettings = DEFAULT_QUESTIONS): OpenQuestion[] {
  if (!ANY_CUE.test(text)) return [];
  const sentences = sentenceSpans(text);
  return sentences.flatMap((span, i): OpenQuestion[] => {
    const length = span.end - span.start;
    if (length < settings.minLength || length > settings.maxLength) return [];
    const sentence = text.slice(span.start, span.end).replace(/\s+/g, ' ');
    const cue = cueOf(sentence);
    if (!cue) return [];
    const own = sentences.slice(i + 1).find(({ start, end }) => OWN_WORK.test(text.slice(start, end)));
    const takenUp = own ?? (i === 0 && sentence.endsWith('?') ? sentences[1] : undefined);
    if (takenUp && SETTLES.test(text.slice(takenUp.start, takenUp.end))) return [];
    const share = takenUp && !FUTURE.has(cue.name) ? settings.takenUpShare : 1;
    return [{ ...span, cue: cue.name, strength: cue.strength * share, takenUp: takenUp ?? null }];
  });
}

function cueOf(sentence: string): { name: string; strength: number } | null {
  if (!ANY_CUE.test(sentence)) return null;
  const cue = QUESTION_CUES.find(({ pattern }) => pattern.test(sentence));
  if (!cue) return null;
  if (ANNOUNCED.test(sentence)) return null;
  if (FUTURE.has(cue.name)) return cue;
  if (DOES.test(sentence)) return null;
  if (ANSWERED.some((pattern) => pattern.test(sentence)) && !NOT_ANSWERED.test(sentence)) return null;
  return cue;
}
