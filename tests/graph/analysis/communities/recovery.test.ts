import { describe, expect, it } from 'vitest';
import { ALGORITHMS } from '../../../../graph/schema.ts';
import { recoveryAt } from './recovery.ts';

describe.each(ALGORITHMS)('planted communities (LFR), by %s', (algorithm) => {
  it('are recovered, by consensus no worse than by single runs', async () => {
    const few = await recoveryAt(algorithm, 0.2, [1]);
    expect(few.single).toBeGreaterThan(0.95);
    expect(few.consensus).toBeGreaterThan(0.99);
    const more = await recoveryAt(algorithm, 0.5, [1]);
    expect(more.consensus).toBeGreaterThan(more.single);
  });

  it('are steadier by consensus than by single runs where there is much noise', async () => {
    const { singleAri, consensusAri } = await recoveryAt(algorithm, 0.55, [1, 2, 3, 4]);
    expect(consensusAri).toBeGreaterThan(singleAri);
  });
});
