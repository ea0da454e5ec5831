import { afterAll, beforeAll, expect, it } from 'vitest';
import { APP_STATEMENTS, type Drawn, STATEMENT_NAMES } from '../../../bench/support/app-statements.ts';
import { wholeReads } from '../../../bench/support/plan-start.ts';
import { describeStores } from '../../support/stores.ts';
import { CONCEPTS, openSeeded, PAPERS, type SeededStore } from './fixture.ts';

const DRAWN: Drawn = {
  paper: PAPERS[0]!.id,
  papers: PAPERS.map(({ id }) => id),
  concept: CONCEPTS[0]!.id,
  other: CONCEPTS[1]!.id,
  concepts: CONCEPTS.map(({ id }) => id),
  theme: 'theme',
  gap: 'gap',
};

describeStores("where the server's own statements begin", (factory) => {
  let seeded: SeededStore;
  beforeAll(async () => {
    seeded = await openSeeded(factory);
  });
  afterAll(() => seeded.remove());

  it('knows them all', () => {
    expect(Object.keys(APP_STATEMENTS).toSorted()).toEqual([...STATEMENT_NAMES].toSorted());
  });

  it('is an index, unless all is to be read', async () => {
    const begins: Record<string, string[]> = {};
    for (const [name, { of, readsAll }] of Object.entries(APP_STATEMENTS)) {
      if (readsAll !== undefined) continue;
      const options = { mode: 'explain', timeoutMs: 30_000, maxRows: 1 } as const;
      const { plan } = await seeded.store.ask(of(DRAWN), options);
      const whole = wholeReads(plan ?? []);
      if (whole.length > 0) begins[name] = whole;
    }
    expect(begins).toEqual({});
  });

  it('is told where it is none', async () => {
    const options = { mode: 'explain', timeoutMs: 30_000, maxRows: 1 } as const;
    const text = 'MATCH (p:Paper) WHERE p.venue = $venue RETURN p.id';
    const { plan } = await seeded.store.ask({ text, parameters: { venue: 'x' } }, options);
    expect(wholeReads(plan ?? [])).toHaveLength(1);
  });
});
