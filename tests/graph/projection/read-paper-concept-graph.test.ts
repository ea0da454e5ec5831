import { expect, it } from 'vitest';
import { paperConceptGraph } from '../../../graph/analysis/paper-concept-graph.ts';
import { readPaperConceptGraph } from '../../../graph/projection/read-paper-concept-graph.ts';
import { describeStores } from '../../support/stores.ts';
import { seedGraph } from '../analyse/seed-graph.ts';
import { plantedMentions } from '../analysis/planted-mentions.ts';

describeStores('readPaperConceptGraph', (factory) => {
  it('reads what is stored, in pages of any size', async () => {
    const planted = plantedMentions({ topics: 3, papersPerTopic: 7 });
    const { writer, cleanup } = await factory.open();
    try {
      await seedGraph(writer, planted);
      const expected = paperConceptGraph(planted.papers, planted.concepts, planted.mentions);
      // 21 papers: pages that end in the middle of them, on the last one, and past it.
      for (const rowsPerPage of [4, 7, 1000]) {
        const progress: [number, number][] = [];
        const graph = await readPaperConceptGraph(writer, rowsPerPage, {
          progress: (done, total) => progress.push([done, total]),
        });
        expect(graph).toEqual(expected);
        expect(progress.at(-1)).toEqual([21, 21]);
      }
      const stopped = readPaperConceptGraph(writer, 4, { signal: AbortSignal.abort(new Error('enough')) });
      await expect(stopped).rejects.toThrow('enough');
    } finally {
      await cleanup();
    }
  });
});
