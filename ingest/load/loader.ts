import { CONCEPT_KINDS } from '../../graph/schema.ts';
import type { Statement, StoreWriter } from '../../graph/store/store.ts';
import type { Concept } from '../canonicalise/concept.ts';
import type { Progress } from '../progress.ts';
import type { Document } from '../record.ts';
import type { IngestSettings } from '../settings.ts';
import { byId, type ConceptRow, changedRows, type Fresh, rowsOf } from './changed-rows.ts';
import type { PaperFacts } from './paper-facts.ts';
import { paperStatements } from './paper-statements.ts';
import { RelationTable } from './relation-table.ts';
import * as cypher from './statements.ts';
import { storedAuthors, storedCitations, storedConcepts } from './stored-graph.ts';
import { syncRelations } from './sync-relations.ts';

/** The graph that the papers make, as streams: facts are made anew on each pass, so memory stays flat. */
export interface TargetGraph {
  papers: readonly Document[];
  concepts: readonly Concept[];
  facts(papers: readonly Document[]): AsyncGenerator<PaperFacts>;
}

export interface LoadResult {
  concepts: number;
  mentions: number;
  introduces: number;
  /** Relations between concepts, each type and pair once. */
  relations: number;
  authors: number;
  cites: number;
  written: { papers: number; concepts: number; removedPapers: number; removedConcepts: number };
  /** Whether the store differs from what it was. */
  changed: boolean;
  /** Hashes of all papers in id order: two equal lists are two equal graphs. */
  paperHashes: string[];
}

/** Writes rows a batch at a time. */
type Batches = <T>(rows: readonly T[], write: (rows: T[]) => Statement[] | Statement) => Promise<void>;

/**
 * Makes the store equal to the target by writing only what differs, so that a second load writes nothing and
 * a load that was killed goes on where it was. Order: concepts and authors that differ, papers with all that hangs
 * on them (their hash, new concepts and authors in the same transaction, so that none is left without a paper), what
 * vanished, relations between concepts, citations.
 */
export async function load(
  store: StoreWriter,
  target: TargetGraph,
  stored: ReadonlyMap<string, string>,
  settings: IngestSettings,
  progress: Progress,
  signal?: AbortSignal,
  /** Told which concepts are about to vanish, none too. */
  beforeRemoval?: (concepts: readonly string[]) => Promise<void>,
): Promise<LoadResult> {
  const batches: Batches = (rows, write) => inBatches(store, rows, settings.rowsPerBatch, write, signal);

  const survey = await surveyFacts(target, stored, progress, signal);
  const kept = new Set(target.papers.map((paper) => paper.id));
  const removedPapers = [...stored.keys()].filter((id) => !kept.has(id));

  const before = await storedConcepts(store);
  const concepts = target.concepts.filter((concept) => survey.paperCounts.has(concept.id));
  const changedConcepts = changedRows(concepts, before, survey.paperCounts);
  await writeConcepts(changedConcepts.known, batches, progress);
  const authorsBefore = await storedAuthors(store);
  const changedAuthors = [...survey.authors].filter(([id, name]) => authorsBefore.get(id) !== name);
  const authorRows = changedAuthors.map(([id, name]) => ({ id, name }));
  const newAuthors = authorRows.filter(({ id }) => !authorsBefore.has(id));
  await batches(
    authorRows.filter(({ id }) => authorsBefore.has(id)),
    cypher.mergeAuthors,
  );

  const fresh: Fresh = { concepts: changedConcepts.fresh, authors: byId(newAuthors) };
  await writePapers(store, target, survey.changed, stored, fresh, settings, progress, signal);

  const removedConcepts = [...before.keys()].filter((id) => !survey.paperCounts.has(id));
  await beforeRemoval?.(removedConcepts);
  if (removedPapers.length + removedConcepts.length > 0) await store.write([cypher.outdateAnalysis()]);
  await batches(removedPapers, cypher.deletePapers);
  await batches(removedConcepts, cypher.deleteConcepts);
  const orphans = [...authorsBefore.keys()].filter((id) => !survey.authors.has(id));
  await batches(orphans, cypher.deleteAuthors);

  const keptConcepts = [...before.keys()].filter((id) => survey.paperCounts.has(id));
  const relations = await syncRelations(store, survey.relations, keptConcepts, settings.rowsPerPage, batches);
  const citations = await syncCitations(store, target.papers, settings.rowsPerBatch);
  const written = {
    papers: survey.changed.length,
    concepts: changedConcepts.known.length + changedConcepts.fresh.size,
    removedPapers: removedPapers.length,
    removedConcepts: removedConcepts.length,
  };
  const changes = [
    ...Object.values(written),
    orphans.length,
    changedAuthors.length,
    relations.written,
    relations.removed,
  ];
  return {
    concepts: concepts.length,
    mentions: survey.mentions,
    introduces: survey.introduces,
    relations: relations.total,
    authors: survey.authors.size,
    cites: citations.total,
    written,
    changed: citations.changed || changes.some((count) => count > 0),
    paperHashes: survey.hashes,
  };
}

