import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { z } from 'zod';
import type { LookAlike } from '../../analysis/terms/look-alikes.ts';
import { apartId } from '../../analysis/terms/term.ts';
import {
  dismissalSchema,
  savedSchema,
  suggestionsQuerySchema,
  suggestionsSchema,
  type Terms,
  termsQuerySchema,
  termsSchema,
} from '../../contract.ts';
import { conceptRef } from '../catalogue.ts';
import type { Context } from '../context.ts';
import { openDesk } from '../desk.ts';
import { errorAnswers, notFound } from '../errors.ts';
import { queryByIds, text, texts } from '../rows.ts';
import { writeRateLimit } from '../security.ts';
import { type TermCatalogue, termsOf } from '../terms-catalogue.ts';
import { decisionsByTerm, keptDecisions, sinceThemes, splitForms } from '../terms-decisions.ts';
import { dismissedPairs } from '../terms-dismissals.ts';
import { chooseTerms, termOf } from '../terms-list.ts';
import { readReasons, suggestionsStatement, termsStatement } from '../terms-statements.ts';

/**
 * GET /api/terms, GET and PUT /api/terms/suggestions. Decisions and dismissals are no part of the graph's version, so
 * nothing here is cached.
 */
export function termsRoute(app: FastifyInstance, context: Context): void {
  const typed = app.withTypeProvider<ZodTypeProvider>();
  typed.get(
    '/terms',
    { schema: { querystring: termsQuerySchema, response: { 200: termsSchema, ...errorAnswers } } },
    ({ query }) => terms(context, query),
  );
  typed.get(
    '/terms/suggestions',
    {
      schema: { querystring: suggestionsQuerySchema, response: { 200: suggestionsSchema, ...errorAnswers } },
    },
    ({ query }) => suggestions(context, query.limit),
  );
  typed.put(
    '/terms/suggestions',
    {
      schema: { body: dismissalSchema, response: { 200: savedSchema, ...errorAnswers } },
      config: { rateLimit: writeRateLimit(context.config) },
    },
    async ({ body: { one, other, dismissed } }) => {
      const desk = openDesk(context.desk);
      const { catalogue } = await context.live.current();
      for (const id of [one, other]) if (!catalogue.concepts.has(id)) throw notFound('concept', id);
      await desk.setApart(one, other, dismissed);
      return { saved: true as const };
    },
  );
}

async function terms(context: Context, asked: z.output<typeof termsQuerySchema>): Promise<Terms> {
  const { store, config, live } = context;
  const { catalogue } = await live.current();
  const catalogued = termsOf(catalogue, config);
  const kept = await keptDecisions(context);
  const open = await openPairs(context, catalogued, kept);
  const alike = new Map<string, number>();
  for (const { into, other } of open.pairs) {
    for (const { id } of [into, other]) alike.set(id, (alike.get(id) ?? 0) + 1);
  }
  const marks = { alike, decisions: decisionsByTerm(kept, catalogued.index) };
  const chosen = chooseTerms(catalogue, asked, marks);
  const shown = chosen.slice(asked.offset, asked.offset + Math.min(asked.limit, config.termRows));
  const rows = await queryByIds(
    store,
    readReasons,
    shown.map(({ id }) => id),
    config,
  );
  const reasons = new Map(rows.map((row) => [text(row.id), texts(row.reasons)]));
  return {
    terms: shown.map((concept) => termOf(catalogue, concept, marks, reasons.get(concept.id) ?? [])),
    total: chosen.length,
    all: catalogue.concepts.size,
    sinceThemes: await sinceThemes(context, kept),
    editable: context.desk !== null,
    cypher: termsStatement({ kind: asked.kind, minPapers: asked.minPapers, limit: asked.limit }),
  };
}

async function suggestions(context: Context, limit: number): Promise<z.input<typeof suggestionsSchema>> {
  const { config, live } = context;
  const { catalogue } = await live.current();
  const open = await openPairs(context, termsOf(catalogue, config), await keptDecisions(context));
  const shown = open.pairs.slice(0, limit);
  return {
    suggestions: shown.flatMap(({ into, other, reason, forms }) => {
      const [first, second] = [catalogue.concepts.get(into.id), catalogue.concepts.get(other.id)];
      if (!first || !second) return [];
      return { into: conceptRef(first), other: conceptRef(second), reason, because: forms.join(' ~ ') };
    }),
    total: open.pairs.length,
    dismissed: open.dismissed,
    editable: context.desk !== null,
    cypher: suggestionsStatement(
      shown.slice(0, config.panelRows).flatMap(({ into, other }) => [into.name, other.name]),
    ),
  };
}

/** Without those that somebody said are not the same, or split apart. */
async function openPairs(
  context: Context,
  { alike }: TermCatalogue,
  kept: Parameters<typeof splitForms>[0],
): Promise<{ pairs: LookAlike[]; dismissed: number }> {
  const dismissed = await dismissedPairs(context);
  const apart = splitForms(kept);
  const pairs = alike.filter(
    ({ into, other }) =>
      !dismissed.has(apartId(into.id, other.id)) && !apart.has(into.name) && !apart.has(other.name),
  );
  return { pairs, dismissed: dismissed.size };
}
