import { expect, it } from 'vitest';
import { isLacunaError } from '../../../../graph/errors.ts';
import { openReader } from '../../../../graph/store/open.ts';
import type { AskMode, StoreReader } from '../../../../graph/store/store.ts';
import { isFirstOfItsKind, type StoreFactory } from '../../../support/stores.ts';
import { bait } from './bait.ts';
import { fewAtOnce, graphIn, snapshot, storeAround } from './fixture.ts';
import { DISGUISES } from './hostile/disguises.ts';
import { LANGUAGES } from './hostile/languages.ts';
import { OUTSIDE } from './hostile/outside.ts';
import { SCHEMA } from './hostile/schema.ts';
import { SERVER } from './hostile/server.ts';
import { WRITES } from './hostile/writes.ts';
import { HOSTILE } from './hostile.ts';

const LISTS = [WRITES, DISGUISES, LANGUAGES, OUTSIDE, SCHEMA, SERVER];

/** Where a comment ends is what they are about: an engine may take all of it for a comment, and answer. */
const COMMENTS = [
  'RETURN 1 AS x // \\u000a CREATE (:Bad)',
  "RETURN 'x\\u0027 AS x CREATE (:Bad) //' AS y",
  '/* \\u002a\\u002f CREATE (:Bad) // */ RETURN 1',
  'RETURN 1 AS x //\rCREATE (:Bad)',
  'RETURN 1 AS x //\u2028CREATE (:Bad)',
  'RETURN 1 AS x //\u0085CREATE (:Bad)',
  'RETURN 1 AS x //\u000bCREATE (:Bad)',
];

/** So many are known to be turned down for what they would do: a list of mere typing errors would prove nothing. */
const REFUSED = { embedded: 120, neo4j: 230 };
/** Another version of the same engine is asked every fourth: what stands between it and a stranger is the same code. */
const SAMPLED = 4;

/** Hostile statements in number; what each engine says of the ones that matter most is in questions.ts. */
export function safety(factory: StoreFactory): void {
  const fixture = storeAround(factory);
  const { fate, untouched } = bait();
  const step = isFirstOfItsKind(factory) ? 1 : SAMPLED;

  /** Codes by which they were turned down; fails at the first that changed the graph, and at a list that changed the schema. */
  async function codes(store: StoreReader, texts: readonly string[], mode?: AskMode): Promise<string[]> {
    const before = await snapshot(store);
    const graph = await graphIn(store);
    const found = await fewAtOnce(texts, async (text) => {
      const end = await fate(store, text, mode);
      expect(await graphIn(store), text).toBe(graph);
      return isLacunaError(end) ? end.code : `${end}: ${text}`;
    });
    expect(await snapshot(store)).toBe(before);
    await untouched();
    return found;
  }

  async function turnDownAll(store: StoreReader): Promise<void> {
    const found: string[] = [];
    for (const list of LISTS) found.push(...(await codes(store, everyOf(list, step))));
    expect(found.filter((code) => code !== 'refused' && code !== 'input')).toEqual([]);
    expect(found.filter((code) => code === 'refused').length).toBeGreaterThanOrEqual(
      step === 1 ? REFUSED[store.kind] : (0.8 * REFUSED[store.kind]) / step,
    );
    for (const code of await codes(store, COMMENTS)) expect(code).toMatch(/^(?:refused|input$|answered)/);
  }

  it('lets no hostile statement through, and keeps the store as it was', () => turnDownAll(fixture.store));

  // NOTE: on Neo4j a writer asks as a reader does, in a session that may not write.
  // A Neo4j reader and writer are one code there.
  if (factory.name === 'embedded')
    it('nor does a reader', async () => {
      await fixture.store.close();
      const reader = await openReader(fixture.opened.location);
      await turnDownAll(reader).finally(() => reader.close());
    });

  it.each(['explain', 'profile'] as const)('shows no plan of what would write: %s', async (mode) => {
    const texts = HOSTILE.filter(({ text }) => /CREATE|SET|DELETE|LOAD/.test(text)).map(({ text }) => text);
    const found = await codes(fixture.store, texts, mode);
    expect(found.filter((code) => code !== 'refused' && code !== 'input')).toEqual([]);
  });
}

const everyOf = <T>(list: readonly T[], step: number): T[] => list.filter((_, at) => at % step === 0);
