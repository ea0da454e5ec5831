import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readCorpus } from '../../../../bench/literature.ts';
import { adjacencyOf } from '../../../../graph/analysis/adjacency.ts';
import { coOccurrences } from '../../../../graph/analysis/co-occurrence.ts';
import { consensusOf } from '../../../../graph/analysis/communities/consensus.ts';
import { DEFAULT_THEMES } from '../../../../graph/analysis/communities/find-themes.ts';
import { inducedSubgraph, tiedNodes } from '../../../../graph/analysis/communities/induced-subgraph.ts';
import { meanAgreement } from '../../../../graph/analysis/communities/partition-agreement.ts';
import { runOnce } from '../../../../graph/analysis/communities/run-once.ts';
import { seedsOf } from '../../../../graph/analysis/communities/seeds.ts';
import { tieWeight } from '../../../../graph/analysis/concept-graph.ts';
import { DEFAULT_SHAPING, shapingMentions } from '../../../../graph/analysis/shaping.ts';
import { ALGORITHMS } from '../../../../graph/schema.ts';
import { describeShared, sharedPath } from '../../../support/shared.ts';

const BASES = [1, 2, 3, 4, 5, 6];

describeShared('themes of the seed papers', () => {
  it('agree more between seeds by consensus than by single runs, with either algorithm', async () => {
    const seeds = sharedPath('corpus', 'seeds')!;
    const files = (await readdir(seeds)).sort().map((name) => join(seeds, name));
    const folder = await mkdtemp(join(tmpdir(), 'lacuna-themes-'));
    try {
      const corpus = await readCorpus(files, folder);
      const { graph } = await corpus.literatureOf(corpus.papers);
      const together = coOccurrences(graph, shapingMentions(graph, DEFAULT_SHAPING));
      const all = adjacencyOf(
        graph.concepts.length,
        together.map((tie) => ({ source: tie.source, target: tie.target, weight: tieWeight(tie) })),
      );
      const ties = inducedSubgraph(all, tiedNodes(all));
      for (const algorithm of ALGORITHMS) {
        const settings = {
          algorithm,
          resolution: 1,
          threshold: DEFAULT_THEMES.consensusThreshold,
          maxRounds: DEFAULT_THEMES.maxRounds,
        };
        const runs = BASES.map((base) =>
          seedsOf(base, DEFAULT_THEMES.runs).map((seed) => runOnce(ties, algorithm, 1, seed)),
        );
        const agreed = [];
        for (const [i, base] of BASES.entries()) {
          agreed.push((await consensusOf(ties, runs[i]!, settings, base)).communityOf);
        }
        expect(meanAgreement(agreed)).toBeGreaterThan(meanAgreement(runs[0]!) + 0.1);
      }
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
