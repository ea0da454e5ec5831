import { join } from 'node:path';
import { openWriter } from '../../../graph/store/open.ts';
import { EXIT } from '../../../ingest/cli/exit-codes.ts';
import { runWhole, startVictim } from '../kill/victim.ts';
import { type FaultContext, type FaultRow, hashAt, plain, reasonIn } from './fault-row.ts';

/** An embedded store that another process holds for writing. */
export async function heldStore({ folder, corpora, say }: FaultContext): Promise<FaultRow[]> {
  const location = { kind: 'embedded', folder: join(folder, 'held') } as const;
  const store = ['--store', `file:${location.folder}`];
  const ingest = ['ingest', corpora[0], ...store, '--json'];
  await runWhole(ingest, {});
  const before = await hashAt(location);
  const rows: FaultRow[] = [];
  for (const [name, args] of [
    ['an ingest', ['ingest', corpora[1], ...store, '--json']],
    ['an analysis', ['analyse', ...store, '--json']],
    ['an explorer', ['serve', ...store, '--port', '0', '--json']],
  ] as const) {
    const holder = await openWriter(location);
    const { code, stdout } = await startVictim(args, {}).done;
    await holder.close();
    const isSame = (await hashAt(location)) === before;
    say(`held by another process, ${name}: exit code ${code}`);
    rows.push({
      fault: 'store held by another process',
      done: name,
      told: plain(reasonIn(stdout)),
      after: `exit code ${code}; ${isSame ? 'the same graph' : 'ANOTHER GRAPH'}, opened at once when let go`,
      ok: code === EXIT.unavailable && isSame && /stop that one first/.test(reasonIn(stdout)),
    });
  }
  return rows;
}
