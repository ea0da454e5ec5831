import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { idParamsSchema, type ThemeDetail, themeSchema, themesSchema } from '../../contract.ts';
import { ALGORITHMS } from '../../schema.ts';
import { conceptRef, paperRef } from '../catalogue.ts';
import type { Context } from '../context.ts';
import { errorAnswers, notFound } from '../errors.ts';
import { existing } from '../existing.ts';
import { themeStatement, themesStatement } from '../panel-statements.ts';
import { integer, number, query, text } from '../rows.ts';
import { readThemeConcepts, readThemeLinks, readThemePapers, readThemeYears } from '../statements.ts';

/** GET /api/themes and /api/themes/:id. */
export function themesRoute(app: FastifyInstance, context: Context): void {
  const typed = app.withTypeProvider<ZodTypeProvider>();
  typed.get(
    '/themes',
    { schema: { response: { 200: themesSchema, ...errorAnswers } }, config: { cached: true } },
    async () => {
      const { catalogue, analysis } = await context.live.current();
      return {
        themes: [...catalogue.themes.values()],
        modularity: number(analysis?.modularity),
        resolution: number(analysis?.resolution),
        seed: integer(analysis?.seed),
        algorithm: ALGORITHMS.find((known) => known === analysis?.algorithm) ?? null,
        agreement: [],
        leftOut: null,
        changes: [],
        medians: null,
        editable: false,
        cypher: themesStatement(),
      };
    },
  );
  typed.get(
    '/themes/:id',
    {
      schema: { params: idParamsSchema, response: { 200: themeSchema, ...errorAnswers } },
      config: { cached: existing('theme') },
    },
    (request) => themeDetail(context, request.params.id),
  );
}

async function themeDetail({ store, config, live }: Context, id: string): Promise<ThemeDetail> {
  const { catalogue } = await live.current();
  const theme = catalogue.themes.get(id);
  if (!theme) throw notFound('theme', id);
  const [concepts, papers, years, links] = await Promise.all([
    query(store, readThemeConcepts(id, config.panelRows), config),
    query(store, readThemePapers(id, config.panelRows), config),
    query(store, readThemeYears(id), config),
    query(store, readThemeLinks(id, theme.level, config.panelRows), config),
  ]);
  return {
    ...theme,
    concepts: concepts.flatMap((row) => {
      const concept = catalogue.concepts.get(text(row.concept) ?? '');
      return concept ? { ...conceptRef(concept), ambiguity: concept.ambiguity } : [];
    }),
    papers: papers.flatMap((row) => {
      const paper = catalogue.papers.get(text(row.paper) ?? '');
      return paper ? { paper: paperRef(paper), share: number(row.share) ?? 1 } : [];
    }),
    years: years.map((row) => ({ year: integer(row.year) ?? 0, papers: integer(row.papers) ?? 0 })),
    links: links.flatMap((row) => {
      const other = catalogue.themes.get(text(row.theme) ?? '');
      return other ? { theme: other, weight: number(row.weight) ?? 0, papers: [], concepts: [] } : [];
    }),
    subThemes: [...catalogue.themes.values()].filter(({ parent }) => parent === id),
    keyPapers: [],
    defining: [],
    pairings: { rows: [], columns: [], papers: [] },
    bursts: [],
    questions: [],
    cypher: themeStatement(id),
  };
}
