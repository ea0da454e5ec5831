import { expect, it } from 'vitest';
import { ask } from '../../../graph/questions/ask.ts';
import { readVocabulary } from '../../../graph/questions/read-vocabulary.ts';
import { runOn } from '../../../graph/server/question-run.ts';
import { unborne } from '../../eval/questions/unborne.ts';
import { describeStores } from '../../support/stores.ts';
import { makeQuestions } from './made-questions.ts';
import { dice, makeWorld, writeWorld } from './world.ts';

const SEED = 20_261_107;
/** On Neo4j, where each takes longer, every template twice. */
const QUESTIONS = { embedded: 120, neo4j: 60 } as const;
const LIMITS = { rows: 1000, papers: 1000, perRow: 5 };

describeStores('questions made from templates', (factory) => {
  it('are answered as set operations over the same papers answer them', async () => {
    const world = makeWorld(SEED);
    const { writer, cleanup } = await factory.open();
    try {
      await writeWorld(writer, world);
      const run = runOn(writer, { readMs: 30_000 });
      const vocabulary = await readVocabulary(run);
      const wrong: unknown[] = [];
      const uncited: string[] = [];
      const titles = new Map(world.papers.map(({ id, title }) => [title, id]));
      for (const { question, papers, value, rows } of makeQuestions(
        world,
        dice(SEED + 1),
        QUESTIONS[writer.kind],
      )) {
        const answer = await ask(question, { run, vocabulary, limits: LIMITS });
        const none = rows?.length === 0;
        const got = {
          status: none && answer.rows.length === 0 ? 'answered' : answer.status,
          ...(papers && { papers: answer.papers.map(({ id }) => id).sort() }),
          ...(value !== undefined && { value: answer.value }),
          ...(rows && {
            rows: answer.rows
              .map((row) => [row[0], row.find((cell, i) => i > 0 && typeof cell === 'number')])
              .sort(),
          }),
        };
        const expected = {
          status: 'answered',
          ...(papers && { papers: [...papers].sort() }),
          ...(value !== undefined && { value }),
          ...(rows && { rows: [...rows].sort() }),
        };
        if (JSON.stringify(got) !== JSON.stringify(expected))
          wrong.push({
            question,
            understood: answer.understood.text,
            message: answer.message,
            got,
            expected,
          });
        uncited.push(...(await unborne(answer, run)));
        for (const { id, title } of answer.papers) expect(titles.get(title)).toBe(id);
      }
      expect(wrong).toEqual([]);
      expect(uncited).toEqual([]);
    } finally {
      await cleanup();
    }
  });
});
