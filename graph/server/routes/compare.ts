import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { z } from 'zod';
import { type Comparison, compareQuerySchema, compareSchema } from '../../contract.ts';
import { LacunaError } from '../../errors.ts';
import type { Catalogue } from '../catalogue.ts';
import { type ComparedType, SIDES } from '../compared.ts';
import type { Context } from '../context.ts';
import { errorAnswers, notFound } from '../errors.ts';
import { conceptRefs, paperRefs } from '../node-refs.ts';
import { compareStatement } from '../panel-statements.ts';

type Asked = z.output<typeof compareQuerySchema>;

/** GET /api/compare: two papers, concepts or themes side by side. */
export function compareRoute(app: FastifyInstance, context: Context): void {
  app.withTypeProvider<ZodTypeProvider>().get(
    '/compare',
    {
      schema: { querystring: compareQuerySchema, response: { 200: compareSchema, ...errorAnswers } },
      config: {
        cached: (catalogue, { query }) => {
          typeOf(catalogue, query as Asked);
        },
      },
    },
    ({ query }) => compare(context, query),
  );
}

async function compare({ store, config, live }: Context, asked: Asked): Promise<Comparison> {
  const snapshot = await live.current();
  const { catalogue } = snapshot;
  const type = typeOf(catalogue, asked);
  const source = { store, config, catalogue, ties: await snapshot.ties() };
  const [one, other] = await Promise.all([SIDES[type](source, asked.one), SIDES[type](source, asked.other)]);
  const among = (keep: (of: 'concepts' | 'papers', id: string) => boolean): Extent => {
    const of = (name: 'concepts' | 'papers'): string[] =>
      [...new Set([...one[name], ...other[name]])].filter((id) => keep(name, id));
    return { concepts: of('concepts'), papers: of('papers') };
  };
  const parts = {
    shared: among((of, id) => one[of].has(id) && other[of].has(id)),
    onlyOne: among((of, id) => !other[of].has(id)),
    onlyOther: among((of, id) => !one[of].has(id)),
  };
  const listed = (extent: Extent) => firstOf(catalogue, extent, config.comparedRows);
  const counted = ({ concepts, papers }: Extent) => ({ concepts: concepts.length, papers: papers.length });
  return {
    type,
    one: one.node,
    other: other.node,
    facts: [...one.facts].map(([name, fact]) => ({ name, one: fact, other: other.facts.get(name) ?? '' })),
    shared: listed(parts.shared),
    onlyOne: listed(parts.onlyOne),
    onlyOther: listed(parts.onlyOther),
    counts: {
      shared: counted(parts.shared),
      onlyOne: counted(parts.onlyOne),
      onlyOther: counted(parts.onlyOther),
    },
    years: { one: one.years, other: other.years },
    cypher: compareStatement(type, asked.one, asked.other),
  };
}

/** Ids. */
interface Extent {
  concepts: string[];
  papers: string[];
}

/** The commonest concepts and the newest papers; equal ones in the order of their ids. */
function firstOf(catalogue: Catalogue, { concepts, papers }: Extent, most: number): Comparison['shared'] {
  const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);
  return {
    concepts: conceptRefs(catalogue, concepts)
      .sort((a, b) => b.paperCount - a.paperCount || byId(a, b))
      .slice(0, most),
    papers: paperRefs(catalogue, papers)
      .sort((a, b) => (b.year ?? 0) - (a.year ?? 0) || byId(a, b))
      .slice(0, most),
  };
}

/** Throws `notFound` for what is not there, `input` for two of different types and for one and the same. */
function typeOf({ papers, concepts, themes }: Catalogue, { one, other }: Asked): ComparedType {
  const found = (id: string): ComparedType => {
    if (papers.has(id)) return 'paper';
    if (concepts.has(id)) return 'concept';
    if (themes.has(id)) return 'theme';
    throw notFound('paper, concept or theme', id);
  };
  const type = found(one);
  if (found(other) !== type || one === other) {
    throw new LacunaError('input', 'Two different papers, two concepts or two themes can be compared.', {
      details: { in: 'query', field: 'other' },
    });
  }
  return type;
}
