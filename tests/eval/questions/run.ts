import { readFileSync } from 'node:fs';
import { ask } from '../../../graph/questions/ask.ts';
import { complete } from '../../../graph/questions/complete.ts';
import { sharedPath } from '../../support/shared.ts';
import { type Gold, goldSchema, judge, type Verdict } from './score-answer.ts';
import { openSeeds } from './seed-desk.ts';

/** Asks the questions of the measuring data, or of a file of the same form, and prints right, wrong and abstained. */
const [given] = process.argv.slice(2);
const file = given ?? sharedPath('gold', 'questions.dev.jsonl');
const seeds = sharedPath('corpus', 'seeds');
if (file && seeds) await main(file, seeds);
else {
  console.error('The measuring data is not beside this checkout.');
  process.exitCode = 2;
}

async function main(path: string, folder: string): Promise<void> {
  const questions: Gold[] = readFileSync(path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => goldSchema.parse(JSON.parse(line)));
  const { desk, close } = await openSeeds(folder);
  try {
    const counts: Record<Verdict, number> = { right: 0, wrong: 0, abstained: 0 };
    const times: number[] = [];
    for (const gold of questions) {
      const begun = performance.now();
      const answer = await ask(gold.question, desk);
      times.push(performance.now() - begun);
      const { verdict, why } = judge(answer, gold);
      counts[verdict] += 1;
      console.log(`${verdict.padEnd(9)} ${gold.question}${why ? `\n          ${why}` : ''}`);
    }
    const keys = questions.flatMap(({ question }) =>
      Array.from(question, (_, at) => {
        const begun = performance.now();
        complete(question.slice(0, at + 1), 8, desk.vocabulary);
        return performance.now() - begun;
      }),
    );
    console.log(
      `\nright ${counts.right}, wrong ${counts.wrong}, abstained ${counts.abstained} of ${questions.length}`,
    );
    console.log(`answer: median ${told(times, 0.5)} ms, longest ${told(times, 1)} ms`);
    console.log(`completion: median ${told(keys, 0.5)} ms, longest ${told(keys, 1)} ms`);
  } finally {
    await close();
  }
}

function told(times: readonly number[], share: number): string {
  const sorted = times.toSorted((a, b) => a - b);
  return (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0).toFixed(1);
}
