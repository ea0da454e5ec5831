import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { type GraphView, graphViewSchema, idParamsSchema, neighboursQuerySchema } from '../../contract.ts';
import type { Context } from '../context.ts';
import { errorAnswers } from '../errors.ts';
import { anchorOf, existing } from '../existing.ts';
import { toView } from '../graph-view.ts';
import { neighboursStatement } from '../panel-statements.ts';
import { readEdges } from '../read-edges.ts';
import { integer, query, type Row, text } from '../rows.ts';
import {
  countTies,
  readMentioningPapers,
  readPaperMentions,
  readRelatedPapers,
  readTogether,
} from '../statements.ts';

/** GET /api/neighbours/:id: a paper or concept with what it is tied to, strongest first. */
export function neighboursRoute(app: FastifyInstance, context: Context): void {
  app.withTypeProvider<ZodTypeProvider>().get(
    '/neighbours/:id',
    {
      schema: {
        params: idParamsSchema,
        querystring: neighboursQuerySchema,
        response: { 200: graphViewSchema, ...errorAnswers },
      },
      config: { cached: existing('paper or concept') },
    },
    (request) => neighbours(context, request.params.id, request.query.limit),
  );
}

async function neighbours({ store, config, live }: Context, id: string, limit: number): Promise<GraphView> {
  const { catalogue } = await live.current();
  const anchor = anchorOf(catalogue, id);
  const [papers, concepts, [counted]] = await Promise.all([
    query(store, anchor === 'Paper' ? readRelatedPapers(id, limit) : readMentioningPapers(id, limit), config),
    query(store, anchor === 'Paper' ? readPaperMentions(id) : readTogether(id, limit), config),
    query(store, countTies(anchor, id), config),
  ]);
  const ids = [id, ...byTurns(idsOf(concepts, 'concept'), idsOf(papers, 'paper')).slice(0, limit)];
  const edges = await readEdges(store, ids, ['MENTIONS', 'CO_OCCURS', 'SHARES'], config);
  // Ties among the neighbours are drawn between papers and concepts only: the rest would hide the centre.
  const drawn = edges.filter(
    ({ source, target, type }) =>
      source === id || target === id || type === 'MENTIONS' || type === 'INTRODUCES',
  );
  const shown = { of: (integer(counted?.ties) ?? 0) + 1, cap: limit };
  return toView(catalogue, ids, drawn, shown, neighboursStatement(anchor, id, limit));
}

const idsOf = (rows: readonly Row[], column: string): string[] => rows.map((row) => text(row[column]) ?? '');

/** One of each list in turn, since weights of different kinds of tie can't be compared. */
function byTurns(a: readonly string[], b: readonly string[]): string[] {
  const length = Math.max(a.length, b.length);
  return Array.from({ length }, (_, i) => [a[i], b[i]]).flatMap((pair) =>
    pair.filter((id): id is string => id !== undefined),
  );
}
