import { hashId } from '../clean/hash-id.ts';
import type { CanonicalForm } from './canonical-keys.ts';
import type { Concept, MergeReason } from './concept.ts';
import { chooseName, type Form, formOf, reasonFor } from './naming.ts';
import type { Replay } from './replay.ts';
import { majorityKind, type SurfaceCount, type SurfaceTable } from './surfaces.ts';

/** One form of a concept. */
interface Filed {
  readonly surface: string;
  readonly form: CanonicalForm;
  /** Whether a person's decision brought it here. */
  readonly decided: boolean;
}

/** Most concepts have one form: they share these, which nobody changes. */
const NO_ALIASES: string[] = [];
const NO_REASONS: Record<string, MergeReason> = {};

/** Gathers surface forms by the key they end up under, and makes concepts of them. */
export class ConceptForms {
  readonly #surfaces: SurfaceTable;
  readonly #formBySurface: ReadonlyMap<string, CanonicalForm | null>;
  readonly #replay: Replay;
  readonly #byKey = new Map<string, Map<string, Filed>>();

  constructor(
    surfaces: SurfaceTable,
    formBySurface: ReadonlyMap<string, CanonicalForm | null>,
    replay: Replay,
  ) {
    this.#surfaces = surfaces;
    this.#formBySurface = formBySurface;
    this.#replay = replay;
  }

  /** The first filing of a form under a key is the one whose reason is told. */
  add(surface: string, form: CanonicalForm): void {
    const key = this.#replay.keyOf(surface, form.key);
    if (key === null) return;
    const forms = this.#byKey.get(key) ?? new Map<string, Filed>();
    this.#byKey.set(key, forms);
    const known = forms.get(surface);
    // A form can come by several ways; the way of its own spelling is told, else the first in the alphabet.
    if (known && (known.form.reason ?? '') <= (form.reason ?? '')) return;
    forms.set(surface, { surface, form, decided: key !== form.key });
  }

  /** Sorted by key. */
  concepts(): Omit<Concept, 'family'>[] {
    return [...this.#byKey]
      .map(([key, forms]) => this.#concept(key, [...forms.values()]))
      .sort((a, b) => (a.key < b.key ? -1 : 1));
  }

  #concept(key: string, filed: readonly Filed[]): Omit<Concept, 'family'> {
    const id = hashId(key);
    const kind = this.#replay.kindOf(key) ?? majorityKind(this.#counted(key, filed));
    const renamed = this.#replay.nameOf(key);
    const [only] = filed;
    if (filed.length === 1 && only && (renamed === undefined || renamed === only.surface)) {
      return { id, key, name: only.surface, kind, aliases: NO_ALIASES, reasons: NO_REASONS };
    }
    const forms = new Map(
      filed.map(({ surface }) => [surface, formOf(surface, this.#countAt(key, surface))]),
    );
    const roots = filed.filter(({ form, decided }) => form.reason === null && !decided);
    const chosen = chooseName((roots.length > 0 ? roots : filed).map(({ surface }) => forms.get(surface)!));
    const name = renamed ?? chosen;
    const chosenFiled = filed.find(({ surface }) => surface === chosen)!;
    const reasons = filed
      .filter(({ surface }) => surface !== name)
      .map((alias): [string, MergeReason] => [
        alias.surface,
        alias.surface === chosen ? 'user' : reasonBetween(chosenFiled, alias, forms),
      ])
      .sort(([a], [b]) => (a < b ? -1 : 1));
    // From entries, so that an alias called `__proto__` is an alias like any other.
    return {
      id,
      key,
      name,
      kind,
      aliases: reasons.map(([alias]) => alias),
      reasons: Object.fromEntries(reasons),
    };
  }

  /** A form whose meaning elsewhere is another lends its name, not its count. */
  #countAt(key: string, surface: string): number {
    const form = this.#formBySurface.get(surface);
    const isHere = form && this.#replay.keyOf(surface, form.key) === key;
    return isHere ? (this.#surfaces.get(surface)?.count ?? 0) : 0;
  }

  #counted(key: string, filed: readonly Filed[]): SurfaceCount[] {
    const here = filed.filter(({ surface }) => this.#countAt(key, surface) > 0);
    const roots = here.filter(({ form, decided }) => form.reason === null && !decided);
    const counted = roots.length > 0 ? roots : here.length > 0 ? here : filed;
    return counted.flatMap(({ surface }) => this.#surfaces.get(surface) ?? []);
  }
}

function reasonBetween(name: Filed, alias: Filed, forms: ReadonlyMap<string, Form>): MergeReason {
  if (alias.decided || name.decided) return 'user';
  const spelled = reasonFor(forms.get(name.surface)!.steps, forms.get(alias.surface)!.steps);
  // Forms of one spelling are that, by whatever way they came here.
  if (spelled !== 'abbreviation') return spelled;
  return alias.form.reason ?? name.form.reason ?? 'abbreviation';
}
