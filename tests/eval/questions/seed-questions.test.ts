import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { ask } from '../../../graph/questions/ask.ts';
import { describeShared, sharedPath } from '../../support/shared.ts';
import { goldSchema, judge } from './score-answer.ts';
import { openSeeds } from './seed-desk.ts';
import { unborne } from './unborne.ts';

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
      // Every row of an answer cites, and what it cites stands in the paper.
      const uncited: string[] = [];
      for (const line of readFileSync(new URL('./own.dev.jsonl', import.meta.url), 'utf8')
        .split('\n')
        .filter(Boolean)) {
        const gold = goldSchema.parse(JSON.parse(line));
        const answer = await ask(gold.question, desk);
        expect({ question: gold.question, ...judge(answer, gold) }).not.toMatchObject({ verdict: 'wrong' });
        uncited.push(...(await unborne(answer, desk.run)));
      }
      expect(uncited).toEqual([]);
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
