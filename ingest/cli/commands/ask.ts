import type { Answer } from '../../../graph/contract.ts';
import { ASK_LIMITS, ask } from '../../../graph/questions/ask.ts';
import { readVocabulary } from '../../../graph/questions/read-vocabulary.ts';
import { runOn } from '../../../graph/server/question-run.ts';
import { withInterrupt } from '../interrupt.ts';
import { locate, printJson, withReader } from '../session.ts';

export interface AskFlags {
  store?: string;
  timeout: number;
  json?: boolean;
}

export async function runAsk(question: string, flags: AskFlags): Promise<void> {
  const answer = await withInterrupt((signal) =>
    withReader(locate(flags.store), signal, async (store) => {
      const run = runOn(store, { readMs: flags.timeout * 1000 }, signal);
      return ask(question, { run, vocabulary: await readVocabulary(run), limits: ASK_LIMITS });
    }),
  );
  if (flags.json) printJson(answer);
  else process.stdout.write(answerText(answer));
}

const SHOWN = 20;

/** An answer for people: what was understood, what was found, and on what it rests. */
function answerText(answer: Answer): string {
  const lines = [answer.message, ''];
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
