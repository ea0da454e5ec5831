import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { z } from 'zod';
import { type Connections, connectionsQuerySchema, connectionsSchema, LENS_EDGES } from '../../contract.ts';
import { LacunaError } from '../../errors.ts';
import type { Catalogue } from '../catalogue.ts';
import type { Context } from '../context.ts';
import { errorAnswers } from '../errors.ts';
import { anchorOf } from '../existing.ts';
import { isTieType } from '../map-request.ts';
import { nodeRef } from '../node-refs.ts';
import { connectionsStatement } from '../panel-statements.ts';
import { stepSentences, withPapers } from '../path-sentences.ts';
import { type Connector, connectorsOf, groupsOf } from '../shared-ties.ts';
import type { Ties } from '../ties.ts';

type Asked = z.output<typeof connectionsQuerySchema>;

const TYPES = LENS_EDGES.ego.first.filter(isTieType);

/** GET /api/connections: what connects some papers and concepts. */
export function connectionsRoute(app: FastifyInstance, context: Context): void {
  app.withTypeProvider<ZodTypeProvider>().get(
    '/connections',
    {
      schema: {
        querystring: connectionsQuerySchema,
        response: { 200: connectionsSchema, ...errorAnswers },
      },
      config: {
        cached: (catalogue, { query }) => {
          checkIds(catalogue, (query as Asked).ids);
        },
      },
    },
    ({ query }) => connections(context, query),
  );
}

async function connections(context: Context, { ids, limit }: Asked): Promise<Connections> {
  const snapshot = await context.live.current();
  const { catalogue } = snapshot;
  const ties = await snapshot.ties();
  const asked = [...new Set(ids)];
  const nodes = asked.map((id) => ties.numberOf.get(id)!);
  const connectors = connectorsOf(ties, TYPES, nodes).slice(0, limit);
  const groups = groupsOf(ties, TYPES, nodes, connectors);
  return {
    connectors: await Promise.all(connectors.map((connector) => told(context, catalogue, ties, connector))),
    groups: groups.map((group) => group.map((node) => ties.ids[node]!)),
    cypher: connectionsStatement(
      asked,
      asked.every((id) => catalogue.papers.has(id)),
      limit,
    ),
  };
}

async function told(
  { store, config }: Context,
  catalogue: Catalogue,
  ties: Ties,
  { node, to }: Connector,
): Promise<Connections['connectors'][number]> {
  const id = ties.ids[node]!;
  // That papers share concepts stands in no sentence.
  const tellable = to.filter(({ type }) => type !== 'SHARES').slice(0, config.evidencePerPaper);
  const said = await Promise.all(
    tellable.map((tie) => stepSentences(store, catalogue, [id, ties.ids[tie.node]!], tie.type, config)),
  );
  const label = node < ties.papers ? ('Paper' as const) : ('Concept' as const);
  return {
    node: nodeRef(catalogue, { label, id })!,
    to: to.map((tie) => ties.ids[tie.node]!),
    sentences: withPapers(catalogue, said.flat()),
  };
}

/** Throws `notFound` for an id of no paper or concept, `input` for fewer than two. */
function checkIds(catalogue: Catalogue, ids: readonly string[]): void {
  for (const id of ids) anchorOf(catalogue, id);
  if (new Set(ids).size > 1) return;
  throw new LacunaError('input', 'A connection needs two or more papers or concepts.', {
    details: { in: 'query', field: 'ids' },
  });
}
