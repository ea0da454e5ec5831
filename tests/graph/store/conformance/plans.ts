import { expect, it } from 'vitest';
import type { LacunaError } from '../../../../graph/errors.ts';
import type { ParameterType, PlanStep, Value } from '../../../../graph/store/store.ts';
import type { StoreFactory } from '../../../support/stores.ts';
import { ASK, snapshot, statement, storeAround } from './fixture.ts';

const MENTIONED =
  'MATCH (p:Paper)-[:MENTIONS]->(c:Concept) WHERE p.year > 2001 RETURN p.id AS id ORDER BY id';

export function plans(factory: StoreFactory): void {
  const fixture = storeAround(factory);

  /** Every step but the first is below one before it, and all stand in pre-order. */
  function expectTree(steps: readonly PlanStep[]): void {
    const path: (number | null)[] = [null];
    steps.forEach(({ parent }, index) => {
      while (path.length > 0 && path.at(-1) !== parent) path.pop();
      expect(path.length).toBeGreaterThan(0);
      expect(index === 0).toBe(parent === null);
      path.push(index);
    });
  }

  it('tells the plan of what it does not run', async () => {
    const before = await snapshot(fixture.store);
    for (const [text, mode] of [
      [`explain ${MENTIONED}`, 'run'],
      [MENTIONED, 'explain'],
      [`EXPLAIN ${MENTIONED}`, 'profile'],
      ['UNWIND range(1, 100000000000) AS x MATCH (p:Paper) RETURN count(*)', 'explain'],
    ] as const) {
      const answer = await fixture.store.ask(statement(text), { ...ASK, mode });
      expect(answer, text).toMatchObject({ mode: 'explain', columns: [], rows: [], truncated: false });
      expectTree(answer.plan!);
      expect(answer.plan!.length).toBeGreaterThan(2);
      expect(answer.plan!.map(({ details }) => details).join(' ')).toContain('Paper');
      expect(answer.plan!.every(({ rows, dbHits, milliseconds }) => !rows && !dbHits && !milliseconds)).toBe(
        true,
      );
    }
    expect(await snapshot(fixture.store)).toBe(before);
    const writing = fixture.store.ask(statement('CREATE (x:Paper)'), { ...ASK, mode: 'explain' });
    await expect(writing).rejects.toMatchObject({ code: 'refused' });
  });

  it('tells the rows of what it profiles, and what each step did', async () => {
    const answer = await fixture.store.ask(statement(MENTIONED), { ...ASK, mode: 'profile' });
    expect(answer).toMatchObject({ mode: 'profile', columns: ['id'], rows: [['p2'], ['p3']] });
    expectTree(answer.plan!);
    expect(answer.plan![0]!.rows).toBe(2);
    const figure = factory.name === 'embedded' ? 'milliseconds' : 'dbHits';
    expect(answer.plan!.some((step) => (step[figure] ?? 0) > 0)).toBe(true);
    expect(answer.notices.map(({ kind }) => kind)).toContain('hint');
    const cut = await fixture.store.ask(statement(MENTIONED), { ...ASK, maxRows: 1, mode: 'profile' });
    expect(cut).toMatchObject({ rows: [['p2']], truncated: true });
    expect(cut.plan![0]!.rows).toBe(2);
    const writing = fixture.store.ask(statement('MATCH (p:Paper) SET p.x = 1'), { ...ASK, mode: 'profile' });
    await expect(writing).rejects.toMatchObject({ code: 'refused' });
  });

  it('tells the place of a mistake in the text as it was written', async () => {
    for (const text of [
      "RETURN 'é😀' AS a, 1 +* 2",
      "// 😀\nPROFILE RETURN 1 AS a,\r\n  'é😀', 1 +* 2",
      '/* é😀 */ CYPHER 5 EXPLAIN\n\nRETURN 1 +* $x',
    ]) {
      const asking = fixture.store.ask({ text, parameters: { x: 5 }, types: { x: 'float' } }, ASK);
      const { details } = (await asking.catch((error: unknown) => error)) as LacunaError;
      const before = text.slice(0, text.indexOf('*', text.indexOf('+')));
      expect(details, text).toMatchObject({
        offset: before.length,
        line: before.split('\n').length,
        column: before.length - before.lastIndexOf('\n'),
      });
    }
  });

  it('tells the place of what is not known', async () => {
    for (const unknown of ['nobody', 'noSuchFunction(p.id)', '$nothing']) {
      const text = `MATCH (p:Paper)\nRETURN p.id, ${unknown}`;
      const error = await fixture.store.ask(statement(text), ASK).catch((thrown: unknown) => thrown);
      expect((error as LacunaError).code, unknown).toBe('input');
      const { offset } = (error as LacunaError).details;
      // Neo4j misses a parameter only when it runs, and then tells no place.
      if (unknown.startsWith('$') && fixture.store.kind === 'neo4j') expect(offset).toBeUndefined();
      else expect(offset, unknown).toBe(text.indexOf(unknown));
    }
  });

  it('takes parameters for what they are said to be', async () => {
    const ask = async (
      text: string,
      types: Record<string, ParameterType>,
      parameters: Record<string, Value>,
    ) => {
      const { columns, rows } = await fixture.store.ask({ text, parameters, types }, ASK);
      return [columns, ...rows];
    };
    const half = "RETURN $x / 2, /*$x*/ $`x` / 4 AS quarter, '$x' AS text, $n / 2 AS n";
    expect((await ask(half, { x: 'float' }, { x: 5, n: 5 }))[1]).toEqual([2.5, 1.25, '$x', 2]);
    expect((await ask('RETURN $x', { x: 'float' }, { x: 5 }))[0]).toEqual(['$x']);
    expect((await ask('RETURN $x IS NULL', { x: 'date' }, { x: null }))[1]).toEqual([true]);
    const days = "RETURN $d = date('2024-02-29') AS same, $d < date('2024-03-01') AS earlier, $d AS day";
    expect((await ask(days, { d: 'date' }, { d: '2024-02-29' }))[1]).toEqual([true, true, '2024-02-29']);
    const times =
      "RETURN $t = datetime('2024-02-29T12:30:00+02:00') AS same, $u = datetime('2024-02-29T10:30:00.25Z') AS utc";
    const given = { t: '2024-02-29T12:30+02:00', u: '2024-02-29T10:30:00.25' };
    expect((await ask(times, { t: 'datetime', u: 'datetime' }, given))[1]).toEqual([true, true]);
  });

  it('names the parameter that is not what it is said to be', async () => {
    for (const [type, value] of [
      ['float', '5'],
      ['date', '2024-02-30'],
      ['date', '29.02.2024'],
      ['date', 20240229],
      ['datetime', '2024-02-29'],
      ['datetime', '2024-02-29T24:00Z'],
      ['datetime', "2024-02-29T12:00Z'"],
    ] as const) {
      const asking = fixture.store.ask(
        { text: 'RETURN $x', parameters: { x: value }, types: { x: type } },
        ASK,
      );
      await expect(asking, value.toString()).rejects.toMatchObject({
        code: 'input',
        details: { parameter: 'x' },
      });
    }
    const missing = fixture.store.ask({ text: 'RETURN 1', parameters: {}, types: { x: 'date' } }, ASK);
    await expect(missing).rejects.toMatchObject({ code: 'input', details: { parameter: 'x' } });
  });

  it('passes on what Neo4j has to say, with its place', async () => {
    if (fixture.store.kind !== 'neo4j') return;
    const text = '  EXPLAIN MATCH (p:Paper), (q:Papper) RETURN p.id, q.id';
    const { notices } = await fixture.store.ask(statement(text), ASK);
    const at = (needle: string) => text.indexOf(needle);
    expect(notices).toContainEqual({
      kind: 'warning',
      message: expect.stringContaining('Papper'),
      offset: at('Papper'),
    });
    expect(notices).toContainEqual({
      kind: 'hint',
      message: expect.stringMatching(/cartesian product/i),
      offset: at('MATCH'),
    });
  });
}
