import { hashId } from '../clean/hash-id.ts';
import type { Extraction } from '../extract/extractor.ts';
import { type AcronymSettings, AcronymTable } from './acronym-table.ts';
import { CanonicalKeys } from './canonical-keys.ts';
import type { Concept, MergeReason } from './concept.ts';
import { type Definition, definitionsOf } from './definitions.ts';
import { chooseName, type Form, formOf, reasonFor } from './naming.ts';
import { majorityKind, SurfaceTable } from './surfaces.ts';
import { isCapitalName, spellingKey, tokensOf } from './tokens.ts';
import { Vocabulary } from './vocabulary.ts';

export type { Vocabulary } from './vocabulary.ts';

export interface CanonicaliserSettings extends AcronymSettings {
  /** A name in capitals and its word in lower case are two concepts when the word has at least this share. */
  wordShare: number;
}

export const DEFAULT_CANONICALISER_SETTINGS: CanonicaliserSettings = {
  dominance: 0.75,
  telling: 3,
  minPapers: 2,
  wordShare: 0.2,
};

/**
 * Decides which surface forms mean the same concept. Two passes: all extractions are observed, then each is
 * linked by the vocabulary. The result depends on what was observed, not on the order; memory grows with the
 * distinct forms, not with the mentions.
 */
export class Canonicaliser {
  readonly #settings: CanonicaliserSettings;
  readonly #surfaces = new SurfaceTable();
  /** Short key to long surface to the number of papers that define it so. */
  readonly #definitions = new Map<string, Map<string, number>>();
  /** Long surface to the surfaces of its short forms. */
  readonly #shortSurfaces = new Map<string, Set<string>>();

  constructor(settings: Partial<CanonicaliserSettings> = {}) {
    this.#settings = { ...DEFAULT_CANONICALISER_SETTINGS, ...settings };
  }

  observe(extraction: Extraction): void {
    for (const { surface, kind, confidence } of extraction.mentions) {
      this.#surfaces.add(surface, kind, confidence);
    }
    for (const { name, kind } of unmentioned(extraction)) this.#surfaces.add(name, kind, 1);
    for (const definition of definitionsOf(extraction)) this.#define(definition);
  }

  resolve(): Vocabulary {
    const acronyms = new AcronymTable(this.#definitions, this.#settings);
    const keys = new CanonicalKeys(acronyms, this.#namesThatAreWords());
    const keyBySurface = new Map<string, string | null>();
    const surfacesByKey = new Map<string, Set<string>>();
    const join = (key: string, surface: string): void => {
      const surfaces = surfacesByKey.get(key);
      if (surfaces) surfaces.add(surface);
      else surfacesByKey.set(key, new Set([surface]));
    };
    for (const [surface] of this.#surfaces) {
      const key = keys.keyOf(surface);
      keyBySurface.set(surface, key);
      if (key !== null) join(key, surface);
    }
    // A paper that defines a short form means its own long form by it, whatever others mean.
    for (const [long, shorts] of this.#shortSurfaces) {
      const key = keys.phraseKey(long);
      join(key, long);
      for (const short of shorts) join(key, short);
    }
    const concepts = [...surfacesByKey].map(([key, surfaces]) =>
      this.#concept(key, [...surfaces], keyBySurface),
    );
    concepts.sort((a, b) => (a.key < b.key ? -1 : 1));
    return new Vocabulary(concepts, keys, keyBySurface);
  }

  #define({ short, shortSurface, long }: Definition): void {
    const longs = this.#definitions.get(short) ?? new Map<string, number>();
    longs.set(long, (longs.get(long) ?? 0) + 1);
    this.#definitions.set(short, longs);
    const surfaces = this.#shortSurfaces.get(long) ?? new Set();
    this.#shortSurfaces.set(long, surfaces.add(shortSurface));
  }

  /** Words in lower case that are also a name in capitals, often enough to be told apart. */
  #namesThatAreWords(): Set<string> {
    const names = new Map<string, number>();
    const words = new Map<string, number>();
    for (const [surface, { count }] of this.#surfaces) {
      const tokens = surface.includes(' ') ? [] : tokensOf(surface);
      if (tokens.length !== 1) continue;
      const side = isCapitalName(tokens) ? names : surface === surface.toLowerCase() ? words : null;
      const key = spellingKey(tokens);
      side?.set(key, (side.get(key) ?? 0) + count);
    }
    const both = [...names].filter(([key, count]) => {
      const asWord = words.get(key) ?? 0;
      return asWord > 0 && asWord >= this.#settings.wordShare * (asWord + count);
    });
    return new Set(both.map(([key]) => key));
  }

  #concept(
    key: string,
    surfaces: readonly string[],
    keyBySurface: ReadonlyMap<string, string | null>,
  ): Concept {
    // A form whose meaning elsewhere is another lends its name, not its count.
    const countOf = (surface: string): number =>
      keyBySurface.get(surface) === key ? (this.#surfaces.get(surface)?.count ?? 0) : 0;
    const [only] = surfaces;
    if (only !== undefined && surfaces.length === 1) {
      const kind = majorityKind([this.#surfaces.get(only)].filter((count) => count !== undefined));
      return { id: hashId(key), key, name: only, kind, aliases: [], reasons: {} };
    }
    const forms = surfaces.map((surface) => formOf(surface, countOf(surface)));
    const name = chooseName(forms);
    const own = surfaces.filter((surface) => keyBySurface.get(surface) === key);
    const counted = (own.length > 0 ? own : surfaces).flatMap((surface) => this.#surfaces.get(surface) ?? []);
    return { id: hashId(key), key, name, kind: majorityKind(counted), ...aliasesOf(name, forms) };
  }
}

function* unmentioned({
  mentions,
  introductions,
}: Extraction): Generator<Extraction['introductions'][number]> {
  if (introductions.length === 0) return;
  const surfaces = new Set(mentions.map(({ surface }) => surface));
  for (const introduction of introductions) if (!surfaces.has(introduction.name)) yield introduction;
}

function aliasesOf(name: string, forms: readonly Form[]): Pick<Concept, 'aliases' | 'reasons'> {
  const { steps } = forms.find(({ surface }) => surface === name)!;
  const aliases = forms.filter(({ surface }) => surface !== name);
  aliases.sort((a, b) => (a.surface < b.surface ? -1 : 1));
  // From entries, so that an alias called `__proto__` is an alias like any other.
  const reasons: Record<string, MergeReason> = Object.fromEntries(
    aliases.map((alias) => [alias.surface, reasonFor(steps, alias.steps)]),
  );
  return { aliases: aliases.map(({ surface }) => surface), reasons };
}
