import type { Extraction } from '../extract/extractor.ts';
import { AcronymSenses, type Meaning } from './acronym-senses.ts';
import { type AcronymSettings, AcronymTable } from './acronym-table.ts';
import { AttestedForms } from './attested-forms.ts';
import { type CanonicalForm, CanonicalKeys } from './canonical-keys.ts';
import { ConceptForms } from './concept-forms.ts';
import type { Decision } from './decisions.ts';
import { withFamilies } from './families.ts';
import { Observations } from './observations.ts';
import { Replay } from './replay.ts';
import { Rewrites } from './rewrites.ts';
import { type Meanings, type SpelledForm, SpelledForms } from './spelled-forms.ts';
import { isCapitalName, spellingKey, tokensOf } from './tokens.ts';
import { Vocabulary } from './vocabulary.ts';

export type { Vocabulary } from './vocabulary.ts';

/**
 * Raise it with every change of what concepts come of the same extractions, salience and roles included: graphs that
 * another version made are then made anew at the next ingest of their files.
 */
export const CANONICALISER_VERSION = 2;

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
 * distinct forms, not with the mentions. Decisions are replayed on the automatic result.
 */
export class Canonicaliser {
  readonly #settings: CanonicaliserSettings;
  readonly #decisions: readonly Decision[];
  readonly #seen = new Observations();

  constructor(settings: Partial<CanonicaliserSettings> = {}, decisions: readonly Decision[] = []) {
    this.#settings = { ...DEFAULT_CANONICALISER_SETTINGS, ...settings };
    this.#decisions = decisions;
  }

  observe(extraction: Extraction): void {
    this.#seen.add(extraction);
  }

  /** May be asked again, with other decisions. */
  resolve(decisions = this.#decisions): Vocabulary {
    const seen = this.#seen;
    const acronyms = new AcronymTable(seen.definitions, this.#settings);
    const senses = new AcronymSenses(acronyms, seen.defining, seen.words);
    const spelled = new SpelledForms(acronyms, this.#namesThatAreWords());
    const spelledBySurface = new Map<string, SpelledForm | null>();
    for (const [surface] of seen.surfaces) spelledBySurface.set(surface, spelled.of(surface));
    const keys = new CanonicalKeys(spelled, this.#rewrites(spelled, spelledBySurface));

    const formBySurface = new Map<string, CanonicalForm | null>();
    for (const [surface, form] of spelledBySurface) formBySurface.set(surface, form && keys.rewritten(form));
    const filed = [...this.#filed(acronyms, senses, keys, formBySurface)];
    const known = new Set(filed.map(([, { key }]) => key));
    const replay = new Replay(decisions, (form) => {
      const key = (formBySurface.get(form) ?? keys.of(form))?.key;
      return key !== undefined && known.has(key) ? key : null;
    });

    const forms = new ConceptForms(seen.surfaces, formBySurface, replay);
    for (const [surface, form] of filed) forms.add(surface, form);
    const concepts = forms.concepts();
    const ids = new Map(concepts.map(({ key, id }) => [key, id]));
    const conceptIdOf = (form: string): string | null => {
      const filedAs = keys.of(form);
      const key = filedAs && replay.keyOf(form, filedAs.key);
      return key === null ? null : (ids.get(key) ?? null);
    };
    return new Vocabulary(withFamilies(concepts, conceptIdOf), {
      keys,
      senses,
      acronyms,
      replay,
      contexts: seen.contexts,
      formBySurface,
    });
  }

  /** Every form with each place it is filed under. */
  *#filed(
    acronyms: AcronymTable,
    senses: AcronymSenses,
    keys: CanonicalKeys,
    formBySurface: ReadonlyMap<string, CanonicalForm | null>,
  ): Generator<[string, CanonicalForm]> {
    for (const [surface, form] of formBySurface) if (form) yield [surface, form];
    // A paper that defines a short form means its own long form by it, whatever others mean.
    for (const [long, shorts] of this.#seen.shortSurfaces) {
      const form = keys.ofPhrase(long);
      yield [long, form];
      for (const short of shorts) yield [short, { ...form, reason: 'abbreviation' }];
    }
    for (const { surface, short, long } of this.#seen.ownForms.values()) {
      const form = keys.of(surface, new Map([[short, acronyms.longForm(long)]]));
      if (form) yield [surface, form];
    }
    // Where a paper has nothing in common with those who define a short form, it only stands for itself.
    for (const [short, sample] of this.#seen.silent) {
      const isForeign = [...sample.contexts()].some((context) => senses.meaningIn(short, context) === null);
      const form = isForeign
        ? keys.of(short, new Map<string, Meaning>([[short, null]]) satisfies Meanings)
        : null;
      if (form) yield [short, form];
    }
  }

  #rewrites(spelled: SpelledForms, spelledBySurface: ReadonlyMap<string, SpelledForm | null>): Rewrites {
    const attested = new AttestedForms();
    for (const [surface, count] of this.#seen.surfaces) {
      const form = spelledBySurface.get(surface);
      if (form) attested.add(form.key, surface, count);
    }
    const long = new Set(
      [...this.#seen.shortSurfaces.keys()].map((surface) => spelled.ofPhrase(surface).key),
    );
    return new Rewrites(attested, (key) => long.has(key));
  }

  /** Words in lower case that are also a name in capitals, often enough to be told apart. */
  #namesThatAreWords(): Set<string> {
    const names = new Map<string, number>();
    const words = new Map<string, number>();
    for (const [surface, { count }] of this.#seen.surfaces) {
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
}
