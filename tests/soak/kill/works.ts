import { cp, readFile, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { graphHash } from '../../../graph/graph-hash.ts';
import { openReader, openWriter } from '../../../graph/store/open.ts';
import type { StoreLocation, StoreReader } from '../../../graph/store/store.ts';
import { storeArguments } from '../../cli/store-arguments.ts';
import { wipe } from '../../support/wipe.ts';
import { type Served, startServed } from './served.ts';
import { runWhole, startVictim } from './victim.ts';

export const WORKS = ['ingest', 'analysis', 'upload', 'merge'] as const;
export type Work = (typeof WORKS)[number];

export interface Place {
  location: StoreLocation;
  /** Extractions, shared by all runs: what is killed is the writing. */
  cache: string;
  /** Two files of papers; the second is what is uploaded. */
  files: readonly [string, string];
  folder: string;
}

export interface Killed {
  /** Writes that the program had acknowledged, and those of them that the store no longer held. */
  acknowledged: number;
  lost: number;
  /** True where the work had ended before it was killed. */
  late: boolean;
}

const NOTES = 'MATCH (a:Annotation) RETURN a.id AS id, a.note AS note';
const MOST_PAPERS = 'MATCH (c:Concept) RETURN c.id AS id ORDER BY c.paperCount DESC, c.id LIMIT 2';

const command = ({ location }: Place): { args: string[]; env: Record<string, string> } =>
  storeArguments(location);

const ingestAll = (place: Place, files: readonly string[]): Promise<string> =>
  runWhole(
    ['ingest', ...files, ...command(place).args, '--cache', place.cache, '--json'],
    command(place).env,
  );

const analyseAll = (place: Place): Promise<string> =>
  runWhole(['analyse', ...command(place).args, '--json'], command(place).env);

async function reading<T>(place: Place, use: (store: StoreReader) => Promise<T>): Promise<T> {
  const reader = await openReader(place.location);
  try {
    return await use(reader);
  } finally {
    await reader.close();
  }
}

export const hashOf = (place: Place): Promise<string> => reading(place, graphHash);

async function empty({ location }: Place): Promise<void> {
  if (location.kind === 'embedded') return rm(location.folder, { recursive: true, force: true });
  const writer = await openWriter(location);
  await wipe(writer);
  await writer.close();
}

/** The store as each piece of work finds it. An embedded one is made once and copied. */
export async function prepare(place: Place, work: Work): Promise<void> {
  await empty(place);
  if (work === 'ingest') return;
  const ready = join(place.folder, work === 'analysis' ? 'read' : 'analysed');
  const { location } = place;
  if (location.kind === 'embedded') {
    try {
      return await cp(ready, location.folder, { recursive: true });
    } catch {
      // Not made yet.
    }
  }
  await ingestAll(place, work === 'analysis' ? place.files : [place.files[0]]);
  if (work !== 'analysis') await analyseAll(place);
  if (location.kind === 'embedded') await cp(location.folder, ready, { recursive: true });
}

/**
 * Does the work to its end, whatever a run that was killed left of it. Returns how long that took, ms: what is killed of it, without
 * the start of the explorer. Throws where the explorer does not do what it is asked for.
 */
export async function finish(place: Place, work: Work): Promise<number> {
  const begun = performance.now();
  if (work === 'ingest') await ingestAll(place, place.files);
  if (work === 'analysis') await analyseAll(place);
  if (work !== 'upload' && work !== 'merge') return performance.now() - begun;
  const ids = work === 'merge' ? await twoConcepts(place) : null;
  const served = await startServed(command(place).args, command(place).env);
  const ready = performance.now();
  let took = 0;
  try {
    // A merge that was stored before the kill is not asked for again.
    const isDone = work === 'upload' ? await upload(served, place) : !ids || (await merge(served, ids));
    if (!isDone) throw new Error(`The explorer did not do this: ${work}`);
    took = performance.now() - ready;
  } finally {
    served.victim.kill('SIGTERM');
    await served.victim.done;
  }
  // What a merge that was killed left half done is mended by the next ingest.
  if (work === 'merge') {
    await ingestAll(place, [place.files[0]]);
    await analyseAll(place);
  }
  return took;
}

/** When it is killed: so long after it began; or so long after it told of this many batches that were written. */
export interface Moment {
  afterMs: number;
  batches: number;
}

/** Begins the work, kills it at the moment, and says what had been acknowledged and is gone. */
export async function killIn(place: Place, work: Work, moment: Moment): Promise<Killed> {
  if (work === 'ingest' || work === 'analysis') return killCommand(place, work, moment);
  const { afterMs } = moment;
  const ids = work === 'merge' ? await twoConcepts(place) : null;
  const [paper] = await reading(place, async (store) => {
    const { rows } = await store.read({ text: 'MATCH (p:Paper) RETURN p.id LIMIT 1', parameters: {} });
    return rows.map(([id]) => String(id));
  });
  const served = await startServed(command(place).args, command(place).env);
  let alive = true;
  let notes = 0;
  const noting = (async () => {
    while (alive) {
      const saved = await served.send('PUT', `/api/annotations/${paper}`, { note: `note ${notes + 1}` });
      if (saved?.status === 200) notes++;
      await sleep(15);
    }
  })();
  const working = work === 'upload' ? upload(served, place) : merge(served, ids);
  let late = false;
  void working.then(
    (done) => {
      late = done && alive;
    },
    () => {},
  );
  await sleep(afterMs);
  const told = late;
  alive = false;
  served.victim.kill();
  await Promise.allSettled([noting, working, served.victim.done]);
  const { rows } = await reading(place, (store) => store.read({ text: NOTES, parameters: {} }));
  const kept = Number(/\d+/.exec(String(rows[0]?.[1] ?? 'note 0'))![0]);
  let lost = Math.max(0, notes - kept);
  if (told && !(await holds(place, work))) lost++;
  return { acknowledged: notes + (told ? 1 : 0), lost, late: told };
}

async function killCommand(
  place: Place,
  work: 'ingest' | 'analysis',
  { afterMs, batches }: Moment,
): Promise<Killed> {
  const { args, env } = command(place);
  const victim = startVictim(
    work === 'ingest'
      ? ['ingest', ...place.files, ...args, '--cache', place.cache, '--json']
      : ['analyse', ...args, '--json'],
    // Every batch that was committed is told at once.
    { ...env, LACUNA_PROGRESS_MS: '0' },
  );
  const written = work === 'ingest' ? /^load +[\d,]+ \//gm : /^write +[\d,]+ \//gm;
  let ended = false;
  void victim.done.then(() => {
    ended = true;
  });
  while (!ended && (victim.said().match(written)?.length ?? 0) < batches) await sleep(1);
  await sleep(afterMs);
  victim.kill();
  const { stdout, stderr } = await victim.done;
  const late = stdout !== '';
  // What it said to have written when it was killed.
  const said = [...stderr.matchAll(/^load\s+([\d,]+) \//gm)].at(-1)?.[1] ?? '0';
  const acknowledged = work === 'ingest' ? Number(said.replaceAll(',', '')) : 0;
  const held = acknowledged === 0 ? 0 : await paperCount(place);
  return { acknowledged, lost: Math.max(0, acknowledged - held), late };
}

const paperCount = (place: Place): Promise<number> =>
  reading(place, async (store) => {
    const { rows } = await store.read({ text: 'MATCH (p:Paper) RETURN count(p)', parameters: {} });
    return Number(rows[0]![0]);
  });

async function holds(place: Place, work: Work): Promise<boolean> {
  const text =
    work === 'upload'
      ? 'MATCH (p:Paper) WHERE any(s IN p.sources WHERE s STARTS WITH $name) RETURN count(p)'
      : 'MATCH (d:Decision) RETURN count(d)';
  const { rows } = await reading(place, (store) =>
    store.read({ text, parameters: { name: basename(place.files[1]) } }),
  );
  return Number(rows[0]![0]) > 0;
}

async function twoConcepts(place: Place): Promise<[string, string] | null> {
  return reading(place, async (store) => {
    const decided = await store.read({ text: 'MATCH (d:Decision) RETURN count(d)', parameters: {} });
    if (Number(decided.rows[0]![0]) > 0) return null;
    const { rows } = await store.read({ text: MOST_PAPERS, parameters: {} });
    return [String(rows[0]![0]), String(rows[1]![0])];
  });
}

/** True when the explorer said that it was done. */
async function upload(served: Served, { files }: Place): Promise<boolean> {
  const content = await readFile(files[1]);
  const begun = await served.send('POST', '/api/uploads', {
    name: basename(files[1]),
    bytes: content.length,
  });
  const file = begun?.answer as { id: string; partBytes: number } | undefined;
  if (!file?.id) return false;
  for (let at = 0; at < content.length; at += file.partBytes) {
    const part = content.subarray(at, at + file.partBytes);
    if (!(await served.send('PUT', `/api/uploads/${file.id}?offset=${at}`, new Uint8Array(part))))
      return false;
  }
  const started = await served.send('POST', '/api/ingest', { what: 'add', uploads: [file.id] });
  return started?.status === 200 && served.jobDone('/api/ingest');
}

async function merge(served: Served, ids: [string, string] | null): Promise<boolean> {
  if (!ids) return false;
  const [into, other] = ids;
  const changes = [{ action: 'merge', concepts: [into, other], into }];
  const started = await served.send('POST', '/api/decisions', { changes });
  if (started && started.status !== 200) throw new Error(JSON.stringify(started.answer));
  return started !== null && served.jobDone('/api/decisions/job');
}
