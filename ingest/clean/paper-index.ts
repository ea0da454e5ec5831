import type { Document } from '../record.ts';
import { DEFAULT_DEDUPE_SETTINGS, type DedupeSettings } from './dedupe-settings.ts';
import { mergeDocuments } from './merge-documents.ts';
import { type Evidence, evidenceOf, reasonOfKeys, type TwinReason, Twins } from './twins.ts';

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
    const twins = this.#twins.find(evidence);
    const entry = this.#addEntry(fingerprint, evidence);
    if (twins.entries.length === 0) {
      this.#papers.set(entry, document);
      this.#rootById.set(document.id, entry);
      return { outcome: 'new', paper: document, replaced: [], reason: null };
    }
    const roots = [...new Set(twins.entries.map((twin) => this.#root(twin)))];
    this.#parents[entry] = roots[0]!;
    return this.#merge(document, roots, twins.reason);
  }

  papers(): IterableIterator<Document> {
    return this.#papers.values();
  }

  get(id: string): Document | undefined {
    const root = this.#rootById.get(id);
    return root === undefined ? undefined : this.#papers.get(root);
  }

  #addEntry(fingerprint: string, evidence: Evidence): number {
    const entry = this.#twins.add(evidence);
    this.#parents.push(entry);
    this.#entryByFingerprint.set(fingerprint, entry);
    return entry;
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
function fingerprintOf({ keys, abstract }: Document): string {
  const known = keys.some((key) => key.startsWith('abstract:'));
  return known ? keys.join(' ') : `${keys.join(' ')} ${abstract ?? ''}`;
}
