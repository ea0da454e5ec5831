import { LacunaError } from '../graph/errors.ts';
import type { StoreReader, StoreWriter } from '../graph/store/store.ts';
import { type ConceptChange, contentsOf, type DecisionContent } from './canonicalise/concept-changes.ts';
import { type Decision, parseDecisions } from './canonicalise/decisions.ts';
import { hashId } from './clean/hash-id.ts';
import { EXTRACTORS, type ExtractorChoice } from './extract/extractor-module.ts';
import { extractorOf } from './ingest-run.ts';
import { keepTraces, restoreTraces, tracesOf } from './load/analysis-traces.ts';
import { ingest } from './pipeline.ts';
import type { Progress } from './progress.ts';

/** What is to be decided, or no more; all of it is one change. */
export interface DecisionChange {
  changes?: readonly ConceptChange[];
  /** Decisions by their forms, such as a file brings. */
  contents?: readonly DecisionContent[];
  /** Decisions that were taken back, to hold again as they did. */
  restore?: readonly unknown[];
  /** Ids of decisions, or of what was decided at once, to take back. */
  remove?: readonly string[];
}

interface DecideOptions {
  store: StoreWriter;
  /** Where the extractions of the papers are kept; what is missing there is extracted anew. */
  cacheFolder: string;
  progress?: Progress;
  signal?: AbortSignal;
  now?: Date;
}

interface Decided {
  /** What takes back all that was decided; null where nothing was. */
  id: string | null;
  added: Decision[];
  removed: Decision[];
}

/** Between the id of what was decided at once and the number of each part. */
const PART = '.';

/**
 * Decides, and makes the graph what an ingest with these decisions makes of the same papers: it is one, without files.
 * Throws `refused` where that can't be done here, `notFound` and `input` for a change that can't be, and as `ingest`.
 */
export async function decide(
  change: DecisionChange,
  { now = new Date(), store, ...run }: DecideOptions,
): Promise<Decided> {
  const extractor = await storedExtractor(store);
  let decided: Decided = { id: null, added: [], removed: [] };
  let traces: string[] = [];
  await ingest({
    ...run,
    ...(extractor && { extractor }),
    files: [],
    store,
    decide: (stored, resolve) => {
      const removed = stored.filter(({ id }) => change.remove?.some((one) => isPartOf(id, one)));
      if (change.remove && removed.length === 0) {
        throw new LacunaError('notFound', 'There is no such decision any more.');
      }
      const contents = [
        ...(change.contents ?? []),
        ...(change.changes?.length ? contentsOf(change.changes, resolve(stored)) : []),
      ];
      // Later than all others, whatever the clock of the machine that made those says.
      const after = new Date(Math.max(now.getTime(), ...stored.map(({ at }) => Date.parse(at) + 1)));
      const known = new Set(stored.map(({ id }) => id));
      const restored = parseDecisions(change.restore ?? []).filter(({ id }) => !known.has(id));
      const added = [...numbered(contents, after), ...restored];
      decided = { id: idOf(added), added, removed };
      return [...stored.filter((decision) => !removed.includes(decision)), ...added];
    },
    // An analysis can't be done again for each change, so what it found of a concept comes back with the concept.
    onChange: async () => {
      traces = await tracesOf(
        store,
        decided.removed.map(({ id }) => id),
      );
    },
    beforeRemoval: async (concepts) => {
      const [first] = decided.added;
      if (first) await keepTraces(store, first.id, concepts);
    },
  });
  if (traces.length > 0) {
    await restoreTraces(store, traces);
    await store.checkpoint();
  }
  return decided;
}

/** One decision has an id of its own; several share one, before the number of each. */
function numbered(contents: readonly DecisionContent[], now: Date): Decision[] {
  const [only] = contents;
  if (contents.length === 1 && only) return parseDecisions([only], now);
  const together = hashId(JSON.stringify([now.toISOString(), contents]));
  return parseDecisions(
    contents.map((content, i) => ({ id: `${together}${PART}${i + 1}`, ...content })),
    now,
  );
}

const idOf = ([first]: readonly Decision[]): string | null => first?.id.split(PART)[0] ?? null;

function isPartOf(id: string, asked: string): boolean {
  if (id === asked) return true;
  return id.startsWith(`${asked}${PART}`) && /^\d+$/.test(id.slice(asked.length + PART.length));
}

/** The extractor that made the graph, in its version of today, as any ingest takes it. */
async function storedExtractor(store: StoreReader): Promise<ExtractorChoice | null> {
  const name = await extractorOf(store);
  if (name === null) return null;
  const own = Object.entries(EXTRACTORS).find(([family]) => name.startsWith(`${family}-`));
  if (own) return own[1];
  throw new LacunaError(
    'refused',
    'A language model or an extractor of your own read these papers, and is not at hand here. Decide with ' +
      "'lacuna decide' and ingest again with the same extractor.",
    { details: { extractor: name } },
  );
}
