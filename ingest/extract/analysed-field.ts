import { type AcronymDefinition, findAcronyms } from './acronyms.ts';
import type { ExtractorInput } from './extractor.ts';
import { findNounPhrases, type NounPhrase } from './noun-phrases.ts';
import { type Sentence, splitSentences } from './sentences.ts';
import { repairTags } from './tags.ts';

/** A title or an abstract, read: its sentences, phrases and abbreviations. Offsets are UTF-16 units of `text`. */
export interface AnalysedField {
  field: 'title' | 'abstract';
  text: string;
  sentences: readonly AnalysedSentence[];
  acronyms: readonly AcronymDefinition[];
}

export interface AnalysedSentence extends Sentence {
  phrases: readonly NounPhrase[];
}

/** How much of a title or abstract is read, in UTF-16 units. */
const MAX_FIELD_LENGTH = 20_000;
const FIELDS = ['title', 'abstract'] as const;

/** The fields of a document that hold text, title first. */
export function analyseFields(input: ExtractorInput): AnalysedField[] {
  const fields: AnalysedField[] = [];
  for (const field of FIELDS) {
    // An abstract is short; what lies behind the limit of a whole book is not read.
    const text = input[field]?.slice(0, MAX_FIELD_LENGTH);
    if (!text) continue;
    const sentences = splitSentences(text, field === 'title').map((sentence) => {
      const repaired = repairTags(sentence);
      return { ...repaired, phrases: findNounPhrases(repaired) };
    });
    fields.push({ field, text, sentences, acronyms: findAcronyms(text) });
  }
  return fields;
}
