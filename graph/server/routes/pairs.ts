import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { type Pair, pairQuerySchema, pairSchema } from '../../contract.ts';
import { LacunaError } from '../../errors.ts';
import { type Catalogue, type ConceptOutline, conceptRef, paperRef } from '../catalogue.ts';
import type { Context } from '../context.ts';
import { errorAnswers, notFound } from '../errors.ts';
import { evidenceOf, spansOf } from '../evidence.ts';
import { countPair, readPair } from '../finding-statements.ts';
import { pairStatement } from '../panel-statements.ts';
import { integer, query, text } from '../rows.ts';

interface AskedPair {
  one: string;
  other: string;
}

/** GET /api/pairs: the papers that name two concepts, with the sentences, and how many chance would make. */
export function pairsRoute(app: FastifyInstance, context: Context): void {
  app.withTypeProvider<ZodTypeProvider>().get(
    '/pairs',
    {
      schema: { querystring: pairQuerySchema, response: { 200: pairSchema, ...errorAnswers } },
      config: {
        cached: (catalogue, { query: asked }) => {
          conceptsOf(catalogue, asked as AskedPair);
        },
      },
    },
    ({ query: { one, other } }) => pairOf(context, { one, other }),
  );
}

/** Throws `notFound` for a concept that there isn't, `input` where both are the same. */
function conceptsOf({ concepts }: Catalogue, asked: AskedPair): [ConceptOutline, ConceptOutline] {
  if (asked.one === asked.other) throw new LacunaError('input', 'A pair needs two different concepts.');
  const [one, other] = [concepts.get(asked.one), concepts.get(asked.other)];
  if (!one) throw notFound('concept', asked.one);
  if (!other) throw notFound('concept', asked.other);
  return [one, other];
}

async function pairOf({ store, config, live }: Context, asked: AskedPair): Promise<Pair> {
  const { catalogue } = await live.current();
  const [one, other] = conceptsOf(catalogue, asked);
  const [[counted], rows] = await Promise.all([
    query(store, countPair(one.id, other.id), config),
    query(store, readPair(one.id, other.id, config.panelRows), config),
  ]);
  const expected = (one.paperCount * other.paperCount) / Math.max(1, catalogue.papers.size);
  return {
    one: conceptRef(one),
    other: conceptRef(other),
    observed: integer(counted?.papers) ?? 0,
    expected,
    none: Math.exp(-expected),
    papers: rows.flatMap((row) => {
      const paper = catalogue.papers.get(text(row.paper) ?? '');
      if (!paper) return [];
      const words = { title: text(row.title), abstract: text(row.abstract) };
      const sentences = (cell: typeof row.one) =>
        evidenceOf(spansOf(cell, words), words, config.evidencePerPaper);
      return { paper: paperRef(paper), one: sentences(row.one), other: sentences(row.other) };
    }),
    cypher: pairStatement(one.id, other.id),
  };
}
