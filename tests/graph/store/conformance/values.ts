import { expect, it } from 'vitest';
import type { Value } from '../../../../graph/store/store.ts';
import type { StoreFactory } from '../../../support/stores.ts';
import { rowsOf, statement, storeAround } from './fixture.ts';

const STORED: Record<string, Value> = {
  yes: true,
  no: false,
  zero: 0,
  whole: -42,
  large: 2 ** 53 - 1,
  broken: 0.1,
  tiny: 5e-324,
  huge: 1.7976931348623157e308,
  empty: '',
  text: 'naïve “quotes” \' " ` \\ \n\t $x {a} [b] // /* 🙂 \u0000 \u2028',
  list: ['b', 'a', ''],
  numbers: [3, 1, 2],
};

export function values(factory: StoreFactory): void {
  const fixture = storeAround(factory);

  it('gives back every stored value as it was', async () => {
    await fixture.store.write([
      statement('MERGE (p:Paper {id: $id}) SET p += $stored', { id: 'v', stored: STORED }),
    ]);
    const rows = await rowsOf(fixture.store, 'MATCH (p:Paper {id: $id}) RETURN p', { id: 'v' });
    expect(rows).toEqual([
      [{ $node: { ref: expect.any(String), labels: ['Paper'], properties: { id: 'v', ...STORED } } }],
    ]);
    const [aggregate] = await rowsOf(
      fixture.store,
      'MATCH (p:Paper {id: $id}) RETURN p.large AS large, p.list AS list, p.nothing AS nothing',
      { id: 'v' },
    );
    expect(aggregate).toEqual([2 ** 53 - 1, ['b', 'a', ''], null]);
  });

  it('gives back parameters, nested ones too', async () => {
    const nested: Value = { a: [1, { b: null, c: [true, 'x', 1.5] }], d: {} };
    expect(
      await rowsOf(fixture.store, 'RETURN $nested AS nested, $list AS list', { nested, list: [] }),
    ).toEqual([[nested, []]]);
  });

  it('takes whole numbers as integers', async () => {
    const rows = await rowsOf(fixture.store, 'RETURN 7 / $two AS half, range(0, $two) AS range', { two: 2 });
    expect(rows).toEqual([[3, [0, 1, 2]]]);
  });

  it('says what JSON cannot hold in strings', async () => {
    const rows = await rowsOf(
      fixture.store,
      `RETURN 9007199254740993 AS big, -9223372036854775807 AS small, 0.0 / 0.0 AS nan, 1.0 / 0.0 AS infinite,
       -1.0 / 0.0 AS negative`,
    );
    expect(rows).toEqual([['9007199254740993', '-9223372036854775807', 'NaN', 'Infinity', '-Infinity']]);
  });

  it('says times in ISO 8601', async () => {
    const rows = await rowsOf(
      fixture.store,
      `RETURN date('2020-02-29') AS d, localdatetime('2020-01-02T03:04:05') AS l, localtime('10:11:12') AS t,
       datetime('2020-01-02T03:04:05Z') AS z, datetime('2020-01-02T03:04:05+02:00') AS o`,
    );
    expect(rows).toEqual([
      ['2020-02-29', '2020-01-02T03:04:05', '10:11:12', '2020-01-02T03:04:05Z', '2020-01-02T03:04:05+02:00'],
    ]);
    const [[duration]] = (await rowsOf(fixture.store, "RETURN duration('P1Y2M3DT4H') AS d")) as [[string]];
    expect(duration).toMatch(/^P(?:1Y2M|14M)3DT(?:4H|14400S)$/);
  });

  it('tells nodes, relations and paths by one key, and joins them by their refs', async () => {
    const [row] = await rowsOf(
      fixture.store,
      `MATCH path = (p:Paper {id: 'p1'})-[m:MENTIONS]->(c:Concept)
       RETURN p, m, c, path, [p] AS list, {paper: p} AS map, nodes(path) AS nodes`,
    );
    const [paper, relation, concept, path, list, map, nodes] = row as Record<string, never>[];
    const { ref: paperRef } = paper!.$node as unknown as { ref: string };
    const { ref: conceptRef } = concept!.$node as unknown as { ref: string };
    expect(paper).toEqual({
      $node: { ref: paperRef, labels: ['Paper'], properties: { id: 'p1', title: 'Paper 1', year: 2001 } },
    });
    expect((concept!.$node as unknown as { labels: string[] }).labels.toSorted()).toEqual([
      'Concept',
      'Method',
    ]);
    expect(relation).toEqual({
      $relation: {
        ref: expect.any(String),
        type: 'MENTIONS',
        from: paperRef,
        to: conceptRef,
        properties: { count: 2, spans: ['abstract:1-2@0-9'] },
      },
    });
    expect(path).toEqual({ $path: { nodes: [paper, concept], relations: [relation] } });
    expect(list).toEqual([paper]);
    expect(map).toEqual({ paper });
    expect(nodes).toEqual([paper, concept]);
  });

  it('takes no map for a node, whatever its keys', async () => {
    const lookalike: Value = { _id: 0, _labels: ['Paper'], id: 'p1' };
    const rows = await rowsOf(
      fixture.store,
      `RETURN $lookalike AS given, {_id: 0, _labels: ['Paper']} AS made, {_id: 0, _type: 'MENTIONS', _source: 0, _target: 1} AS relation,
       {nodes: [], edges: []} AS path, {\`$node\`: {ref: 'x'}} AS dollar`,
      { lookalike },
    );
    expect(rows).toEqual([
      [
        lookalike,
        { _id: 0, _labels: ['Paper'] },
        { _id: 0, _type: 'MENTIONS', _source: 0, _target: 1 },
        { nodes: [], edges: [] },
        { $$node: { ref: 'x' } },
      ],
    ]);
  });

  it('names columns as the statement does', async () => {
    const table = await fixture.store.read(
      statement('MATCH (p:Paper) RETURN p.id AS `a b`, count(*) AS n LIMIT 0'),
    );
    expect(table).toEqual({ columns: ['a b', 'n'], rows: [], truncated: false });
  });

  it('keeps text and parameters apart', async () => {
    const hostile = `p1'}) DETACH DELETE n //`;
    const text = 'MATCH (n:Paper {id: $id}) RETURN n';
    expect(await rowsOf(fixture.store, text, { id: hostile })).toEqual([]);
    await fixture.store.write([statement('MERGE (p:Paper {id: $id})', { id: hostile })]);
    expect(await rowsOf(fixture.store, 'MATCH (p:Paper) RETURN count(p) AS n')).toEqual([[4]]);
    expect(
      await rowsOf(fixture.store, 'MATCH (n:Paper {id: $id}) RETURN n.id AS id', { id: hostile }),
    ).toEqual([[hostile]]);
  });
}
