import { readFile, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { openReader } from '../../../graph/store/open.ts';
import type { StoreLocation } from '../../../graph/store/store.ts';
import { EXIT } from '../../../ingest/cli/exit-codes.ts';
import { type Served, startServed } from '../kill/served.ts';
import { runWhole, startVictim } from '../kill/victim.ts';
import { type FaultContext, type FaultRow, hashAt, messageIn, plain, reasonIn } from './fault-row.ts';
import { mountSmallDisk, type SmallDisk } from './small-disk.ts';

const MEBIBYTES = 48;
const KIBIBYTE = 1024;
/** Room that is left, so that it runs out in opening, in keeping extractions, in the first papers, in later ones, at the end. */
const INGEST_LEFT = [8, 64, 160, 260, 400, 700, 1000, 1300];
const ANALYSIS_LEFT = [0, 200, 800, 1600, 2600, 3600];

/** The real program on a real file system that is full. */
export async function diskFull({ folder, quick, corpora, say }: FaultContext): Promise<FaultRow[]> {
  const disk = mountSmallDisk(join(folder, 'small-disk'), MEBIBYTES);
  if (!disk) {
    say('SKIPPED: the full disk: this user may not mount a file system');
    return [];
  }
  try {
    const place: Place = { disk, folder: join(disk.folder, 'graph'), corpora, say };
    const ingest = ['ingest', ...corpora];
    const analyse = ['analyse'];
    await lacuna(place, ingest);
    const read = await hashAt(locationOf(place));
    await lacuna(place, analyse);
    const analysed = await hashAt(locationOf(place));
    const only = quick ? 2 : Number.POSITIVE_INFINITY;
    const rows = [
      await repeated(place, 'an ingest', ingest, INGEST_LEFT.slice(-only), read, async () => {
        await rm(place.folder, { recursive: true });
      }),
      await repeated(place, 'an analysis', analyse, ANALYSIS_LEFT.slice(0, only), analysed, async () => {
        await rm(place.folder, { recursive: true });
        await lacuna(place, ingest);
      }),
    ];
    return [...rows, ...(await whileServing(place))];
  } finally {
    disk.makeRoom();
    disk.unmount();
  }
}

interface Place {
  disk: SmallDisk;
  /** Of the store. */
  folder: string;
  corpora: readonly [string, string];
  say(line: string): void;
}

const locationOf = ({ folder }: Place): StoreLocation => ({ kind: 'embedded', folder });
const onIt = ({ folder }: Place): string[] => ['--store', `file:${folder}`];
const lacuna = (place: Place, args: readonly string[]): Promise<string> =>
  runWhole([...args, ...onIt(place), '--json'], {});

/** With less and more room left: told, and done once there is room. */
async function repeated(
  place: Place,
  name: string,
  args: readonly string[],
  lefts: readonly number[],
  expected: string,
  prepare: () => Promise<void>,
): Promise<FaultRow> {
  const { disk, say } = place;
  let [stopped, wrong, other] = [0, 0, 0];
  const told = new Set<string>();
  for (const left of lefts) {
    await prepare();
    disk.fill(left * KIBIBYTE);
    const { code, stdout } = await startVictim([...args, ...onIt(place), '--json'], {}).done;
    const reason = reasonIn(stdout);
    disk.makeRoom();
    if (code !== EXIT.ok) {
      stopped += 1;
      told.add(plain(reason));
      if (code !== EXIT.limit || !/disk.* is full|the disk is full/i.test(reason)) wrong += 1;
    }
    await lacuna(place, args);
    const isSame = (await hashAt(locationOf(place))) === expected;
    if (!isSame) other += 1;
    say(`${name} with ${left} KiB left: exit code ${code}, ${isSame ? 'same graph' : 'ANOTHER GRAPH'}`);
  }
  return {
    fault: 'disk full',
    done: `${name}, with ${lefts.join(', ')} KiB of room left; then again, with room`,
    told: [...told].join('; '),
    after: `stopped ${stopped} of ${lefts.length} times with exit code ${EXIT.limit}${wrong > 0 ? `, ${wrong} of them for another reason` : ''}; other graphs in the end: ${other}`,
    ok: stopped > 0 && wrong === 0 && other === 0,
  };
}

async function whileServing(place: Place): Promise<FaultRow[]> {
  const { disk, say } = place;
  const [paper] = await column(place, 'MATCH (p:Paper) RETURN p.id ORDER BY p.id LIMIT 1');
  const served = await startServed(onIt(place), {});
  const rows: FaultRow[] = [];
  let kept = 0;
  const note = async (): Promise<number> => {
    const saved = await served.send('PUT', `/api/annotations/${paper}`, {
      note: `note ${kept + 1} ${'x'.repeat(3000)}`,
    });
    if (saved?.status === 200) kept += 1;
    return saved?.status ?? 0;
  };
  try {
    await note();
    disk.fill(100 * KIBIBYTE);
    let full: { status: number; answer: unknown } | null = null;
    for (let more = 0; more < 100 && full?.status !== 507; more++) {
      full = await served.send('PUT', `/api/annotations/${paper}`, {
        note: `note ${kept + 1} ${'x'.repeat(3000)}`,
      });
      if (full?.status === 200) kept += 1;
    }
    disk.fill(0);
    const isRead = (await served.send('GET', '/api/graph'))?.status === 200;
    rows.push(await afterRoom('notes by the page', full, isRead));

    disk.fill(0);
    const upload = await begunUpload(served, place.corpora[1]);
    rows.push(await afterRoom('an upload by the page', upload, true));

    disk.fill(300 * KIBIBYTE);
    const started = await served.send('POST', '/api/analysis', { seed: 7 });
    const failed = await served.jobDone('/api/analysis').then(
      () => null,
      (error: Error) => ({
        status: started?.status ?? 0,
        answer: { error: { message: /"message":"([^"]*)/.exec(error.message)?.[1] ?? error.message } },
      }),
    );
    rows.push(await afterRoom('an analysis by the page', failed, true));
  } finally {
    served.victim.kill('SIGTERM');
    await served.victim.done;
  }
  const [last] = await column(place, 'MATCH (a:Annotation) RETURN a.note');
  const held = Number(/\d+/.exec(last ?? '')?.[0] ?? 0);
  say(`serving on a full disk: ${kept} notes acknowledged, the last that is there is ${held}`);
  rows[0]!.after += `; of ${kept} notes acknowledged ${kept - held} were lost`;
  rows[0]!.ok &&= held === kept;
  return rows;

  async function afterRoom(
    done: string,
    full: { status: number; answer: unknown } | null,
    isRead: boolean,
  ): Promise<FaultRow> {
    disk.makeRoom();
    const works = (await note()) === 200;
    const told = messageIn(full?.answer);
    return {
      fault: 'disk full',
      done,
      told: plain(`${full?.status ?? 'nothing'}: ${told}`),
      after: `${isRead ? 'read' : 'NOT READ'} meanwhile, ${works ? 'written' : 'NOT WRITTEN'} once there is room`,
      ok: isRead && works && /disk is full: make room/.test(told),
    };
  }
}

async function begunUpload(
  served: Served,
  file: string,
): Promise<{ status: number; answer: unknown } | null> {
  const { length } = await readFile(file);
  return served.send('POST', '/api/uploads', { name: basename(file), bytes: length });
}

async function column(place: Place, text: string): Promise<string[]> {
  const reader = await openReader(locationOf(place));
  try {
    return (await reader.read({ text, parameters: {} })).rows.map(([cell]) => String(cell));
  } finally {
    await reader.close();
  }
}
