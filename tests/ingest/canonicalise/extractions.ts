import type { ConceptKind } from '../../../graph/schema.ts';
import { Canonicaliser, type Vocabulary } from '../../../ingest/canonicalise/canonicaliser.ts';
import type { Concept } from '../../../ingest/canonicalise/concept.ts';
import type { Extraction, Mention } from '../../../ingest/extract/extractor.ts';

/** A mention in running order: ten characters apart, all in one sentence. */
export const mention = (surface: string, at = 0, fields: Partial<Mention> = {}): Mention => ({
  field: 'abstract',
  start: at,
  end: at + surface.length,
  sentenceStart: 0,
  sentenceEnd: 1000,
  surface,
  kind: 'Method',
  role: 'uses',
  confidence: 0.8,
  ...fields,
});

/** A paper that mentions these forms and defines these short forms (short to long). */
export function extraction(
  id: string,
  surfaces: readonly string[],
  acronyms: Readonly<Record<string, string>> = {},
  kind: ConceptKind = 'Method',
): Extraction {
  const mentions = surfaces.map((surface, i) => mention(surface, i * 10, { kind }));
  const span = { field: 'abstract', start: 0, end: 1, sentenceStart: 0, sentenceEnd: 9 } as const;
  return {
    id,
    mentions,
    acronyms: Object.entries(acronyms).map(([short, long]) => ({ short, long, span })),
    introductions: [],
    relations: [],
  };
}

export function vocabularyOf(extractions: readonly Extraction[]): Vocabulary {
  const canonicaliser = new Canonicaliser();
  for (const observed of extractions) canonicaliser.observe(observed);
  return canonicaliser.resolve();
}

/** Concepts of one paper with these forms. */
export const conceptsOf = (...surfaces: string[]): readonly Concept[] =>
  vocabularyOf([extraction('p', surfaces)]).concepts;

/** The concept that is shown by a name. */
export const named = (vocabulary: Vocabulary, name: string): Concept => {
  const concept = vocabulary.concepts.find((one) => one.name === name);
  if (!concept) throw new Error(`no ${name} in ${vocabulary.concepts.map((one) => one.name).join(', ')}`);
  return concept;
};
/** Names of a paper's concepts. */
export const linked = (vocabulary: Vocabulary, paper: Extraction): string[] =>
  vocabulary.link(paper).map(({ conceptId }) => vocabulary.concepts.find(({ id }) => id === conceptId)!.name);
