import type { Answer } from '../../../graph/contract.ts';
import { ASK_LIMITS, ask } from '../../../graph/questions/ask.ts';
import { askModel } from '../../../graph/questions/model/ask-model.ts';
import { readVocabulary } from '../../../graph/questions/read-vocabulary.ts';
import { runOn } from '../../../graph/server/question-run.ts';
import { withInterrupt } from '../interrupt.ts';
import { locate, printJson, say, withReader } from '../session.ts';

export interface AskFlags {
  store?: string;
  timeout: number;
  by: 'words' | 'model';
  json?: boolean;
}

export async function runAsk(question: string, flags: AskFlags): Promise<void> {
  const answer = await withInterrupt((signal) =>
    withReader(locate(flags.store), signal, async (store) => {
      const run = runOn(store, { readMs: flags.timeout * 1000 }, signal);
      const desk = { run, vocabulary: await readVocabulary(run), limits: ASK_LIMITS };
      if (flags.by === 'words') return ask(question, desk);
      // Loaded here, since most questions need none of it.
      const { openQuestionModel } = await import('../question-model.ts');
      const model = openQuestionModel(process.env);
      say(`Asking the language model ${model.name}.`);
      const inTime = AbortSignal.any([signal, AbortSignal.timeout(flags.timeout * 1000)]);
      return askModel(question, desk, model, inTime);
    }),
  );
  if (flags.json) printJson(inOrder(answer));
  else process.stdout.write(answerText(answer));
}

/** What says the most first; the rest behind it. */
function inOrder({
  status,
  understood,
  cypher,
  columns,
  rows,
  value,
  papers,
  message,
  ...rest
}: Answer): Answer {
  return { status, understood, cypher, columns, rows, value, papers, message, ...rest };
}

const SHOWN = 20;

/** An answer for people: what was understood, what was found, and on what it rests. */
function answerText(answer: Answer): string {
  const lines = [answer.message, ''];
  if (answer.summary) {
    lines.push(answer.summary.text);
    for (const { number, sentence } of answer.summary.citations) lines.push(`[${number}] ${sentence}`);
    lines.push('');
  }
  if (answer.model) lines.push(`The plan is by the language model ${answer.model}.`);
  if (answer.understood.text) lines.push(`Understood: ${answer.understood.text}`);
  if (answer.understood.ignored.length > 0) lines.push(`Left out: ${answer.understood.ignored.join(', ')}`);
  for (const { label, question } of answer.choices) lines.push(`- ${label}: ${question}`);
  for (const [i, row] of answer.rows.slice(0, SHOWN).entries()) {
    lines.push('', row.filter((cell) => cell !== null && cell !== '').join(' | '));
    const sources = (answer.citations[i] ?? []).map(({ paper }) =>
      answer.papers.find(({ id }) => id === paper)?.sources.join(', '),
    );
    if (sources.length > 0) lines.push(`  from ${[...new Set(sources)].join('; ')}`);
  }
  if (answer.rows.length > SHOWN)
    lines.push('', `… and ${answer.rows.length - SHOWN} more rows (--json has them)`);
  return `${lines.join('\n')}\n`;
}
