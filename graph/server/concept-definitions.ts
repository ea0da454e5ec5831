import { type Definition, definitionIn } from '../analysis/text/definitions.ts';
import type { ConceptDetail, PaperRef } from '../contract.ts';
import type { Span } from '../schema.ts';
import type { PaperText } from './evidence.ts';

type Found = ConceptDetail['definitions'][number];

export interface MentioningPaper {
  paper: PaperRef;
  words: PaperText;
  /** Where it names the concept. */
  spans: readonly Span[];
  introduces: boolean;
}

/** A title is no sentence: what it says after a colon names the paper as much as the concept. */
const IN_TITLE = 0.7;

/**
 * Sentences of these papers that say what the concept is, one a paper and each once, the surest first; of equals the
 * oldest paper's.
 */
export function conceptDefinitions(papers: readonly MentioningPaper[], limit: number): Found[] {
  const found = papers.flatMap((paper) => bestOf(definitionsOf(paper)) ?? []);
  found.sort((one, other) => other.score - one.score || yearOf(one) - yearOf(other) || byId(one, other));
  const seen = new Set<string>();
  const distinct = found.filter(({ sentence }) => !seen.has(sentence) && seen.add(sentence));
  return distinct.slice(0, limit);
}

function definitionsOf({ paper, words, spans, introduces }: MentioningPaper): Found[] {
  const best = new Map<string, Found>();
  for (const { field, start, end, sentenceStart, sentenceEnd } of spans) {
    const sentence = (words[field] ?? '').slice(sentenceStart, sentenceEnd);
    const at = { start: start - sentenceStart, end: end - sentenceStart };
    const definition: Definition | null = definitionIn(sentence, at, introduces);
    if (!definition) continue;
    const score = definition.score * (field === 'title' ? IN_TITLE : 1);
    const before = best.get(sentence);
    if (before && before.score >= score) continue;
    best.set(sentence, { paper, field, sentence, ...at, form: definition.form, score });
  }
  return [...best.values()];
}

function bestOf(found: readonly Found[]): Found | undefined {
  return found.toSorted((one, other) => other.score - one.score || one.start - other.start)[0];
}

const yearOf = ({ paper }: Found): number => paper.year ?? Number.MAX_SAFE_INTEGER;
const byId = (one: Found, other: Found): number =>
  one.paper.id < other.paper.id ? -1 : one.paper.id > other.paper.id ? 1 : one.start - other.start;
