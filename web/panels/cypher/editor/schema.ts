/** The graph's schema as the parser takes it. Pure. */
import type { DbSchema } from '@neo4j-cypher/language-support';
import type { GraphSchema } from '../../../../graph/contract.ts';

type Callable = GraphSchema['functions'][number];

/** What is known of one name. */
const described = ({ name, signature, description }: Callable) => ({
  name,
  signature,
  description,
  argumentDescription: [],
  isBuiltIn: true,
});

const functionOf = (callable: Callable) => ({
  ...described(callable),
  category: '',
  returnDescription: '',
  aggregating: false,
  isDeprecated: false,
});

const procedureOf = (callable: Callable) => ({
  ...described(callable),
  mode: 'READ' as const,
  worksOnSystem: false,
  returnDescription: [],
  admin: false,
  option: { deprecated: false },
});

function byName<One extends { name: string }>(list: readonly One[]): Record<string, One> {
  return Object.fromEntries(list.map((one) => [one.name, one]));
}

/** In the language's two versions alike; a list that is empty is one that nobody knows. */
function inBoth<One extends { name: string }>(list: readonly One[]) {
  return { 'CYPHER 5': byName(list), 'CYPHER 25': byName(list) };
}

export function languageSchema(schema: GraphSchema | undefined, parameters: readonly string[]): DbSchema {
  const given = Object.fromEntries(parameters.map((name) => [name, '']));
  if (!schema) return { parameters: given };
  const { labels, relations, functions, procedures } = schema;
  const keys = [...labels, ...relations].flatMap(({ properties }) => properties.map(({ key }) => key));
  return {
    labels: labels.map(({ name }) => name),
    relationshipTypes: relations.map(({ name }) => name),
    propertyKeys: [...new Set(keys)].sort(),
    parameters: given,
    ...(functions.length > 0 ? { functions: inBoth(functions.map(functionOf)) } : {}),
    ...(procedures.length > 0 ? { procedures: inBoth(procedures.map(procedureOf)) } : {}),
    defaultLanguage: 'CYPHER 5',
    graphSchema: relations.flatMap(({ name, between }) =>
      between.map(({ from, to }) => ({ from, to, relType: name })),
    ),
  };
}

/** What is known of each name, for telling the user. */
export interface Names {
  readonly labels: ReadonlyMap<string, GraphSchema['labels'][number]>;
  readonly relations: ReadonlyMap<string, GraphSchema['relations'][number]>;
}

export function namesOf(schema: GraphSchema | undefined): Names {
  return {
    labels: new Map(schema?.labels.map((label) => [label.name, label])),
    relations: new Map(schema?.relations.map((relation) => [relation.name, relation])),
  };
}
