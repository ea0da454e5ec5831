import type { Document } from '../record.ts';
import { DEFAULT_DEDUPE_SETTINGS, type DedupeSettings } from './dedupe-settings.ts';
import { mergeDocuments } from './merge-documents.ts';
import { type Evidence, evidenceOf, reasonOfKeys, TWIN_REASONS, type TwinReason, Twins } from './twins.ts';

export interface Added {
  /** `new`: no twin was there; `merged`: the paper changed; `same`: nothing that wasn't known. */
  outcome: 'new' | 'merged' | 'same';
  paper: Document;
  /** Ids that are no longer any paper's. */
  replaced: string[];
  /** What tied it to a paper that was there; null for a new one. */
  reason: TwinReason | null;
}

/**
 * Papers, each once. Two entries are twins by evidence of their own (see `Twins`), and a paper is all entries
 * that twins connect: so the papers don't depend on the order in which entries come.
 */
export class PaperIndex {
  readonly #twins: Twins;
  /** Union-find over entries. */
  readonly #parents: number[] = [];
  /** The paper of each entry that is a root. */
  readonly #papers = new Map<number, Document>();
  readonly #rootById = new Map<string, number>();
  /** One that came before, perhaps from another file, brings no new evidence. */
  readonly #entryByFingerprint = new Map<string, number>();

  constructor(settings: Partial<DedupeSettings> = {}) {
    this.#twins = new Twins({ ...DEFAULT_DEDUPE_SETTINGS, ...settings });
  }

  get size(): number {
    return this.#papers.size;
  }

  add(document: Document): Added {
    const fingerprint = fingerprintOf(document);
    const known = this.#entryByFingerprint.get(fingerprint);
    if (known !== undefined) return this.#merge(document, [this.#root(known)], reasonOfKeys(document.keys));

    const evidence = evidenceOf(document);
    const twins = evidence.map((one) => this.#twins.find(one));
    const entry = this.#addEntries(fingerprint, evidence);
    const roots = [...new Set(twins.flatMap(({ entries }) => entries.map((twin) => this.#root(twin))))];
    if (roots.length === 0) {
      this.#papers.set(entry, document);
      this.#rootById.set(document.id, entry);
      return { outcome: 'new', paper: document, replaced: [], reason: null };
    }
    this.#parents[entry] = roots[0]!;
    const reasons = twins.map(({ reason }) => reason);
    return this.#merge(document, roots, TWIN_REASONS.find((reason) => reasons.includes(reason)) ?? null);
  }

  papers(): IterableIterator<Document> {
    return this.#papers.values();
  }

  get(id: string): Document | undefined {
    const root = this.#rootById.get(id);
    return root === undefined ? undefined : this.#papers.get(root);
  }

  /** One for each variant; all belong to the first, whose number is returned. */
  #addEntries(fingerprint: string, evidence: readonly Evidence[]): number {
    const entries = evidence.map((one) => this.#twins.add(one));
    const [first] = entries as [number, ...number[]];
    for (const _ of entries) this.#parents.push(first);
    this.#entryByFingerprint.set(fingerprint, first);
    return first;
  }

  #merge(document: Document, roots: readonly number[], reason: TwinReason | null): Added {
    const [root, ...others] = roots as [number, ...number[]];
    const before = this.#papers.get(root)!;
    const ids = new Set<string>();
    let paper = mergeDocuments(before, document);
    for (const other of roots) ids.add(this.#papers.get(other)!.id);
    for (const other of others) {
      paper = mergeDocuments(paper, this.#papers.get(other)!);
      this.#papers.delete(other);
      this.#parents[other] = root;
    }
    if (others.length === 0 && JSON.stringify(paper) === JSON.stringify(before)) {
      return { outcome: 'same', paper: before, replaced: [], reason };
    }
    for (const id of ids) this.#rootById.delete(id);
    this.#papers.set(root, paper);
    this.#rootById.set(paper.id, root);
    ids.delete(paper.id);
    return { outcome: 'merged', paper, replaced: [...ids].sort(), reason };
  }

  #root(entry: number): number {
    let root = entry;
    while (this.#parents[root] !== root) root = this.#parents[root]!;
    for (let step = entry; step !== root; ) {
      const parent = this.#parents[step]!;
      this.#parents[step] = root;
      step = parent;
    }
    return root;
  }
}

/** All that can tie an entry to another; an abstract too short for a key of its own counts in full. */
function fingerprintOf({ keys, variants, abstract }: Document): string {
  const known = keys.some((key) => key.startsWith('abstract:'));
  const all = variants.length > 1 ? variants.join('\n') : keys.join(' ');
  return known ? all : `${all} ${abstract ?? ''}`;
}
