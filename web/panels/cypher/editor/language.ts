/** Asks the worker that knows the language; it is started when it is first asked, and again after it broke. */
import type { DbSchema } from '@neo4j-cypher/language-support';
import type { LanguageAnswers, LanguageQuestion } from './language-messages.ts';

interface Answered {
  id: number;
  answer?: unknown;
  failure?: string;
}

let worker: Worker | null = null;
/** What the worker was told last: it is large, and the same from key to key. */
let told: DbSchema | null = null;
let asked = 0;
const waiting = new Map<number, { resolve(answer: never): void; reject(cause: unknown): void }>();

function failAll(cause: unknown): void {
  for (const { reject } of waiting.values()) reject(cause);
  waiting.clear();
}

function start(): Worker {
  const started = new Worker(new URL('./language.worker.ts', import.meta.url), { type: 'module' });
  started.addEventListener('message', ({ data: { id, answer, failure } }: MessageEvent<Answered>) => {
    const asker = waiting.get(id);
    waiting.delete(id);
    if (failure === undefined) asker?.resolve(answer as never);
    else asker?.reject(new Error(failure));
  });
  started.addEventListener('error', () => {
    worker = null;
    told = null;
    started.terminate();
    failAll(new Error('The parser did not start.'));
  });
  return started;
}

/** Rejects where the worker can't answer. */
export function askLanguage<Question extends LanguageQuestion>(
  question: Question,
  schema: DbSchema,
): Promise<LanguageAnswers[Question['ask']]> {
  worker ??= start();
  const id = ++asked;
  const asker = worker;
  const news = schema === told ? undefined : schema;
  told = schema;
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject });
    asker.postMessage({ id, question, schema: news });
  });
}
