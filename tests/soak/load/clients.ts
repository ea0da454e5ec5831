/**
 * A process of readers, away from the server's: each asks one thing after the other over a connection of its own. Told what to do by one message,
 * it tells what came of it by one.
 */
import { Agent, request } from 'node:http';
import { seededRandom } from '../../../graph/analysis/random.ts';

export interface Task {
  url: string;
  clients: number;
  seconds: number;
  seed: number;
  /** Of these one is drawn each time, by weight. */
  requests: { kind: string; weight: number; paths: string[] }[];
  /** Of the clients, so many use the console: their every other request is one of these. */
  consoles: number;
  statements: string[];
}

export interface Outcome {
  /** Milliseconds of each answer, by kind. */
  latencies: Record<string, number[]>;
  /** What was no answer or none with 200, and how often. */
  failures: Record<string, number>;
  bytes: number;
  seconds: number;
}

/** As a browser asks; nobody unpacks it here. */
const HEADERS = { accept: 'application/json', 'accept-encoding': 'gzip, br' };
const TIMEOUT_MS = 30_000;

process.once('message', (task: Task) => {
  void run(task).then((outcome) => process.send?.(outcome, () => process.disconnect()));
});

async function run(task: Task): Promise<Outcome> {
  const outcome: Outcome = { latencies: {}, failures: {}, bytes: 0, seconds: 0 };
  const startedAt = performance.now();
  const until = startedAt + task.seconds * 1000;
  await Promise.all(Array.from({ length: task.clients }, (_, at) => read(task, at, until, outcome)));
  outcome.seconds = (performance.now() - startedAt) / 1000;
  return outcome;
}

async function read(task: Task, at: number, until: number, outcome: Outcome): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const draw = seededRandom(Math.imul(task.seed + at, 0x9e3779b1));
  const choice = task.requests.flatMap((one) => Array.from({ length: one.weight }, () => one));
  for (let turn = 0; performance.now() < until; turn++) {
    const isStatement = at < task.consoles && turn % 2 === 0;
    const wanted = choice[Math.floor(draw() * choice.length)]!;
    const kind = isStatement ? 'statement' : wanted.kind;
    const path = isStatement ? '/api/cypher' : wanted.paths[Math.floor(draw() * wanted.paths.length)]!;
    const statement = isStatement ? task.statements[Math.floor(draw() * task.statements.length)] : undefined;
    const startedAt = performance.now();
    const result = await ask(new URL(path, task.url), agent, statement && JSON.stringify({ statement }));
    if (typeof result === 'number') {
      outcome.bytes += result;
      outcome.latencies[kind] ??= [];
      outcome.latencies[kind].push(performance.now() - startedAt);
    } else {
      const failure = `${kind}: ${result}`;
      outcome.failures[failure] = (outcome.failures[failure] ?? 0) + 1;
    }
  }
  agent.destroy();
}

/** Bytes of the answer, or what was wrong. */
function ask(url: URL, agent: Agent, body?: string): Promise<number | string> {
  return new Promise((resolve) => {
    const asked = request(url, {
      agent,
      method: body === undefined ? 'GET' : 'POST',
      headers: { ...HEADERS, ...(body !== undefined && { 'content-type': 'application/json' }) },
      timeout: TIMEOUT_MS,
    });
    asked.on('timeout', () => asked.destroy(new Error(`nothing within ${TIMEOUT_MS} ms`)));
    asked.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    asked.on('response', (answer) => {
      let bytes = 0;
      answer.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
      });
      answer.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
      answer.on('end', () => resolve(answer.statusCode === 200 ? bytes : String(answer.statusCode)));
    });
    asked.end(body);
  });
}
