import { cp, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import neo4j from 'neo4j-driver';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';
import { openReader } from '../graph/store/open.ts';
import type { Statement, StoreLocation, StoreReader } from '../graph/store/store.ts';
import { startImported } from '../tests/support/neo4j-import.ts';
import { NEO4J_START_MS } from '../tests/support/neo4j-server.ts';
import { NOT_LOOKED_INTO } from './reasons.ts';
import { againstPeers } from './support/against-peers.ts';
import { APP_STATEMENTS, type Drawn } from './support/app-statements.ts';
import type { Bench, BenchTable, GrowthCurve, Verdict } from './support/bench.ts';
import { analysedStore } from './support/kept-stores.ts';
import { lacuna } from './support/lacuna-process.ts';
import { wholeReads } from './support/plan-start.ts';
import { quantile } from './support/timed.ts';

const SEED = 20;
const SIZES = [1000, 10_000, 50_000];
const QUICK_SIZES = [200];
const DRAWS = 40;
const MANY = 200;
const VERSION = '5.26.30';
const READ = { timeoutMs: 60_000, maxRows: Number.MAX_SAFE_INTEGER };
/** A panel should be there before anybody notices. */
const NOTICED_MS = 100;

const TWENTY = Object.entries(APP_STATEMENTS).filter(([, { usedFor }]) => usedFor !== undefined);

interface Times {
  p50: number;
  p95: number;
}

interface Measured {
  size: number;
  store: 'embedded' | 'neo4j';
  /** By the statement's name; `bare` is a session of the driver without our store. */
  ours: Map<string, Times>;
  bare: Map<string, Times>;
  /** Statements that begin without an index, though they should. */
  whole: string[];
}

export const bench: Bench = {
  name: 'queries',
  title: 'The twenty statements',
  about: `The statements that the page has the server ask most, on graphs of real abstracts, with parameters drawn by a seed (concepts and papers as they come, so mostly small ones, and a tenth from the largest), on the embedded store and on Neo4j ${VERSION}; beside them the same through a bare session of Neo4j's driver.`,
  async run({ folder, quick, say }) {
    const results: Measured[] = [];
    const missing: string[] = [];
    const kept: string[] = [];
    for (const size of quick ? QUICK_SIZES : SIZES) {
      say(`${size} papers: ingest and analysis`);
      const work = join(folder, String(size));
      await mkdir(work, { recursive: true });
      const { folder: store, note } = await analysedStore(size, work);
      if (note) kept.push(note);
      say(`${size} papers: embedded`);
      results.push(await onEmbedded(size, store));
      say(`${size} papers: Neo4j`);
      const exported = join(work, 'for-neo4j');
      await lacuna(['export', '--for', 'neo4j-admin', exported, '--store', `file:${store}`]);
      const imported = await startImported(VERSION, exported);
      if (imported === null) missing.push(`${size} papers`);
      else {
        try {
          results.push(await onNeo4j(size, { kind: 'neo4j', ...imported.server }));
        } finally {
          await imported.stop();
        }
      }
      await rm(work, { recursive: true, force: true });
    }
    return {
      tables: tablesOf(results),
      curves: curvesOf(results),
      verdicts: verdictsOf(results),
      notes: [
        'Statements marked "map" run once for each state of the graph, not for each map; what the server has read is kept beside the store. Times are those of the whole way, rows turned into plain values included: on the embedded store over the pipe to the process that holds it, on Neo4j over Bolt.',
        ...kept,
        ...(missing.length > 0
          ? [`Neo4j ${VERSION} could not be started here for ${missing.join(', ')}.`]
          : []),
      ],
      peers: { neo4j: VERSION },
    };
  },
};

/** A copy, so that nothing of the measuring lies beside what is exported. */
async function onEmbedded(size: number, store: string): Promise<Measured> {
  const copy = `${store}-read`;
  await cp(store, copy, { recursive: true });
  const reader = await openReader({ kind: 'embedded', folder: copy });
  try {
    return { size, store: 'embedded', ...(await measure(reader)) };
  } finally {
    await reader.close();
  }
}

async function onNeo4j(size: number, location: Extract<StoreLocation, { kind: 'neo4j' }>): Promise<Measured> {
  const reader = await openReader(location, { waitMs: NEO4J_START_MS });
  const driver = neo4j.driver(location.uri, neo4j.auth.basic(location.username, location.password), {
    disableLosslessIntegers: true,
  });
  try {
    const measured = await measure(reader, async ({ text, parameters }) => {
      const session = driver.session({ defaultAccessMode: neo4j.session.READ });
      try {
        await session.executeRead((transaction) => transaction.run(text, whole(parameters)));
      } finally {
        await session.close();
      }
    });
    return { size, store: 'neo4j', ...measured };
  } finally {
    await driver.close();
    await reader.close();
  }
}

/** LIMIT takes no fraction, and the driver sends every number of JavaScript as one. */
const whole = (parameters: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(parameters).map(([key, value]) => [
      key,
      Number.isInteger(value) ? neo4j.int(value as number) : value,
    ]),
  );

type Ask = (statement: Statement) => Promise<unknown>;

/** `bareAsk`: how one asks without our store; each draw is asked for by both, one after the other, so that caches and load are alike. */
async function measure(
  reader: StoreReader,
  bareAsk?: Ask,
): Promise<Pick<Measured, 'ours' | 'bare' | 'whole'>> {
  const draws = await drawn(reader);
  const [ours, bare] = [new Map<string, Times>(), new Map<string, Times>()];
  const begins: string[] = [];
  const asks: Ask[] = [(statement) => reader.read(statement, READ), ...(bareAsk ? [bareAsk] : [])];
  for (const [name, { of, readsAll }] of TWENTY) {
    const [own, other] = await timed(draws.map(of), asks);
    ours.set(name, own!);
    if (other) bare.set(name, other);
    if (readsAll !== undefined) continue;
    const { plan } = await reader.ask(of(draws[0]!), { ...READ, maxRows: 1, mode: 'explain' });
    if (wholeReads(plan ?? []).length > 0) begins.push(name);
  }
  return { ours, bare, whole: begins };
}

async function timed(statements: readonly Statement[], asks: readonly Ask[]): Promise<Times[]> {
  // The first runs are those of caches that fill and plans that are made.
  for (const statement of statements.slice(0, 3)) for (const ask of asks) await ask(statement);
  const times = asks.map((): number[] => []);
  for (const [at, statement] of statements.entries()) {
    for (const [who, ask] of at % 2 === 0 ? [...asks.entries()] : [...asks.entries()].reverse()) {
      const began = performance.now();
      await ask(statement);
      times[who]!.push(performance.now() - began);
    }
  }
  return times.map((all) => ({ p50: quantile(all, 0.5), p95: quantile(all, 0.95) }));
}

async function drawn(reader: StoreReader): Promise<Drawn[]> {
  const ids = async (text: string): Promise<string[]> =>
    (await reader.read({ text, parameters: {} }, READ)).rows.map(([id]) => String(id));
  const papers = await ids('MATCH (p:Paper) RETURN p.id AS id ORDER BY id');
  const concepts = await ids('MATCH (c:Concept) RETURN c.id AS id ORDER BY id');
  const large = await ids('MATCH (c:Concept) RETURN c.id AS id ORDER BY c.paperCount DESC, id LIMIT 100');
  const themes = await ids('MATCH (t:Theme) RETURN t.id AS id ORDER BY id');
  const gaps = await ids('MATCH (g:Gap) RETURN g.id AS id ORDER BY id');
  const random = xoroshiro128plus(SEED);
  const many = (all: readonly string[]): string[] =>
    Array.from({ length: Math.min(MANY, all.length) }, () => one(all, random));
  return Array.from({ length: DRAWS }, (_, at) => {
    const from = at % 10 === 0 ? large : concepts;
    return {
      paper: one(papers, random),
      papers: many(papers),
      concept: one(from, random),
      other: one(from, random),
      concepts: many(concepts),
      theme: one(themes, random),
      gap: one(gaps, random),
    };
  });
}

const one = (all: readonly string[], random: RandomGenerator): string =>
  all[(random.next() >>> 0) % Math.max(1, all.length)] ?? '';

function tablesOf(results: readonly Measured[]): BenchTable[] {
  const sizes = [...new Set(results.map(({ size }) => size))];
  const of = (size: number, store: Measured['store']) =>
    results.find((one) => one.size === size && one.store === store);
  const both = (times: Times | undefined): string | null =>
    times ? `${times.p50.toFixed(1)} / ${times.p95.toFixed(1)}` : null;
  const last = sizes.at(-1)!;
  return [
    ...(['embedded', 'neo4j'] as const).map((store) => ({
      caption: `${store === 'embedded' ? 'Embedded store' : `Neo4j ${VERSION}`}: ms, p50 / p95, by papers`,
      columns: ['for', 'statement', ...sizes.map((size) => size.toLocaleString('en'))],
      rows: TWENTY.map(([name, { usedFor }]) => [
        usedFor!,
        name,
        ...sizes.map((size) => both(of(size, store)?.ours.get(name))),
      ]),
    })),
    {
      caption: `Neo4j ${VERSION}, ${last.toLocaleString('en')} papers: our store beside a bare session of the driver, ms p50`,
      columns: ['statement', 'ours', 'bare', 'times'],
      rows: TWENTY.map(([name]) => {
        const result = of(last, 'neo4j');
        const [ours, bare] = [result?.ours.get(name)?.p50, result?.bare.get(name)?.p50];
        return [name, ours ?? null, bare ?? null, ours && bare ? ours / bare : null];
      }),
    },
  ];
}

function curvesOf(results: readonly Measured[]): GrowthCurve[] {
  return [
    {
      file: 'queries-growth',
      title: 'The slowest of the statements of one panel, p95',
      x: { label: 'papers', log: true },
      y: { label: 'ms', log: true },
      series: (['embedded', 'neo4j'] as const).map((store) => ({
        name: store === 'embedded' ? 'embedded' : `Neo4j ${VERSION}`,
        points: results
          .filter((one) => one.store === store)
          .map((result): [number, number] => [result.size, slowestOfPanels(result).ms]),
      })),
    },
  ];
}

const isOfPanel = (name: string): boolean =>
  /^(?:paper|concept|theme|pair|gap):/.test(APP_STATEMENTS[name]!.usedFor!);

function slowestOfPanels({ ours }: Measured): { name: string; ms: number } {
  const panels = [...ours].filter(([name]) => isOfPanel(name)).map(([name, { p95 }]) => ({ name, ms: p95 }));
  return panels.reduce((slowest, one) => (one.ms > slowest.ms ? one : slowest));
}

function verdictsOf(results: readonly Measured[]): Verdict[] {
  const begins = results.flatMap(({ store, size, whole }) =>
    whole.map((name) => `${name} (${store}, ${size})`),
  );
  return [
    {
      asked: 'an index behind each statement, unless it reads all of something on purpose',
      measured: begins.length === 0 ? 'each plan begins with an index' : `without: ${begins.join(', ')}`,
      met: begins.length === 0,
    },
    ...(['embedded', 'neo4j'] as const).flatMap((store): Verdict[] => {
      const largest = results.filter((one) => one.store === store).at(-1);
      if (!largest)
        return [
          {
            asked: `every statement of a panel within ${NOTICED_MS} ms (p95), ${store}`,
            measured: 'not measured',
            met: false,
            reason: `Neo4j ${VERSION} could not be started here`,
          },
        ];
      const { name, ms } = slowestOfPanels(largest);
      return [
        {
          asked: `every statement of a panel within ${NOTICED_MS} ms (p95) at ${largest.size.toLocaleString('en')} papers, ${store}`,
          measured: `${ms.toFixed(1)} ms the slowest, ${name}`,
          met: ms <= NOTICED_MS,
          ...(ms > NOTICED_MS && {
            reason: NOT_LOOKED_INTO,
          }),
        },
      ];
    }),
    againstPeers(
      'no statement takes longer through our store than through a bare session of the driver (p50)',
      'ms',
      results
        .filter(({ store }) => store === 'neo4j')
        .flatMap(({ size, ours, bare }) =>
          [...ours].map(([name, { p50 }]) => ({
            what: `${name}, ${size.toLocaleString('en')} papers`,
            ours: p50,
            peers: [{ name: 'bare session', value: bare.get(name)?.p50 ?? null }],
          })),
        ),
    ),
  ];
}
