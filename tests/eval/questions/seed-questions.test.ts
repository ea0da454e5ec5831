import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { ask } from '../../../graph/questions/ask.ts';
import { describeShared, sharedPath } from '../../support/shared.ts';
import { goldSchema, judge } from './score-answer.ts';
import { openSeeds } from './seed-desk.ts';

const LEAST_RIGHT = 13;

describeShared('questions over the seed documents', () => {
  it('are answered right, or honestly not', async () => {
    const { desk, close } = await openSeeds(sharedPath('corpus', 'seeds')!);
    try {
      const verdicts: { question: string; verdict: string; why: string }[] = [];
      for (const line of readFileSync(sharedPath('gold', 'questions.dev.jsonl')!, 'utf8')
        .split('\n')
        .filter(Boolean)) {
        const gold = goldSchema.parse(JSON.parse(line));
        verdicts.push({ question: gold.question, ...judge(await ask(gold.question, desk), gold) });
      }
      expect(verdicts.filter(({ verdict }) => verdict === 'wrong')).toEqual([]);
      expect(verdicts.filter(({ verdict }) => verdict === 'right').length).toBeGreaterThanOrEqual(
        LEAST_RIGHT,
      );
      // What the corpus does not have is said, never guessed.
      for (const question of [
        'How many papers were published since 2020?',
        'Who wrote about COAR?',
        'What is Zorbify?',
        'Which papers smell of cheese?',
      ]) {
        expect((await ask(question, desk)).status, question).toBe('cannot');
      }
    } finally {
      await close();
    }
  });
});
