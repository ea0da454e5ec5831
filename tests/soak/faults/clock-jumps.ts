import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { openReader } from '../../../graph/store/open.ts';
import { startServed } from '../kill/served.ts';
import { runWhole } from '../kill/victim.ts';
import { type FaultContext, type FaultRow, hashAt } from './fault-row.ts';

const DAY = 86_400_000;
const SHIFTS = [0, DAY, -DAY, 3650 * DAY, -3650 * DAY];
const EVERY_MS = 150;
const NOTES = 40;

/** Environment of a program whose clock is so many milliseconds off, one after the other where there are several. */
export const clockSet = (...shifts: readonly number[]): Record<string, string> => ({
  NODE_OPTIONS: `--import ${pathToFileURL(join(import.meta.dirname, 'shifted-clock.mjs')).href}`,
  LACUNA_TEST_CLOCK: shifts.join(','),
  ...(shifts.length > 1 && { LACUNA_TEST_CLOCK_EVERY_MS: String(EVERY_MS) }),
});

/** The program's clock jumps by days and years, back and forth, while it works. */
export async function clockJumps({ folder, corpora, say }: FaultContext): Promise<FaultRow[]> {
  const graphOf = async (name: string, env: Record<string, string>): Promise<string> => {
    const location = { kind: 'embedded', folder: join(folder, name) } as const;
    const store = ['--store', `file:${location.folder}`, '--json'];
    await runWhole(['ingest', corpora[0], ...store], env);
    await runWhole(['ingest', corpora[1], ...store], env);
    await runWhole(['analyse', ...store], env);
    return hashAt(location);
  };
  const jumping = clockSet(...SHIFTS);
  const isSame = (await graphOf('jumping', jumping)) === (await graphOf('steady', {}));
  say(`two ingests and an analysis under a jumping clock: ${isSame ? 'same graph' : 'ANOTHER GRAPH'}`);
  const fault = 'clock jumps';
  const rows = [
    {
      fault,
      done: `two ingests and an analysis; ${EVERY_MS} ms at each of ${SHIFTS.map((shift) => shift / DAY).join(', ')} days off`,
      told: 'nothing',
      after: isSame ? 'the same graph' : 'ANOTHER GRAPH',
      ok: isSame,
    },
  ];

  const location = { kind: 'embedded', folder: join(folder, 'jumping') } as const;
  const reader = await openReader(location);
  const { rows: papers } = await reader.read({ text: 'MATCH (p:Paper) RETURN p.id LIMIT 1', parameters: {} });
  await reader.close();
  const served = await startServed(['--store', `file:${location.folder}`], jumping);
  let [saved, uploads, taken] = [0, 0, 0];
  try {
    const content = await readFile(corpora[1]);
    const begun = await served.send('POST', '/api/uploads', {
      name: basename(corpora[1]),
      bytes: content.length,
    });
    const { id, partBytes } = begun!.answer as { id: string; partBytes: number };
    const size = Math.min(partBytes, Math.ceil(content.length / 4));
    for (let at = 0; at < content.length; at += size) {
      const part = new Uint8Array(content.subarray(at, at + size));
      if ((await served.send('PUT', `/api/uploads/${id}?offset=${at}`, part))?.status === 200) uploads += 1;
      for (let note = 0; note < NOTES / 4; note++) {
        const put = await served.send('PUT', `/api/annotations/${papers[0]![0]}`, {
          note: `note ${saved + 1}`,
        });
        if (put?.status === 200) saved += 1;
      }
    }
    await served.send('POST', '/api/ingest', { what: 'add', uploads: [id] });
    if (await served.jobDone('/api/ingest')) taken += 1;
  } finally {
    served.victim.kill('SIGTERM');
    await served.victim.done;
  }
  const after = await openReader(location);
  const { rows: notes } = await after.read({ text: 'MATCH (a:Annotation) RETURN a.note', parameters: {} });
  await after.close();
  const kept = notes[0]?.[0] === `note ${saved}`;
  say(`serving under a jumping clock: ${saved} notes, ${uploads} parts, ${taken} files taken in`);
  return [
    ...rows,
    {
      fault,
      done: 'notes, and an upload in four parts, by the page',
      told: 'nothing',
      after: `${saved} of ${NOTES} notes acknowledged, ${kept ? 'none' : 'SOME'} lost; ${uploads} of 4 parts arrived, the file was ${taken === 1 ? '' : 'NOT '}taken in`,
      ok: saved === NOTES && kept && uploads === 4 && taken === 1,
    },
  ];
}
