import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { type Paths, pathsQuerySchema, pathsSchema } from '../../contract.ts';
import { LacunaError } from '../../errors.ts';
import type { Catalogue } from '../catalogue.ts';
import type { Context } from '../context.ts';
import { errorAnswers } from '../errors.ts';
import { anchorOf } from '../existing.ts';
import { pathsStatement } from '../panel-statements.ts';
import { stepSentence } from '../path-sentences.ts';
import { query, text, texts } from '../rows.ts';
import { type Anchor, readPaths } from '../statements.ts';

interface Ends {
  from: string;
  to: string;
}

interface FoundPath {
  ids: string[];
  types: string[];
}

/** GET /api/paths: how two things are connected, shortest first and through what is most telling. */
export function pathsRoute(app: FastifyInstance, context: Context): void {
  app.withTypeProvider<ZodTypeProvider>().get(
    '/paths',
    {
      schema: { querystring: pathsQuerySchema, response: { 200: pathsSchema, ...errorAnswers } },
      config: {
        cached: (catalogue, { query: ends }) => {
          anchorsOf(catalogue, ends as Ends);
        },
      },
    },
    ({ query: { from, to, limit } }) => findPaths(context, { from, to }, limit),
  );
}

async function findPaths({ store, config, live }: Context, ends: Ends, limit: number): Promise<Paths> {
  const { catalogue } = await live.current();
  const labels = anchorsOf(catalogue, ends);
  const rows = await query(store, readPaths(labels.from, labels.to, ends, config.pathCandidates), config);
  const found = rows
    .map((row): FoundPath => ({ ids: texts(row.ids), types: texts(row.types) }))
    .map((path) => ({ path, commonness: commonness(catalogue, path) }))
    .sort((a, b) => a.commonness - b.commonness || (a.path.ids.join() < b.path.ids.join() ? -1 : 1))
    .slice(0, limit);
  const paths = await Promise.all(
    found.map(async ({ path }) => ({
      nodes: path.ids.flatMap((id) => pathNode(catalogue, id) ?? []),
      steps: await Promise.all(
        path.types.map(async (type, i) => ({
          type,
          sentence: await stepSentence(store, catalogue, [path.ids[i]!, path.ids[i + 1]!], config),
          paper: null,
        })),
      ),
      length: path.types.length,
    })),
  );
  return { paths, cypher: pathsStatement(labels, ends, limit) };
}

/** Throws `notFound` for an end that there isn't, `input` where both are the same. */
function anchorsOf(catalogue: Catalogue, ends: Ends): { from: Anchor; to: Anchor } {
  if (ends.from === ends.to) throw new LacunaError('input', 'A path needs two different ends.');
  return { from: anchorOf(catalogue, ends.from), to: anchorOf(catalogue, ends.to) };
}

/** Paths through concepts that everybody names say little: the sum of the logarithms of their paper counts. */
function commonness(catalogue: Catalogue, { ids }: FoundPath): number {
  let sum = 0;
  for (const id of ids.slice(1, -1)) sum += Math.log1p(catalogue.concepts.get(id)?.paperCount ?? 0);
  return sum;
}

function pathNode(catalogue: Catalogue, id: string): Paths['paths'][number]['nodes'][number] | null {
  const paper = catalogue.papers.get(id);
  if (paper) return { id, kind: 'Paper', label: paper.label };
  const concept = catalogue.concepts.get(id);
  return concept ? { id, kind: concept.kind, label: text(concept.name) ?? id } : null;
}
