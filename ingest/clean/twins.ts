import type { Document } from '../record.ts';
import type { DedupeSettings } from './dedupe-settings.ts';
import { abstractKey, isPreprintDoi } from './identity-keys.ts';
import { type Signature, signatureOf, similarity } from './minhash.ts';
import { NearDuplicates } from './near-duplicates.ts';

/** What ties two entries of one paper, strongest first. */
export const TWIN_REASONS = [
  'doi',
  'arxiv',
  'pubmed',
  'openalex',
  's2',
  'title',
  'abstract',
  'similar',
] as const;
export type TwinReason = (typeof TWIN_REASONS)[number];

/** What an entry can be recognised by. */
export interface Evidence {
  readonly keys: readonly string[];
  readonly signature: Signature | null;
  /** Of the abstract. */
  readonly words: number;
}

/**
 * What each entry that told of a paper can be recognised by. Of the abstracts only the chosen one is known any
 * more: it counts for the entries that had it, else for all.
 */
export function evidenceOf(document: Document): Evidence[] {
  const abstract = document.abstract ? signatureOf(document.abstract) : null;
  const variants = document.variants.length > 1 ? document.variants : [document.keys.join(' ')];
  // Where there is one variant the abstract is its own, whatever its keys say.
  const key = document.abstract && variants.length > 1 ? abstractKey(document.abstract) : '';
  const holders = variants.filter((variant) => variant.includes(key));
  return variants.map((variant) => {
    const known = abstract && (holders.length === 0 || holders.includes(variant)) ? abstract : null;
    const keys = variant.split(' ').filter(Boolean);
    return { keys, signature: known?.signature ?? null, words: known?.words ?? 0 };
  });
}

const KINDS: readonly ((key: string) => boolean)[] = [
  (key) => key.startsWith('doi:') && isPreprintDoi(key.slice('doi:'.length)),
  (key) => key.startsWith('doi:') && !isPreprintDoi(key.slice('doi:'.length)),
  (key) => key.startsWith('arxiv:'),
  (key) => key.startsWith('pubmed:'),
];

const reasonOfKey = (key: string): TwinReason => key.slice(0, key.indexOf(':')) as TwinReason;

/** The strongest reason that equal keys give. */
export function reasonOfKeys(keys: readonly string[]): TwinReason | null {
  return TWIN_REASONS.find((reason) => keys.some((key) => key.startsWith(`${reason}:`))) ?? null;
}

/**
 * Finds the twins of an entry: the same identifier; the same abstract, or a near-identical one; the same title,
 * unless identifiers of one kind differ. Symmetric, by evidence of the two entries alone, and such that a paper
 * put together from entries is the twin of nothing that none of them is: adding papers again ties no new ones.
 */
export class Twins {
  readonly #settings: DedupeSettings;
  /** Keys of each entry. */
  readonly #entries: (readonly string[])[] = [];
  /** Identifiers and abstracts: one entry stands for all that have the key, as they are twins anyway. */
  readonly #byKey = new Map<string, number>();
  readonly #byTitle = new Map<string, number[]>();
  readonly #near = new NearDuplicates();
  /** Item of `#near` to entry. */
  readonly #entryOfItem: number[] = [];

  constructor(settings: DedupeSettings) {
    this.#settings = settings;
  }

  /** Adds an entry and returns its number, counted from 0. */
  add(evidence: Evidence): number {
    const entry = this.#entries.push(evidence.keys) - 1;
    for (const key of evidence.keys) {
      if (key.startsWith('title:')) {
        const titled = this.#byTitle.get(key);
        if (titled) titled.push(entry);
        else this.#byTitle.set(key, [entry]);
      } else if (!this.#byKey.has(key)) this.#byKey.set(key, entry);
    }
    if (evidence.signature && evidence.words >= this.#settings.minWords) {
      this.#near.add(evidence.signature);
      this.#entryOfItem.push(entry);
    }
    return entry;
  }

  find(evidence: Evidence): { entries: number[]; reason: TwinReason | null } {
    const found = new Map<number, TwinReason>();
    const note = (entry: number, reason: TwinReason): void => {
      const known = found.get(entry);
      if (!known || TWIN_REASONS.indexOf(reason) < TWIN_REASONS.indexOf(known)) found.set(entry, reason);
    };
    for (const key of evidence.keys) {
      const known = this.#byKey.get(key);
      if (known !== undefined) note(known, reasonOfKey(key));
      for (const other of (this.#byTitle.get(key) ?? []).slice(0, this.#settings.maxCompared)) {
        if (!identifiersDiffer(evidence.keys, this.#entries[other]!)) note(other, 'title');
      }
    }
    for (const other of this.#similar(evidence)) note(other, 'similar');
    const reasons = [...found.values()].sort((a, b) => TWIN_REASONS.indexOf(a) - TWIN_REASONS.indexOf(b));
    return { entries: [...found.keys()], reason: reasons[0] ?? null };
  }

  #similar(evidence: Evidence): number[] {
    const { signature, words } = evidence;
    if (!signature || words < this.#settings.minWords) return [];
    const similar: number[] = [];
    for (const item of this.#near.candidates(signature, this.#settings.maxCompared)) {
      if (similarity(signature, this.#near.signature(item)) < this.#settings.nearAbstract) continue;
      similar.push(this.#entryOfItem[item]!);
    }
    return similar;
  }
}

/**
 * Whether both have an identifier of one kind and share none of them. A preprint's DOI and a publisher's are
 * two kinds, as one work has both.
 */
function identifiersDiffer(a: readonly string[], b: readonly string[]): boolean {
  return KINDS.some((isOfKind) => {
    const known = a.filter(isOfKind);
    const others = b.filter(isOfKind);
    return known.length > 0 && others.length > 0 && !known.some((key) => others.includes(key));
  });
}
