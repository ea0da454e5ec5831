import type { Extraction } from '../extract/extractor.ts';
import { type Context, ContextReader, ContextSample, rankOf, WordCounts } from './context.ts';
import { type Definition, definitionsOf } from './definitions.ts';
import { SurfaceTable } from './surfaces.ts';
import { looksShort, shortKey, tokensOf } from './tokens.ts';

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

  add(extraction: Extraction): void {
    for (const { surface, kind, confidence } of extraction.mentions)
      this.surfaces.add(surface, kind, confidence);
    for (const { name, kind } of unmentioned(extraction)) this.surfaces.add(name, kind, 1);
    const context = this.contexts.read(extraction);
    this.words.add(context);
    const rank = rankOf(context);
    const own = new Map<string, string>();
    for (const definition of definitionsOf(extraction)) {
      if (!own.has(definition.short)) own.set(definition.short, definition.long);
      this.#define(definition, rank, context);
    }
    const silent = new Set<string>();
    for (const { surface } of extraction.mentions) {
      const { short } = this.contexts.traits(surface);
      if (short !== null && !own.has(short)) silent.add(short);
      if (own.size > 0 && short === null) this.#addOwnForms(surface, own);
    }
    for (const short of silent) sampleAt(this.silent, short).add(rank, context);
  }

  #define({ short, shortSurface, long }: Definition, rank: string, context: Context): void {
    const longs = this.definitions.get(short) ?? new Map<string, number>();
    this.definitions.set(short, longs.set(long, (longs.get(long) ?? 0) + 1));
    const surfaces = this.shortSurfaces.get(long) ?? new Set<string>();
    this.shortSurfaces.set(long, surfaces.add(shortSurface));
    const samples = this.defining.get(short) ?? new Map<string, ContextSample>();
    this.defining.set(short, samples);
    sampleAt(samples, long).add(rank, context);
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