/** Writes known concepts anew, kind by kind. */
async function writeConcepts(
  concepts: readonly ConceptRow[],
  batches: Batches,
  progress: Progress,
): Promise<void> {
  let done = 0;
  progress('concepts', 0, concepts.length);
  for (const kind of CONCEPT_KINDS) {
    const rows = rowsOf(concepts, kind);
    await batches(rows, (part) => cypher.mergeConcepts(kind, part));
    done += rows.length;
    progress('concepts', done, concepts.length);
  }
}

/** First pass: counts, and which papers differ from what is stored. */
async function surveyFacts(
  target: TargetGraph,
  stored: ReadonlyMap<string, string>,
  progress: Progress,
  signal?: AbortSignal,
) {
  const paperCounts = new Map<string, number>();
  const authors = new Map<string, string>();
  const relations = new RelationTable();
  const changed: Document[] = [];
  const hashes: string[] = [];
  let mentions = 0;
  let introduces = 0;
  let done = 0;
  for await (const facts of target.facts(target.papers)) {
    for (const row of facts.mentions) {
      const id = row.concept as string;
      paperCounts.set(id, (paperCounts.get(id) ?? 0) + 1);
    }
    for (const { id, name } of facts.authors) authors.set(id, betterName(authors.get(id), name));
    relations.add(facts.id, facts.relations);
    mentions += facts.mentions.length;
    introduces += facts.introductions.length;
    hashes.push(facts.hash);
    if (stored.get(facts.id) !== facts.hash) changed.push(target.papers[done]!);
    done += 1;
    progress('compare', done, target.papers.length);
    signal?.throwIfAborted();
  }
  return { paperCounts, authors, relations, changed, hashes, mentions, introduces };
}

/** An author is written in many ways: not in capitals, then by code point, so that the order doesn't matter. */
function betterName(a: string | undefined, b: string): string {
  if (a === undefined || a === b) return b;
  const shouts = (name: string): boolean => name === name.toUpperCase();
  if (shouts(a) !== shouts(b)) return shouts(a) ? b : a;
  return a < b ? a : b;
}

/**
 * Second pass: the papers that differ, each batch one transaction. While the store writes one batch, the facts of the
 * next are made.
 */
async function writePapers(
  store: StoreWriter,
  target: TargetGraph,
  changed: readonly Document[],
  stored: ReadonlyMap<string, string>,
  fresh: Fresh,
  settings: IngestSettings,
  progress: Progress,
  signal?: AbortSignal,
): Promise<void> {
  progress('load', 0, changed.length);
  const left = { concepts: new Map(fresh.concepts), authors: new Map(fresh.authors) };
  // A server may be asked twice for what it has done, and others may write to it.
  const isNew = store.kind === 'embedded' ? (id: string): boolean => !stored.has(id) : null;
  let batch: PaperFacts[] = [];
  let done = 0;
  let writing: Promise<void> = Promise.resolve();
  const flush = async (): Promise<void> => {
    await writing;
    if (batch.length === 0) return;
    signal?.throwIfAborted();
    const papers = batch;
    batch = [];
    writing = store.write(paperStatements(papers, left, isNew)).then(() => {
      done += papers.length;
      progress('load', done, changed.length);
    });
    // It is awaited later: until then nobody would hear that it failed.
    writing.catch(() => {});
  };
  try {
    for await (const facts of target.facts(changed)) {
      batch.push(facts);
      if (batch.length >= settings.papersPerBatch) await flush();
    }
    await flush();
  } finally {
    await writing;
  }
}

/** Draws a citation where the cited work is a paper here; takes back those that no longer hold. */
async function syncCitations(store: StoreWriter, papers: readonly Document[], rowsPerBatch: number) {
  const byKey = new Map(papers.flatMap((paper) => paper.keys.map((key) => [key, paper.id] as const)));
  const wanted = new Set<string>();
  for (const paper of papers) {
    for (const key of paper.cites) {
      const target = byKey.get(key);
      if (target !== undefined && target !== paper.id) wanted.add(`${paper.id} ${target}`);
    }
  }
  const existing = await storedCitations(store);
  const rows = (from: Set<string>, without: Set<string>) =>
    [...from]
      .filter((pair) => !without.has(pair))
      .map((pair) => ({ source: pair.split(' ')[0]!, target: pair.split(' ')[1]! }));
  const added = rows(wanted, existing);
  const gone = rows(existing, wanted);
  await inBatches(store, gone, rowsPerBatch, cypher.deleteCitations);
  await inBatches(store, added, rowsPerBatch, cypher.createCitations);
  return { total: wanted.size, changed: added.length + gone.length > 0 };
}

async function inBatches<T>(
  store: StoreWriter,
  rows: readonly T[],
  size: number,
  write: (rows: T[]) => Statement[] | Statement,
  signal?: AbortSignal,
): Promise<void> {
  for (let from = 0; from < rows.length; from += size) {
    signal?.throwIfAborted();
    const statements = write(rows.slice(from, from + size));
    await store.write(Array.isArray(statements) ? statements : [statements]);
  }
}
