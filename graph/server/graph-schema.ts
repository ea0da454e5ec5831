import type { GraphSchema } from '../contract.ts';
import type { StoreReader } from '../store/store.ts';
import type { ServerConfig } from './config.ts';
import { integer, query, type Row, text, texts } from './rows.ts';
import {
  labelCount,
  labelNames,
  labelProperties,
  relationCount,
  relationEnds,
  relationNames,
  relationProperties,
} from './schema-statements.ts';

type Labels = GraphSchema['labels'];
type Relations = GraphSchema['relations'];
type Properties = Labels[number]['properties'];
type Ends = Relations[number]['between'];

/** Ends of relations are looked up faster than types of properties. */
const ENDS_FOR_ONE = 4;
const EMPTY_LIST = 'List<Any>';

/** What stands in the graph, most frequent first, and what its engine knows. */
export async function readGraphSchema(
  store: StoreReader,
  config: Pick<ServerConfig, 'readMs' | 'schemaSample'>,
): Promise<GraphSchema> {
  const [labels, relations, callables] = await Promise.all([
    labelsOf(store, config),
    relationsOf(store, config),
    store.callables({ timeoutMs: config.readMs }),
  ]);
  return {
    store: store.kind,
    labels,
    relations,
    functions: [...callables.functions],
    procedures: [...callables.procedures],
  };
}

async function labelsOf(store: StoreReader, config: Parameters<typeof readGraphSchema>[1]): Promise<Labels> {
  const labels: Labels = [];
  for (const name of names(await query(store, labelNames, config))) {
    const count = countOf(await query(store, labelCount(name), config));
    // NOTE: Neo4j goes on naming what nothing has any more.
    if (count === 0) continue;
    const statement = labelProperties(name, store.kind, config.schemaSample);
    labels.push({ name, count, properties: propertiesOf(await query(store, statement, config)) });
  }
  return labels.toSorted(byCount);
}

async function relationsOf(
  store: StoreReader,
  config: Parameters<typeof readGraphSchema>[1],
): Promise<Relations> {
  const relations: Relations = [];
  for (const name of names(await query(store, relationNames, config))) {
    const count = countOf(await query(store, relationCount(name), config));
    if (count === 0) continue;
    const statement = relationProperties(name, store.kind, config.schemaSample);
    const properties = propertiesOf(await query(store, statement, config));
    const ends = relationEnds(name, config.schemaSample * ENDS_FOR_ONE);
    const between = endsOf(await query(store, ends, config));
    relations.push({ name, count, properties, between });
  }
  return relations.toSorted(byCount);
}

const names = (rows: readonly Row[]): string[] => rows.map(({ name }) => text(name) ?? '');
const countOf = ([row]: readonly Row[]): number => integer(row?.count) ?? 0;
const byCount = (one: { count: number }, other: { count: number }): number => other.count - one.count;

function propertiesOf(rows: readonly Row[]): Properties {
  const types = new Map<string, Set<string>>();
  for (const { key, type } of rows) {
    const known = types.get(String(key)) ?? new Set();
    types.set(String(key), known.add(typeName(text(type) ?? 'Any')));
  }
  return [...types].map(([key, found]) => {
    if (found.size > 1) found.delete(EMPTY_LIST);
    return { key, types: [...found].toSorted() };
  });
}

/** `LIST<STRING NOT NULL> NOT NULL` is `List<String>` here. */
function typeName(type: string): string {
  const words = type.replaceAll(' NOT NULL', '').replace('NOTHING', 'Any');
  return words.replace(/[a-z]+/gi, (word) => word[0]!.toUpperCase() + word.slice(1).toLowerCase());
}

/** Each label at one end with each at the other. */
function endsOf(rows: readonly Row[]): Ends {
  const ends = new Map<string, Ends[number]>();
  for (const { source, target } of rows) {
    for (const from of texts(source)) {
      for (const to of texts(target)) ends.set(JSON.stringify([from, to]), { from, to });
    }
  }
  return [...ends].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, pair]) => pair);
}
