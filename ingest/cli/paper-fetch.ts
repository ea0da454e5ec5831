import { join, sep } from 'node:path';
import type { FetchEstimate, Fetching, FetchRequest } from '../../graph/contract.ts';
import { FETCH_SOURCES } from '../../graph/contract.ts';
import { isLacunaError, LacunaError } from '../../graph/errors.ts';
import type { DataHooks } from '../../graph/server/desk.ts';
import { countPapers } from '../fetch/count-papers.ts';
import { fetchPapers } from '../fetch/fetch-papers.ts';
import {
  addressSetting,
  type FetchSettings,
  fetchEnvironmentName,
  parseFetchSettings,
} from '../fetch/settings.ts';
import { sourceOf } from '../fetch/sources.ts';

type Environment = Readonly<Record<string, string | undefined>>;

const OFF = 'Asking other services for papers is switched off here (setting LACUNA_FETCHING).';

/** Asking for papers from the page: by the settings of the environment, into a folder. */
export interface PaperFetch {
  fetching(): Fetching;
  count(request: FetchRequest, signal: AbortSignal): Promise<FetchEstimate>;
  /** Path of the file of what was found. Throws `input` where nothing was. */
  fetch(request: FetchRequest, hooks: Pick<DataHooks, 'progress' | 'signal'>): Promise<string>;
}

/** Null for an environment switches it off. Throws `input` where a setting is wrong. */
export function createPaperFetch(environment: Environment | null, folder: string): PaperFetch {
  const settings = environment && parseFetchSettings(environment);
  const settingsFor = ({ max, contact }: FetchRequest): FetchSettings => {
    if (!environment || !settings)
      throw new LacunaError('refused', OFF, { details: { setting: 'fetching' } });
    return parseFetchSettings(environment, {
      maxRecords: Math.min(max, settings.maxRecords),
      ...(contact !== null && { contact }),
    });
  };
  return {
    fetching: () => ({
      off: settings ? null : OFF,
      sources: settings
        ? FETCH_SOURCES.map((name) => {
            const { title, needsContact } = sourceOf(name);
            return { name, title, host: new URL(settings[addressSetting(name)]).host, needsContact };
          })
        : [],
      hasContact: settings ? settings.contact !== null : false,
      max: settings?.maxRecords ?? 0,
    }),
    async count(request, signal) {
      const { total, records, requests, seconds } = await inWordsOfThePage(folder, () =>
        countPapers(request.source, queryOf(request), settingsFor(request), { signal }),
      );
      return { total, records, requests, seconds };
    },
    fetch: (request, { progress, signal }) =>
      inWordsOfThePage(folder, async () => {
        const { file, report } = await fetchPapers(request.source, queryOf(request), settingsFor(request), {
          folder: join(folder, 'fetched'),
          progress: (stage, done, total) => progress('fetch', stage, done, total),
          signal,
        });
        if (report.records > 0) return file;
        throw new LacunaError('input', `${sourceOf(request.source).title} has no papers for this query.`);
      }),
  };
}

const queryOf = ({ text, from, to, withAbstract }: FetchRequest) => ({ text, from, to, withAbstract });

/** Where a file lies here is nobody's concern, and there are no options. What a source answers is no fault of ours. */
async function inWordsOfThePage<T>(folder: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!isLacunaError(error)) throw error;
    const { code, details } = error;
    if (details.setting === fetchEnvironmentName('contact')) {
      const message = 'This source asks who is asking: give an e-mail address that it may write to.';
      throw new LacunaError('input', message, { details: { field: 'contact' } });
    }
    const message = error.message.replaceAll(join(folder, 'fetched') + sep, '');
    throw new LacunaError(code === 'unavailable' ? 'limit' : code, message, { cause: error });
  }
}
