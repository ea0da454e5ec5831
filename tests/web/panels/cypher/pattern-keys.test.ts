import { expect, it } from 'vitest';
import { patternKeys } from '../../../../web/panels/cypher/editor/completion.ts';
import { namesOf } from '../../../../web/panels/cypher/editor/schema.ts';

const property = (key: string) => ({ key, types: ['String'] });
const names = namesOf({
  store: 'embedded',
  labels: [{ name: 'Paper', count: 2, properties: [property('title'), property('year')] }],
  relations: [{ name: 'MENTIONS', count: 3, properties: [property('role')], between: [] }],
  functions: [],
  procedures: [],
});
const keysAt = (before: string) => patternKeys(before, names)?.map(({ label }) => label) ?? null;

it('proposes the keys of a pattern’s labels, but for those that stand there', () => {
  expect(keysAt('MATCH (p:Paper {')).toEqual(['title', 'year']);
  expect(keysAt('MATCH (p:Paper {ti')).toEqual(['title', 'year']);
  expect(keysAt("MATCH (:Paper {title: 'x', y")).toEqual(['year']);
  expect(keysAt('MATCH ()-[m:MENTIONS {r')).toEqual(['role']);
});

it('leaves values, other maps and finished ones to the parser', () => {
  expect(keysAt('MATCH (p:Paper {title: ')).toBeNull();
  expect(keysAt('RETURN {ti')).toBeNull();
  expect(keysAt("MATCH (p:Paper {title: 'x'}) WHERE p.")).toBeNull();
});
