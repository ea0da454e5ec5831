import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { type ConceptDetail, conceptSchema, idParamsSchema } from '../../contract.ts';
import { conceptRef, paperRef } from '../catalogue.ts';
import { conceptDefinitions, type MentioningPaper } from '../concept-definitions.ts';
import { conceptRelations } from '../concept-relations.ts';
import type { Context } from '../context.ts';
import { corpusYears } from '../corpus-years.ts';
import { errorAnswers, notFound } from '../errors.ts';
import { evidenceOf, spansOf } from '../evidence.ts';
import { existing } from '../existing.ts';
import { conceptStatement } from '../panel-statements.ts';
import { integer, number, query, text, texts } from '../rows.ts';
import {
  readConceptIntroductions,
  readConceptNaming,
  readConceptPapers,
  readConceptYears,
  readTogether,
} from '../statements.ts';

/** GET /api/concepts/:id: a concept, its papers with the sentences, what they state of it, and what it occurs with. */
export function conceptsRoute(app: FastifyInstance, context: Context): void {
  app.withTypeProvider<ZodTypeProvider>().get(
    '/concepts/:id',
    {
      schema: { params: idParamsSchema, response: { 200: conceptSchema, ...errorAnswers } },
      config: { cached: existing('concept') },
    },
    (request) => conceptDetail(context, request.params.id),
  );
}

export async function conceptDetail({ store, config, live }: Context, id: string): Promise<ConceptDetail> {
  const { catalogue } = await live.current();
  const concept = catalogue.concepts.get(id);
  if (!concept) throw notFound('concept', id);
  const [[naming], rows, introductions, years, together, relations] = await Promise.all([
    query(store, readConceptNaming(id), config),
    query(store, readConceptPapers(id, config.panelRows), config),
    query(store, readConceptIntroductions(id), config),
    query(store, readConceptYears(id), config),
    query(store, readTogether(id, config.panelRows), config),
    conceptRelations({ store, config }, catalogue, id),
  ]);
  const introducedBy = new Set(introductions.map((row) => text(row.paper)));
  const papers = rows.flatMap((row): { mention: MentioningPaper; salience: number }[] => {
    const paper = catalogue.papers.get(text(row.paper) ?? '');
    if (!paper) return [];
    const words = { title: text(row.title), abstract: text(row.abstract) };
    const spans = spansOf(row.spans, words);
    const mention = { paper: paperRef(paper), words, spans, introduces: introducedBy.has(paper.id) };
    return [{ mention, salience: number(row.salience) ?? 0 }];
  });
  return {
    ...conceptRef(concept),
    aliases: concept.aliases,
    aliasReasons: texts(naming?.reasons),
    family: text(naming?.family),
    years: years.map((row) => ({ year: integer(row.year) ?? 0, papers: integer(row.papers) ?? 0 })),
    allYears: corpusYears(catalogue),
    definitions: conceptDefinitions(
      papers.map(({ mention }) => mention),
      config.definitions,
    ),
    papers: papers.map(({ mention: { paper, introduces, words, spans }, salience }) => ({
      paper,
      introduces,
      salience,
      evidence: evidenceOf(spans, words, config.evidencePerPaper),
    })),
    together: together.flatMap((row) => {
      const other = catalogue.concepts.get(text(row.concept) ?? '');
      if (!other) return [];
      return {
        concept: conceptRef(other),
        papers: integer(row.papers) ?? 0,
        strength: number(row.strength) ?? 0,
      };
    }),
    relations,
    theme: catalogue.themes.get(concept.theme ?? '') ?? null,
    subTheme: catalogue.themes.get(concept.subTheme ?? '') ?? null,
    ambiguity: concept.ambiguity,
    cypher: conceptStatement(id),
  };
}
