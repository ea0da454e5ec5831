import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Bench, BenchTable, Verdict } from '../../bench/support/bench.ts';
import { writeBlendedCorpus } from '../cli/blended-corpus.ts';
import { clockJumps } from './faults/clock-jumps.ts';
import { diskFull } from './faults/disk-full.ts';
import type { FaultContext, FaultRow } from './faults/fault-row.ts';
import { heldStore } from './faults/held-store.ts';
import { neo4jFaults } from './faults/neo4j-faults.ts';

const PAPERS = 300;
const QUICK_PAPERS = 120;
const GROUPS: readonly (readonly [string, (context: FaultContext) => Promise<FaultRow[]>])[] = [
  ['a full disk: told, nothing acknowledged lost, done once there is room', diskFull],
  ['a store that another process holds: told, untouched', heldStore],
  ['a clock that jumps: nothing lost, no endless wait', clockJumps],
  [
    'Neo4j down, away and back, with a wrong password, for reading only, slow, with clocks apart: told, and it works again',
    neo4jFaults,
  ],
];

export const bench: Bench = {
  name: 'faults',
  title: 'Faults around it',
  about:
    'The real program meets a real file system that is full, a store that another process holds, a clock that is set while it works, and a real Neo4j that is down, goes away, turns it down, may only be read or says nothing more. What it says is what is in the table, with folders and addresses left out.',
  async run({ folder, quick, say }) {
    const corpus = join(folder, 'all.jsonl');
    await writeBlendedCorpus(corpus, quick ? QUICK_PAPERS : PAPERS);
    const lines = (await readFile(corpus, 'utf8')).trimEnd().split('\n');
    const half = Math.ceil(lines.length / 2);
    const corpora = [join(folder, 'first.jsonl'), join(folder, 'second.jsonl')] as const;
    await writeFile(corpora[0], `${lines.slice(0, half).join('\n')}\n`);
    await writeFile(corpora[1], `${lines.slice(half).join('\n')}\n`);
    const rows: FaultRow[] = [];
    const verdicts: Verdict[] = [];
    for (const [asked, meet] of GROUPS) {
      if (quick && meet === neo4jFaults) continue;
      const met = await meet({ folder, quick, corpora, say });
      rows.push(...met);
      verdicts.push(verdictOn(asked, met));
    }
    return { tables: [table(rows)], verdicts };
  },
};

function verdictOn(asked: string, rows: readonly FaultRow[]): Verdict {
  const good = rows.filter(({ ok }) => ok).length;
  return {
    asked,
    measured: rows.length === 0 ? 'not tried here' : `${good} of ${rows.length} as asked`,
    met: rows.length > 0 && good === rows.length,
    ...(rows.length === 0 && { reason: 'this machine lacks what it needs: see what was said' }),
  };
}

const table = (rows: readonly FaultRow[]): BenchTable => ({
  caption: 'Faults',
  columns: ['fault', 'what was done', 'what the user is told', 'what came of it'],
  rows: rows.map(({ fault, done, told, after }) => [fault, done, told, after]),
});
