import type { MergeReason } from './concept.ts';
import type { Rewrites } from './rewrites.ts';
import type { Meanings, SpelledForm, SpelledForms } from './spelled-forms.ts';

/** What a surface form is filed under. */
export interface CanonicalForm {
  readonly key: string;
  /** Why the key isn't that of the form's own spelling; null when it is. */
  readonly reason: MergeReason | null;
}

/**
 * From surface form to canonical key. A pure function of the form and of tables of the whole corpus, never by way of
 * another form: so nothing merges by a chain of look-alikes.
 */
export class CanonicalKeys {
  readonly #spelled: SpelledForms;
  readonly #rewrites: Rewrites;

  constructor(spelled: SpelledForms, rewrites: Rewrites) {
    this.#spelled = spelled;
    this.#rewrites = rewrites;
  }

  /** Null for a form that names nothing. */
  of(surface: string, meanings?: Meanings): CanonicalForm | null {
    const spelled = this.#spelled.of(surface, meanings);
    return spelled && this.rewritten(spelled);
  }

  /** The same for a long form, whose own letters are never taken for a short form. */
  ofPhrase(surface: string): CanonicalForm {
    return this.rewritten(this.#spelled.ofPhrase(surface));
  }

  rewritten(form: SpelledForm): CanonicalForm {
    return this.#rewrites.of(form) ?? { key: form.key, reason: null };
  }
}
