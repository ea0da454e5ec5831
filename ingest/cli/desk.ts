import { basename, join } from 'node:path';
import { analyse } from '../../graph/analyse.ts';
import { annotate, pin } from '../../graph/annotations.ts';
import { isDiskFull } from '../../graph/disk-full.ts';
import { isLacunaError, LacunaError } from '../../graph/errors.ts';
import { judgeGap, nameTheme, showGivenNames } from '../../graph/judgements.ts';
import type { ServerConfig } from '../../graph/server/config.ts';
import type { Desk } from '../../graph/server/desk.ts';
import { serversDiskFull } from '../../graph/server/disk-full.ts';
import { NO_SECRETS, type Secrets } from '../../graph/server/secrets.ts';
import { isLoopback } from '../../graph/server/security.ts';
import type { SharedStore } from '../../graph/store/shared-store.ts';
import type { StoreWriter } from '../../graph/store/store.ts';
import { setApart } from '../../graph/term-pairs.ts';
import { ChangeLog } from '../change/change-log.ts';
import { decide } from '../decide.ts';
import { analyseAgain, changePapers, type PaperWork, workFolders } from './data-work.ts';
import { createPaperFetch } from './paper-fetch.ts';
import { createWriteAside } from './write-aside.ts';

/**
 * Whether anything may be changed. A further name means that something passes requests on from elsewhere; who has the editors'
 * token may change things from there too.
 */
export function isEditable(
  { editable, host, allowedHosts }: ServerConfig,
  { editorToken }: Pick<Secrets, 'editorToken'> = NO_SECRETS,
): boolean {
  if (editable !== 'auto') return editable === 'on';
  if (editorToken !== null) return true;
  return isLoopback(host) && allowedHosts.length === 0;
}

/**
 * What the explorer's readers may change, written to the store that it is served from; what is kept besides lies in the
 * folder. `environment` has the settings of asking other services for papers; null switches that off. Throws `input`
 * where one of them is wrong.
 */
export function createDesk(
  store: SharedStore,
  folder: string,
  environment: Readonly<Record<string, string | undefined>> | null = null,
): Desk {
  const folders = workFolders(folder);
  const paperFetch = createPaperFetch(environment, folder);
  const write = async <T>(work: (writer: StoreWriter) => Promise<T>): Promise<T> => {
    try {
      return await store.write(work);
    } catch (error) {
      throw withReason(error);
    }
  };
  const besides = createWriteAside(store, folder);
  const writeAside = (work: (writer: StoreWriter) => Promise<void>): Promise<void> =>
    besides(() => write(work));
  return {
    judge: (gap, judgement) => writeAside((writer) => judgeGap(writer, gap, judgement)),
    nameTheme: (theme, label) => writeAside((writer) => nameTheme(writer, theme, label)),
    annotate: (id, annotated) => writeAside((writer) => annotate(writer, id, annotated)),
    pin: (pins) => writeAside((writer) => pin(writer, pins)),
    decide: ({ restore = [], ...work }, { progress, signal }) =>
      write(async (writer) => {
        const restored = restore.map(({ id, at, note, content }) => ({
          id,
          at,
          ...(note !== null && { note }),
          ...content,
        }));
        const run = { store: writer, cacheFolder: folders.cache, progress, signal };
        const { id, added, removed } = await decide({ ...work, restore: restored }, run);
        return { id, added: added.length, removed: removed.length };
      }),
    setApart: (one, other, apart) => writeAside((writer) => setApart(writer, one, other, apart)),
    analyse: ({ algorithm, resolution, seed }, { progress, signal }) =>
      write(async (writer) => {
        const settings = {
          ...(algorithm !== undefined && { algorithm }),
          ...(resolution !== undefined && { resolution }),
          ...(seed !== undefined && { seed }),
        };
        await analyse(writer, settings, { progress, signal });
        await showGivenNames(writer);
      }),
    uploads: join(folder, 'uploads'),
    changePapers: (work, hooks) =>
      write(async (writer) => {
        const ready = work.what === 'fetch' ? filesOf(await paperFetch.fetch(work, hooks)) : work;
        try {
          hooks.stored(await changePapers(writer, ready, folders, hooks));
        } catch (error) {
          throw ready.what === 'add' ? inWordsOfThePage(error, ready.files) : error;
        }
        await analyseAgain(writer, hooks);
      }),
    fetching: paperFetch.fetching,
    countPapers: paperFetch.count,
    changes: async () =>
      (await new ChangeLog(folders.changes).list()).map(({ files: _, ...change }) => change),
  };
}

const IN_USE =
  "This could not be saved: the graph can't be written to just now. Another program may be using it " +
  '(a second explorer, an ingest); try again when that has ended.';

const filesOf = (file: string): PaperWork => ({
  what: 'add',
  files: [file],
  names: [basename(file)],
  whatever: true,
  limits: {},
});

/** An advice for the command line: a sentence that names one of its options. */
const OPTION = / [A-Z][^.]*? --[a-z-]+[^.]*\./g;

/** Where a file lies here is nobody's concern, and there are no options. */
function inWordsOfThePage(error: unknown, files: readonly string[]): unknown {
  if (!isLacunaError(error, 'input') && !isLacunaError(error, 'limit')) return error;
  const message = files.reduce((text, file) => text.replaceAll(file, basename(file)), error.message);
  return new LacunaError(error.code, message.replace(OPTION, ''), { cause: error, details: error.details });
}

/** Who uses the explorer is told no more of a store that can't be had than they can mend. */
function withReason(error: unknown): unknown {
  if (isDiskFull(error)) return serversDiskFull(error);
  if (!isLacunaError(error, 'unavailable')) return error;
  // A Neo4j that is away, by its own word: nobody uses it.
  if (error.details.status !== undefined) return error;
  return new LacunaError('refused', IN_USE, { cause: error });
}
