import { expect, it } from 'vitest';
import { themeFinder } from '../../../graph/analyse/gds-louvain.ts';
import { analyse } from '../../../graph/analyse.ts';
import { describeStores } from '../../support/stores.ts';
import { plantedMentions } from '../analysis/planted-mentions.ts';
import { seedGraph } from './seed-graph.ts';

const LOUVAIN = { algorithm: 'louvain', resolution: 1 } as const;

// With the library: tests/soak/gds.soak.ts.
describeStores('a store without the Graph Data Science library', (factory) => {
  it('is told, where the settings insist on it, and is done without where they do not', async () => {
    const { writer, cleanup } = await factory.open();
    try {
      await expect(themeFinder(writer, { ...LOUVAIN, louvain: 'gds' })).rejects.toMatchObject({
        code: 'unavailable',
        message: expect.stringContaining('has no gds.louvain'),
      });
      await expect(
        themeFinder(writer, { louvain: 'gds', algorithm: 'leiden', resolution: 1 }),
      ).rejects.toMatchObject({
        code: 'input',
        message: expect.stringContaining('only Louvain at resolution 1'),
      });
      expect(await themeFinder(writer, { ...LOUVAIN, louvain: 'own' })).toEqual({ gds: null, told: null });

      await seedGraph(writer, plantedMentions({ topics: 2, papersPerTopic: 8 }));
      const { louvainBy } = await analyse(writer, { louvain: 'auto', runs: 2 });
      expect(louvainBy).toBe(`Lacuna, not Graph Data Science: ${writer.engine} has no gds.louvain`);
      const { rows } = await writer.read({
        text: "MATCH (r:Run {id: 'analysis'}) RETURN r.louvainBy",
        parameters: {},
      });
      expect(rows).toEqual([[louvainBy]]);
    } finally {
      await cleanup();
    }
  });
});
