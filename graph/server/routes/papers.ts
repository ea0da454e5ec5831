import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { idParamsSchema, type PaperDetail, paperSchema } from '../../contract.ts';
import { paperLabel, ROLES } from '../../schema.ts';
import { type Catalogue, conceptRef, paperRef } from '../catalogue.ts';
import type { Context } from '../context.ts';
import { errorAnswers, notFound } from '../errors.ts';
import { spansOf } from '../evidence.ts';
import { existing } from '../existing.ts';
import { paperStatement } from '../panel-statements.ts';
import { paperRelations } from '../paper-relations.ts';
import { integer, number, propertiesOf, query, type Row, text, texts } from '../rows.ts';
import { sharedBetween } from '../shared-between.ts';
import {
  readMemberships,
  readPaper,
  readPaperIntroductions,
  readPaperMentions,
  readRelatedPapers,
} from '../statements.ts';
import { COARSEST } from '../theme-outlines.ts';

/** GET /api/papers/:id: a paper, what it names and where, and what is near to it. */
export function papersRoute(app: FastifyInstance, context: Context): void {
  app.withTypeProvider<ZodTypeProvider>().get(
    '/papers/:id',
    {
      schema: { params: idParamsSchema, response: { 200: paperSchema, ...errorAnswers } },
      config: { cached: existing('paper') },
    },
    (request) => paperDetail(context, request.params.id),
  );
}

export async function paperDetail({ store, config, live }: Context, id: string): Promise<PaperDetail> {
  const { catalogue } = await live.current();
  const [[found], mentions, introductions, related, themes] = await Promise.all([
    query(store, readPaper(id), config),
    query(store, readPaperMentions(id), config),
    query(store, readPaperIntroductions(id), config),
    query(store, readRelatedPapers(id, config.panelRows), config),
    query(store, readMemberships('Paper', [id]), config),
  ]);
  if (!found) throw notFound('paper', id);
  const facts = propertiesOf(found.p);
  const paper = { title: text(facts.title), abstract: text(facts.abstract) };
  const introduced = new Set(introductions.map((row) => text(row.concept)));
  const saliences = new Map(mentions.map((row) => [text(row.concept) ?? '', number(row.salience) ?? 0]));
  const [stated, shared] = await Promise.all([
    paperRelations({ store, config }, catalogue, id, paper),
    sharedBetween(
      { store, config },
      catalogue,
      saliences,
      related.map((row) => text(row.paper) ?? ''),
    ),
  ]);
  return {
    id,
    label: paperLabel(paper),
    ...paper,
    year: integer(facts.year),
    venue: text(facts.venue),
    doi: text(facts.doi),
    arxivId: text(facts.arxivId),
    pubmedId: text(facts.pubmedId),
    url: text(facts.url),
    authors: texts(facts.authors),
    keywords: texts(facts.keywords),
    sources: texts(facts.sources),
    mentions: mentions.flatMap((row) => {
      const concept = catalogue.concepts.get(text(row.concept) ?? '');
      if (!concept) return [];
      return {
        concept: conceptRef(concept),
        count: integer(row.count) ?? 0,
        salience: number(row.salience) ?? 0,
        role: ROLES.find((role) => role === row.role) ?? 'background',
        introduces: introduced.has(concept.id),
        spans: spansOf(row.spans, paper),
      };
    }),
    stated,
    related: related.flatMap((row) => {
      const other = catalogue.papers.get(text(row.paper) ?? '');
      if (!other) return [];
      return {
        paper: paperRef(other),
        weight: number(row.weight) ?? 0,
        concepts: integer(row.concepts) ?? 0,
        shared: shared.get(other.id) ?? [],
      };
    }),
    themes: themeShares(catalogue, themes),
    cypher: paperStatement(id),
  };
}

/** Shares of all its themes of one level make 1; largest first. */
function themeShares(catalogue: Catalogue, rows: readonly Row[]): PaperDetail['themes'] {
  return rows
    .flatMap((row) => {
      const theme = catalogue.themes.get(text(row.theme) ?? '');
      return theme?.level === COARSEST ? { theme, share: number(row.share) ?? 1 } : [];
    })
    .sort((a, b) => b.share - a.share || (a.theme.id < b.theme.id ? -1 : 1));
}
