import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { idParamsSchema, savedSchema, type Themes, themeLabelSchema, themesSchema } from '../../contract.ts';
import { ALGORITHMS } from '../../schema.ts';
import { type Catalogue, conceptRef } from '../catalogue.ts';
import type { Context } from '../context.ts';
import { openDesk } from '../desk.ts';
import { errorAnswers, notFound } from '../errors.ts';
import { themesStatement } from '../panel-statements.ts';
import { integer, number } from '../rows.ts';
import { writeRateLimit } from '../security.ts';
import { findingOf } from '../stored-json.ts';
import { storedThemesSchema } from '../stored-themes.ts';

/** GET /api/themes and PUT /api/themes/:id/label. */
export function themesRoute(app: FastifyInstance, context: Context): void {
  const typed = app.withTypeProvider<ZodTypeProvider>();
  typed.get(
    '/themes',
    { schema: { response: { 200: themesSchema, ...errorAnswers } }, config: { cached: true } },
    () => themesOf(context),
  );
  typed.put(
    '/themes/:id/label',
    {
      schema: {
        params: idParamsSchema,
        body: themeLabelSchema,
        response: { 200: savedSchema, ...errorAnswers },
      },
      config: { rateLimit: writeRateLimit(context.config) },
    },
    async ({ params: { id }, body: { label } }) => {
      await nameTheme(context, id, label);
      return { saved: true as const };
    },
  );
}

async function themesOf(context: Context): Promise<Themes> {
  const { catalogue, analysis } = await context.live.current();
  const stored = await findingOf(context, storedThemesSchema, 'themes');
  return {
    themes: [...catalogue.themes.values()],
    modularity: number(analysis?.modularity),
    resolution: number(analysis?.resolution),
    seed: integer(analysis?.seed),
    algorithm: ALGORITHMS.find((known) => known === analysis?.algorithm) ?? null,
    agreement: stored?.agreement ?? [],
    leftOut: stored?.leftOut
      ? { ...stored.leftOut, common: withRefs(catalogue, stored.leftOut.common) }
      : null,
    changes: stored?.changes ?? [],
    medians: stored?.medians ?? null,
    editable: context.desk !== null,
    cypher: themesStatement(),
  };
}

function withRefs({ concepts }: Catalogue, common: readonly { id: string; name: string; papers: number }[]) {
  return common.map(({ id, name, papers }) => {
    const concept = concepts.get(id);
    return { concept: concept ? conceptRef(concept) : null, name, papers };
  });
}

async function nameTheme({ desk, live }: Context, id: string, label: string | null): Promise<void> {
  const open = openDesk(desk);
  const { catalogue } = await live.current();
  if (!catalogue.themes.has(id)) throw notFound('theme', id);
  await open.nameTheme(id, label);
  live.expire();
}
