import type { z } from 'zod';
import { LacunaError } from '../../graph/errors.ts';
import { checkContact } from './check-contact.ts';
import { type Clock, SYSTEM_CLOCK } from './clock.ts';
import { FetchFailure, notAsPromised } from './failure.ts';
import { pageRecordsOf } from './paper-source.ts';
import { PoliteClient } from './polite-client.ts';
import { parseQuery, type querySchema } from './query.ts';
import type { FetchEstimate } from './report.ts';
import type { FetchSettings } from './settings.ts';
import { sourceOf } from './sources.ts';

/** Asks a source once how many papers it has for a query, and reckons what getting them would take. */
export async function countPapers(
  sourceName: string,
  given: z.input<typeof querySchema>,
  settings: FetchSettings,
  { signal, clock = SYSTEM_CLOCK }: { signal?: AbortSignal; clock?: Clock } = {},
): Promise<FetchEstimate> {
  const source = sourceOf(sourceName);
  const query = parseQuery(given);
  checkContact(source, settings);
  const client = new PoliteClient(source, settings, clock, signal);
  const pageRecords = pageRecordsOf(source, settings);
  const started = clock.now();
  try {
    const { total } = await client.page({ query, state: source.first, pageRecords });
    if (total === null) throw notAsPromised('it says no count');
    const tookMs = (clock.now() - started) / client.requests;
    const depth = source.depth(settings.keyOf(source.name)) ?? total;
    const records = Math.min(total, depth, settings.maxRecords);
    const requests = Math.ceil(records / pageRecords) * source.requestsPerPage;
    const seconds = (requests * Math.max(client.intervalMs, tookMs)) / 1000;
    return { source: source.name, query, total, records, requests, seconds };
  } catch (error) {
    if (!(error instanceof FetchFailure)) throw error;
    throw new LacunaError(error.code, `${source.title}: ${error.message}.`, { cause: error });
  }
}
