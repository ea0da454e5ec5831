import type { ConceptKind } from '../../graph/schema.ts';
import { hashId } from '../clean/hash-id.ts';
import { type Decision, inOrder } from './decisions.ts';

/** Marks the key of forms that a person split off. */
const SPLIT = '=';

/**
 * Decisions replayed on the automatic result: where each form goes in the end, and what concepts are called. Without
 * decisions everything stays where it was.
 */
export class Replay {
  /** Forms that were split off, to their key. */
  readonly #moved = new Map<string, string>();
  readonly #splitKeys = new Set<string>();
  /** Merged keys to the key that stands for them in the end; null for what is no concept. */
  readonly #targets = new Map<string, string | null>();
  readonly #names = new Map<string, string>();
  readonly #kinds = new Map<string, ConceptKind>();
  readonly #automatic: (form: string) => string | null;

  /** `automatic`: the key of a form before any decision; null for what isn't known. */
  constructor(decisions: readonly Decision[], automatic: (form: string) => string | null) {
    this.#automatic = automatic;
    for (const decision of inOrder(decisions)) this.#apply(decision);
  }

  /** Where a form goes that is filed under `key` automatically. */
  keyOf(form: string, key: string): string | null {
    const from = this.#moved.get(form) ?? key;
    const target = this.#targets.get(from);
    return target === undefined ? from : target;
  }

  /** Whether a person split the form off, so that no paper's own definition counts. */
  isMoved(form: string): boolean {
    return this.#moved.size > 0 && this.#moved.has(form);
  }

  nameOf(key: string): string | undefined {
    return this.#names.get(key);
  }

  kindOf(key: string): ConceptKind | undefined {
    return this.#kinds.get(key);
  }

  /** The key that a further decision about this form would speak of; null where it would do nothing. */
  current(form: string): string | null {
    const key = this.#moved.get(form) ?? this.#automatic(form);
    return key === null ? null : this.keyOf(form, key);
  }

  #apply(decision: Decision): void {
    if (decision.action === 'split') {
      this.#split(decision.forms);
      return;
    }
    const key = this.current(decision.action === 'merge' ? decision.into : decision.form);
    if (key === null) return;
    if (decision.action === 'merge') for (const form of decision.forms) this.#merge(this.current(form), key);
    else if (decision.action === 'rename') this.#names.set(key, decision.name);
    else if (decision.action === 'retype') this.#kinds.set(key, decision.kind);
    else this.#redirect(key, null);
  }

  #split(forms: readonly string[]): void {
    const known = [...new Set(forms)].filter((form) => this.current(form) !== null).sort();
    if (known.length === 0) return;
    let key = `${SPLIT}${hashId(JSON.stringify(known))}`;
    // The same forms, split off before, may since have been merged, or others with them.
    while (this.#splitKeys.has(key)) key += SPLIT;
    this.#splitKeys.add(key);
    for (const form of known) this.#moved.set(form, key);
  }

  #merge(from: string | null, into: string): void {
    if (from !== null && from !== into) this.#redirect(from, into);
  }

  /** All that went to `from` goes to `into`: one step, whatever was decided before. */
  #redirect(from: string, into: string | null): void {
    for (const [key, target] of this.#targets) if (target === from) this.#targets.set(key, into);
    this.#targets.set(from, into);
  }
}
