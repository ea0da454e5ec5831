import type { ConceptKind } from '../../graph/schema.ts';
import { majorityKind, type SurfaceCount } from './surfaces.ts';

/** The last word belongs to somebody: Alice's model, users' data set. */
const OWNED_HEAD = /(?:['’]s|s['’])\s+(?:data\s+)?[\p{L}\p{N}]+$/u;

interface Attested {
  count: number;
  /** Uses written with a capital letter. */
  named: number;
  /** Uses whose last word belongs to what stands before it. */
  owned: number;
  readonly surfaces: SurfaceCount[];
}

/** How often each key by spelling was seen, over all its surface forms. */
export class AttestedForms {
  readonly #forms = new Map<string, Attested>();

  add(key: string, surface: string, seen: SurfaceCount): void {
    let form = this.#forms.get(key);
    if (!form) {
      form = { count: 0, named: 0, owned: 0, surfaces: [] };
      this.#forms.set(key, form);
    }
    form.count += seen.count;
    if (/\p{Lu}/u.test(surface)) form.named += seen.count;
    if (OWNED_HEAD.test(surface)) form.owned += seen.count;
    form.surfaces.push(seen);
  }

  count(key: string): number {
    return this.#forms.get(key)?.count ?? 0;
  }

  /** The kind most uses say it is; null for a form that was never seen. */
  kind(key: string): ConceptKind | null {
    const form = this.#forms.get(key);
    return form ? majorityKind(form.surfaces) : null;
  }

  /** Whether most uses are written with a capital letter, as names are. */
  isNamed(key: string): boolean {
    const form = this.#forms.get(key);
    return form !== undefined && 2 * form.named > form.count;
  }

  /** Whether at least half of the uses say that the last word belongs to somebody, which the key doesn't tell. */
  isOwned(key: string): boolean {
    const form = this.#forms.get(key);
    return form !== undefined && form.owned > 0 && 2 * form.owned >= form.count;
  }
}
