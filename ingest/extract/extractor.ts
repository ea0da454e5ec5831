import type { ConceptKind, ConceptRelation, Role, Span } from '../../graph/schema.ts';

/** What an extractor is given: clean text. At least one field is not empty. */
export interface ExtractorInput {
  id: string;
  title: string | null;
  abstract: string | null;
}

/** One place where a paper speaks of a concept. */
export interface Mention extends Span {
  /** Exactly `field.slice(start, end)`. */
  surface: string;
  kind: ConceptKind;
  role: Role;
  /** 0 to 1. */
  confidence: number;
}

/** A short form with the long form that a paper gives it. */
export interface Acronym {
  short: string;
  long: string;
  /** Where the short form is defined. */
  span: Span;
}

/** A name that the paper gives to its own thing. */
export interface Introduction {
  name: string;
  kind: ConceptKind;
  /** Long form, where the paper has one. */
  long: string | null;
  span: Span;
}

/**
 * What one sentence says of two concepts in it: `from` is used for `to`, evaluated on it, part of it, compared with it,
 * or a kind of it. Both are indexes into the extraction's mentions, which stand in the same sentence.
 */
export interface Relation {
  type: ConceptRelation;
  from: number;
  to: number;
  /** 0 to 1. */
  confidence: number;
}

export interface Extraction {
  id: string;
  mentions: Mention[];
  acronyms: Acronym[];
  introductions: Introduction[];
  relations: Relation[];
  /** Why nothing could be extracted; the lists are empty then. Absent where all went well. */
  error?: string;
  /** Name of the extractor that made this in place of the one that was asked. Absent where that one did. */
  standIn?: string;
}

/** Where a run takes its extractions from: workers that hold an extractor, or a service that is asked. */
export interface ExtractionSource {
  /** Extractions in the order of the inputs, some at a time. Throws the signal's reason when it is aborted. */
  extract(
    inputs: AsyncIterable<ExtractorInput> | Iterable<ExtractorInput>,
    signal?: AbortSignal,
  ): AsyncIterable<Extraction[]>;
  close(): Promise<void>;
}

/**
 * Finds concepts in abstracts. Pure: the same input gives the same output, whatever else is in the batch.
 * Implementations must be loadable in a worker by module path, so they hold no open handles.
 */
export interface Extractor {
  /** Name and version; part of the cache key, so raise it with every change of behaviour. */
  readonly name: string;
  extract(documents: readonly ExtractorInput[]): Promise<Extraction[]>;
}
