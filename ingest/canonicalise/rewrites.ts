import type { AttestedForms } from './attested-forms.ts';
import { withoutHead } from './generic-heads.ts';
import { singular } from './singular.ts';
import type { SpelledForm } from './spelled-forms.ts';
import { joined } from './tokens.ts';
import { otherOrders } from './word-order.ts';

/** A form's better form. */
export interface Rewrite {
  readonly key: string;
  readonly reason: Rule;
}

/**
 * How often the better form must be seen, as a share of the uses of the form itself: an idiom hardly has another order
 * (mixture of experts), and a name hardly another head (elastic net).
 */
const MIN_SHARE: Readonly<Record<Rule, number>> = { plural: 1, variant: 1, order: 1 / 3, head: 1 / 3 };

type Rule = 'plural' | 'variant' | 'order' | 'head';

/** Heads for which another word is more common. */
const HEAD_VARIANTS = new Map([['net', 'network']]);

/**
 * Forms that say the same in other words. A form is rewritten once, to a form that was seen often enough and that itself
 * stays as it is: so every concept is one root with the forms one step from it, and never a chain.
 */
export class Rewrites {
  readonly #forms: AttestedForms;
  /** Whether papers give a short form to this key: then it is a name, whose words stay as they are. */
  readonly #fixed: (key: string) => boolean;
  readonly #known = new Map<string, Rewrite | null>();

  constructor(forms: AttestedForms, fixed: (key: string) => boolean) {
    this.#forms = forms;
    this.#fixed = fixed;
  }

  /** Null when the form stays as it is. */
  of(form: SpelledForm): Rewrite | null {
    if (form.tokens.length < 2) return null;
    // By the words, not the key: in two spellings of one form they may differ, and order must not matter.
    const words = form.cased.join(' ');
    const known = this.#known.get(words);
    if (known !== undefined) return known;
    const rewrite = this.#rewrite(form);
    this.#known.set(words, rewrite);
    return rewrite;
  }

  #rewrite(form: SpelledForm): Rewrite | null {
    const { key } = form;
    for (const [tokens, reason] of this.#candidates(form)) {
      const target = joined(tokens);
      const least = Math.max(1, MIN_SHARE[reason] * this.#forms.count(key));
      if (target === key || this.#forms.count(target) < least) continue;
      if (this.of({ tokens, cased: tokens, key: target }) === null) return { key: target, reason };
    }
    return null;
  }

  *#candidates({ tokens, cased, key }: SpelledForm): Generator<[readonly string[], Rule]> {
    yield [tokens.map(singular), 'plural'];
    const variant = HEAD_VARIANTS.get(tokens.at(-1)!);
    if (variant) yield [[...tokens.slice(0, -1), variant], 'variant'];
    if (this.#fixed(key)) return;
    for (const order of otherOrders(tokens)) yield [order, 'order'];
    // Alice's model isn't Alice.
    if (this.#forms.isOwned(key)) return;
    const headless = withoutHead(tokens, cased, this.#forms);
    if (headless) yield [headless, 'head'];
  }
}
