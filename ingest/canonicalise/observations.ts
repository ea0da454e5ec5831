import type { Extraction } from '../extract/extractor.ts';
import { type Context, ContextReader, ContextSample, WordCounts } from './context.ts';
import { type Definition, definitionsOf } from './definitions.ts';
import { SurfaceTable } from './surfaces.ts';
import { looksShort, shortKey, tokensOf } from './tokens.ts';

/** Longer surfaces are no short forms. */
export const MAX_SHORT_LENGTH = 24;

/** A form that holds a short form which its paper defines. */
export interface OwnForm {
  readonly surface: string;
  readonly short: string;
  readonly long: string;
}

/** What all papers together say, counted by distinct form: nothing here depends on the order of papers. */
export class Observations {
  readonly surfaces = new SurfaceTable();
  /** Short key to long surface to the number of papers that define it so. */
  readonly definitions = new Map<string, Map<string, number>>();
  /** Long surface to the surfaces of its short forms. */
  readonly shortSurfaces = new Map<string, Set<string>>();
  readonly ownForms = new Map<string, OwnForm>();
  /** Some of the papers that define a short form, by short key and long surface. */
  readonly defining = new Map<string, Map<string, ContextSample>>();
  /** Some of the papers that use a form with capitals and don't define it, by short key. */
  readonly silent = new Map<string, ContextSample>();
  readonly words = new WordCounts();
  readonly contexts = new ContextReader();
  readonly #shortKeys = new Map<string, string | null>();

  add(extraction: Extraction): void {
    for (const { surface, kind, confidence } of extraction.mentions)
      this.surfaces.add(surface, kind, confidence);
    for (const { name, kind } of unmentioned(extraction)) this.surfaces.add(name, kind, 1);
    const context = this.contexts.read(extraction);
    this.words.add(context);
    const own = new Map<string, string>();
    for (const definition of definitionsOf(extraction)) {
      if (!own.has(definition.short)) own.set(definition.short, definition.long);
      this.#define(definition, extraction.id, context);
    }
    for (const surface of new Set(extraction.mentions.map((mention) => mention.surface))) {
      const short = this.#shortKeyOf(surface);
      if (short !== null && !own.has(short)) sampleAt(this.silent, short).add(extraction.id, context);
      if (own.size > 0 && short === null) this.#addOwnForms(surface, own);
    }
  }

  #define({ short, shortSurface, long }: Definition, paperId: string, context: Context): void {
    const longs = this.definitions.get(short) ?? new Map<string, number>();
    this.definitions.set(short, longs.set(long, (longs.get(long) ?? 0) + 1));
    const surfaces = this.shortSurfaces.get(long) ?? new Set<string>();
    this.shortSurfaces.set(long, surfaces.add(shortSurface));
    const samples = this.defining.get(short) ?? new Map<string, ContextSample>();
    this.defining.set(short, samples);
    sampleAt(samples, long).add(paperId, context);
  }

  #addOwnForms(surface: string, own: ReadonlyMap<string, string>): void {
    if (!looksShort(surface)) return;
    const tokens = tokensOf(surface);
    for (const token of tokens) {
      const short = shortKey([token]);
      const long = tokens.length > 1 ? own.get(short) : undefined;
      if (long !== undefined) this.ownForms.set(`${surface}\n${short}\n${long}`, { surface, short, long });
    }
  }

  /** The short key of a form in capitals without spaces; null for all others. */
  #shortKeyOf(surface: string): string | null {
    let key = this.#shortKeys.get(surface);
    if (key === undefined) {
      const isShort = surface.length <= MAX_SHORT_LENGTH && !surface.includes(' ') && looksShort(surface);
      key = isShort ? shortKey(tokensOf(surface)) : null;
      this.#shortKeys.set(surface, key);
    }
    return key;
  }
}

function sampleAt(samples: Map<string, ContextSample>, key: string): ContextSample {
  const sample = samples.get(key) ?? new ContextSample();
  samples.set(key, sample);
  return sample;
}

/** Names that a paper gives to its own thing and that no mention stands for. */
function* unmentioned({
  mentions,
  introductions,
}: Extraction): Generator<Extraction['introductions'][number]> {
  if (introductions.length === 0) return;
  const surfaces = new Set(mentions.map(({ surface }) => surface));
  for (const introduction of introductions) if (!surfaces.has(introduction.name)) yield introduction;
}
