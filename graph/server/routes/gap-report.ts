import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Gap } from '../../analysis/gaps/gap.ts';
import { gapReportSchema, idParamsSchema } from '../../contract.ts';
import { type GapReport, type GapReportInput, gapReport } from '../../export/gap-report.ts';
import { GAP_DEFINITIONS } from '../../gap-definitions.ts';
import type { Context } from '../context.ts';
import { errorAnswers } from '../errors.ts';
import { readPapers } from '../finding-statements.ts';
import { knownGap } from '../known-gap.ts';
import { integer, propertiesOf, queryByIds, text, texts } from '../rows.ts';
import { storedListSchema } from '../stored-gap.ts';
import { findingOf } from '../stored-json.ts';

/** GET /api/gaps/:id/report: a gap in Markdown, with the BibTeX of its papers. */
export function gapReportRoute(app: FastifyInstance, context: Context): void {
  app
    .withTypeProvider<ZodTypeProvider>()
    .get(
      '/gaps/:id/report',
      { schema: { params: idParamsSchema, response: { 200: gapReportSchema, ...errorAnswers } } },
      (request) => reportOf(context, request.params.id),
    );
}

async function reportOf(context: Context, id: string): Promise<GapReport> {
  const { gap, summary, nameOf, kindOf } = await knownGap(context, id);
  const [papers, list] = await Promise.all([
    papersOf(context, gap),
    findingOf(context, storedListSchema, `gaps:${gap.kind}`),
  ]);
  return gapReport({
    gap,
    definition: GAP_DEFINITIONS[gap.kind],
    nameOf,
    kindOf,
    papers,
    ...list,
    verdict: summary.verdict,
    note: summary.note,
  });
}

/** All papers that the gap names anywhere. */
async function papersOf(
  { store, config }: Context,
  { between, evidenceFor, evidenceAgainst, bridges }: Omit<Gap, 'part'>,
): Promise<GapReportInput['papers']> {
  const refs = [
    ...between,
    ...[...evidenceFor, ...evidenceAgainst].flatMap((evidence) => evidence.refs),
    ...bridges.map(({ ref }) => ref),
  ];
  const ids = new Set(refs.filter(({ label }) => label === 'Paper').map((ref) => ref.id));
  const rows = await queryByIds(store, readPapers, [...ids], config);
  return rows.map((row) => {
    const paper = propertiesOf(row.p);
    return {
      id: text(paper.id) ?? '',
      title: text(paper.title),
      abstract: text(paper.abstract),
      authors: texts(paper.authors),
      year: integer(paper.year),
      venue: text(paper.venue),
      doi: text(paper.doi),
      arxivId: text(paper.arxivId),
      url: text(paper.url),
    };
  });
}
