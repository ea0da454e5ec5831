import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { z } from 'zod';
import { breather } from '../../analyse/breather.ts';
import { BOUNDS, type PathOrder, type Paths, pathsQuerySchema, pathsSchema } from '../../contract.ts';
import { LacunaError } from '../../errors.ts';
import { CONCEPT_RELATIONS } from '../../schema.ts';
import type { Catalogue } from '../catalogue.ts';
import type { Context } from '../context.ts';
import { errorAnswers } from '../errors.ts';
import { anchorOf } from '../existing.ts';
import type { FoundPath, PathSearch } from '../found-path.ts';
import { pathStatement, pathsStatement } from '../panel-statements.ts';
import { stepSentences, withPapers } from '../path-sentences.ts';
import { shortestPaths } from '../paths-shortest.ts';
import { strongestPaths } from '../paths-strongest.ts';
import type { Anchor } from '../statements.ts';
import type { Ties, TieType } from '../ties.ts';

type Asked = z.output<typeof pathsQuerySchema>;

/** Each of them has a sentence behind it. What tells most stands first: it counts where several tie the same two. */
const STEPS: readonly TieType[] = ['INTRODUCES', 'MENTIONS', ...CONCEPT_RELATIONS, 'CO_OCCURS'];

const SEARCHES: Readonly<Record<PathOrder, (search: PathSearch) => Promise<FoundPath[]>>> = {
  shortest: shortestPaths,
  strongest: strongestPaths,
};

/** GET /api/paths: how two things are connected, shortest first and through what is most telling, or strongest first. */
export function pathsRoute(app: FastifyInstance, context: Context): void {
  app.withTypeProvider<ZodTypeProvider>().get(
    '/paths',
    {
      schema: { querystring: pathsQuerySchema, response: { 200: pathsSchema, ...errorAnswers } },
      config: {
        cached: (catalogue, { query: ends }) => {
          anchorsOf(catalogue, ends as Asked);
        },
      },
    },
    ({ query }) => findPaths(context, query),
  );
}

async function findPaths({ store, config, live }: Context, asked: Asked): Promise<Paths> {
  const snapshot = await live.current();
  const { catalogue } = snapshot;
  const { from, to, by, limit } = asked;
  const labels = anchorsOf(catalogue, asked);
  const ties = await snapshot.ties();
  const found = await SEARCHES[by]({
    ties,
    types: STEPS,
    from: ties.numberOf.get(from)!,
    to: ties.numberOf.get(to)!,
    limit,
    steps: BOUNDS.pathLength,
    reach: config.pathReach,
    commonness: (node) => Math.log1p(catalogue.concepts.get(ties.ids[node]!)?.paperCount ?? 0),
    breathe: breather(),
  });
  const paths = await Promise.all(
    found.map(async ({ nodes, types, length }) => {
      const ids = nodes.map((node) => ties.ids[node]!);
      const steps = await Promise.all(
        types.map(async (type, i) => {
          const said = await stepSentences(store, catalogue, [ids[i]!, ids[i + 1]!], type, config);
          const sentences = withPapers(catalogue, said);
          const [first] = sentences;
          return { type, sentence: first?.sentence ?? null, paper: first?.paper ?? null, sentences };
        }),
      );
      return { nodes: ids.flatMap((id) => pathNode(catalogue, id) ?? []), steps, length };
    }),
  );
  const [best] = found;
  const cypher =
    by === 'strongest' && best ? statementOf(ties, best) : pathsStatement(labels, { from, to }, limit);
  return { paths, cypher };
}

const statementOf = (ties: Ties, { nodes, types }: FoundPath) =>
  pathStatement(
    nodes.map((node) => ({ id: ties.ids[node]!, isPaper: node < ties.papers })),
    types,
  );

/** Throws `notFound` for an end that there isn't, `input` where both are the same. */
function anchorsOf(catalogue: Catalogue, ends: Pick<Asked, 'from' | 'to'>): { from: Anchor; to: Anchor } {
  if (ends.from === ends.to) throw new LacunaError('input', 'A path needs two different ends.');
  return { from: anchorOf(catalogue, ends.from), to: anchorOf(catalogue, ends.to) };
}

function pathNode(catalogue: Catalogue, id: string): Paths['paths'][number]['nodes'][number] | null {
  const paper = catalogue.papers.get(id);
  if (paper) return { id, kind: 'Paper', label: paper.label };
  const concept = catalogue.concepts.get(id);
  return concept ? { id, kind: concept.kind, label: concept.name } : null;
}
