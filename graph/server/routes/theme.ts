import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { idParamsSchema, type MappedTheme, type ThemeDetail, themeSchema } from '../../contract.ts';
import { type Catalogue, conceptRef, paperRef } from '../catalogue.ts';
import type { Context } from '../context.ts';
import { errorAnswers, notFound } from '../errors.ts';
import { existing } from '../existing.ts';
import { themeStatement } from '../panel-statements.ts';
import { integer, number, query, text } from '../rows.ts';
import { readThemeConcepts, readThemeLinks, readThemePapers, readThemeYears } from '../statements.ts';
import { EMPTY_DOSSIER, resolveDossier, storedDossierSchema } from '../stored-dossier.ts';
import { findingOf } from '../stored-json.ts';

/** GET /api/themes/:id: a theme or sub-theme, its members and its dossier. */
export function themeRoute(app: FastifyInstance, context: Context): void {
  app.withTypeProvider<ZodTypeProvider>().get(
    '/themes/:id',
    {
      schema: { params: idParamsSchema, response: { 200: themeSchema, ...errorAnswers } },
      config: { cached: existing('theme') },
    },
    (request) => themeDetail(context, request.params.id),
  );
}

export async function themeDetail(context: Context, id: string): Promise<ThemeDetail> {
  const { store, config, live } = context;
  const { catalogue } = await live.current();
  const theme = catalogue.themes.get(id);
  if (!theme) throw notFound('theme', id);
  const [concepts, papers, years, stored] = await Promise.all([
    query(store, readThemeConcepts(id, config.panelRows), config),
    query(store, readThemePapers(id, config.panelRows), config),
    query(store, readThemeYears(id), config),
    findingOf(context, storedDossierSchema, `dossier:${id}`),
  ]);
  const dossier = stored
    ? resolveDossier(catalogue, stored)
    : { ...EMPTY_DOSSIER, links: await plainLinks(context, catalogue, theme) };
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
    subThemes: [...catalogue.themes.values()].filter(({ parent }) => parent === id),
    ...dossier,
    cypher: themeStatement(id),
  };
}

/** The links alone, where no dossier tells what they go through. */
async function plainLinks(
  { store, config }: Context,
  { themes }: Catalogue,
  theme: MappedTheme,
): Promise<ThemeDetail['links']> {
  const rows = await query(store, readThemeLinks(theme.id, theme.level, config.panelRows), config);
  return rows.flatMap((row) => {
    const other = themes.get(text(row.theme) ?? '');
    return other ? { theme: other, weight: number(row.weight) ?? 0, papers: [], concepts: [] } : [];
  });
}
