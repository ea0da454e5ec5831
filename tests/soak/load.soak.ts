import { fork } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Bench, BenchContext, BenchResult } from '../../bench/support/bench.ts';
import { corpusFile } from '../../bench/support/corpus.ts';
import { runProgram, SAMPLE, startProgram } from '../cli/program.ts';
import { sharedPath } from '../support/shared.ts';
import type { Outcome, Task } from './load/clients.ts';
import { byKind, memoryCurve, type Run, summary, verdictsOf } from './load/load-tables.ts';
import { memoryOf } from './load/memory-of.ts';

const CLIENTS = 200;
const SECONDS = 60;
const QUICK_SECONDS = 5;
/** Connections beside them that send half a request and then nothing, opened anew when they are closed. */
const HALF_SENT = 50;
/** As many as may ask at once without any setting. */
const CONSOLES = 4;
const WARM_UP_SECONDS = 5;
const STATEMENTS = [
  'MATCH (c:Concept) RETURN c.name AS name, c.paperCount AS papers ORDER BY papers DESC, name LIMIT 20',
  'MATCH (p:Paper)-[:MENTIONS]->(c:Concept) RETURN c.kind AS kind, count(p) AS papers ORDER BY kind',
  'MATCH (t:Theme) RETURN t.label AS label, t.size AS size ORDER BY size DESC LIMIT 10',
];

export const bench: Bench = {
  name: 'load',
  title: '200 readers at once',
  about: `${CLIENTS} clients, each asking one thing after the other without a pause (maps, papers, concepts, themes, gaps, searches, and ${CONSOLES} of them Cypher), in a process of their own over loopback; beside them ${HALF_SENT} connections that send half a request. The real program, its limits as they are, but for those of requests a minute.`,
  async run(context): Promise<BenchResult> {
    const runs = [await load('sample', await ingested(context, 'sample', SAMPLE), context)];
    if (!context.quick && sharedPath('corpus') !== null) {
      const file = await corpusFile(19_310, context.folder);
      runs.push(await load('19,310 papers', await ingested(context, 'all', file), context));
    }
    return {
      tables: [summary(runs), ...runs.map(byKind)],
      curves: runs.map(memoryCurve),
      verdicts: runs.flatMap(verdictsOf),
    };
  },
};

async function ingested({ folder, say }: BenchContext, name: string, file: string): Promise<string> {
  const store = `file:${join(folder, name)}`;
  say(`${name}: ingest and analysis`);
  const { code, stderr } = await runProgram(['start', '--once', file, '--store', store]);
  if (code !== 0) throw new Error(stderr);
  return store;
}

async function load(corpus: string, store: string, { folder, quick, say }: BenchContext): Promise<Run> {
  const delayFile = join(folder, 'loop-delay.json');
  const { child, done } = startProgram(['serve', '--store', store, '--port', '0', '--json'], {
    env: {
      NODE_OPTIONS: `--import=${join(import.meta.dirname, 'load/loop-delay.mjs')}`,
      LOOP_DELAY_FILE: delayFile,
      LACUNA_REQUESTS_PER_MINUTE: '1000000',
      LACUNA_QUERIES_PER_MINUTE: '1000000',
    },
  });
  try {
    const url = await addressOf(child.stdout!);
    const task = await taskFor(url);
    await readers({ ...task, seconds: quick ? 1 : WARM_UP_SECONDS });
    child.kill('SIGUSR2');
    const seconds = quick ? QUICK_SECONDS : SECONDS;
    say(`${corpus}: ${CLIENTS} clients for ${seconds} s`);
    const memory: Run['memory'] = [];
    const startedAt = performance.now();
    const look = setInterval(
      () => memory.push({ seconds: (performance.now() - startedAt) / 1000, ...memoryOf(child.pid!) }),
      500,
    );
    const half = sendHalf(Number(new URL(url).port));
    const outcome = await readers({ ...task, seconds }).finally(() => clearInterval(look));
    const opened = half.stop();
    child.kill('SIGTERM');
    const { code } = await done;
    const delay = existsSync(delayFile)
      ? (JSON.parse(readFileSync(delayFile, 'utf8')) as Run['delay'])
      : { p50: Number.NaN, p99: Number.NaN, max: Number.NaN };
    return { corpus, clients: CLIENTS, outcome, memory, delay, opened, code };
  } finally {
    child.kill('SIGKILL');
  }
}

async function addressOf(stdout: NodeJS.ReadableStream): Promise<string> {
  let said = '';
  for await (const chunk of stdout) {
    said += String(chunk);
    if (said.includes('\n')) return (JSON.parse(said) as { url: string }).url;
  }
  throw new Error(`The server ended: ${said}`);
}

/** What is there to be asked for. */
async function taskFor(url: string): Promise<Task> {
  const get = async (path: string): Promise<unknown> => (await fetch(new URL(path, url))).json();
  const ids = async (lens: string): Promise<string[]> =>
    ((await get(`/api/graph?lens=${lens}&limit=200`)) as { nodes: { id: string[] } }).nodes.id;
  const [papers, concepts, themes] = [await ids('papers'), await ids('concepts'), await ids('themes')];
  const names = ((await get('/api/graph?lens=concepts&limit=200')) as { nodes: { label: string[] } }).nodes
    .label;
  // What is made at the first search, or in the background, is no part of what is measured.
  await get('/api/search?q=a');
  const { lists } = (await get('/api/gaps')) as { lists: { gaps: { id: string }[] }[] };
  const gaps = lists.flatMap((list) => list.gaps.slice(0, 5).map(({ id }) => `/api/gaps/${id}`));
  const of = (what: string) => (id: string) => `/api/${what}/${id}`;
  return {
    url,
    clients: CLIENTS,
    seconds: SECONDS,
    seed: 1,
    requests: [
      {
        kind: 'map',
        weight: 4,
        paths: ['/api/graph', '/api/graph?lens=themes', '/api/graph?lens=concepts', '/api/graph?lens=papers'],
      },
      { kind: 'around', weight: 6, paths: concepts.map((id) => `/api/graph?lens=ego&centre=${id}`) },
      { kind: 'paper', weight: 25, paths: papers.map(of('papers')) },
      { kind: 'concept', weight: 25, paths: concepts.map(of('concepts')) },
      { kind: 'theme', weight: 10, paths: ['/api/themes', ...themes.map(of('themes'))] },
      { kind: 'gap', weight: 8, paths: ['/api/gaps', ...gaps] },
      {
        kind: 'search',
        weight: 20,
        paths: names.map((name) => `/api/search?q=${encodeURIComponent(name.slice(0, 12))}`),
      },
      { kind: 'status', weight: 2, paths: ['/api/status'] },
    ],
    consoles: CONSOLES,
    statements: STATEMENTS,
  };
}

function readers(task: Task): Promise<Outcome> {
  const child = fork(join(import.meta.dirname, 'load/clients.ts'), { execArgv: ['--import', 'tsx'] });
  return new Promise((resolve, reject) => {
    child.once('message', (outcome: Outcome) => resolve(outcome));
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`The readers ended with ${code}.`)));
    child.send(task);
  });
}

/** Half requests, for ever. */
function sendHalf(port: number): { stop(): number } {
  const sockets = new Set<Socket>();
  let opened = 0;
  let stopped = false;
  const open = (): void => {
    if (stopped) return;
    opened += 1;
    const half =
      'POST /api/cypher HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{"s';
    const socket = connect(port, '127.0.0.1', () =>
      socket.write(opened % 2 === 0 ? half : 'GET /api/status HTTP/1.1\r\nHost: lo'),
    );
    sockets.add(socket);
    socket.on('data', () => {});
    socket.on('error', () => {});
    socket.on('close', () => {
      sockets.delete(socket);
      void wait(100).then(open);
    });
  };
  for (let i = 0; i < HALF_SENT; i++) open();
  return {
    stop() {
      stopped = true;
      for (const socket of sockets) socket.destroy();
      return opened;
    },
  };
}
