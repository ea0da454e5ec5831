import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { type ThesaurusPlan, thesaurusDecisions } from '../../analysis/terms/thesaurus-decisions.ts';
import { readThesaurus, type ThesaurusProblem, writeThesaurus } from '../../analysis/terms/thesaurus-file.ts';
import {
  decisionJobSchema,
  type Thesaurus,
  type ThesaurusPreview,
  thesaurusPreviewSchema,
  thesaurusSchema,
  thesaurusTextSchema,
} from '../../contract.ts';
import { LacunaError } from '../../errors.ts';
import type { Context } from '../context.ts';
import { openDesk } from '../desk.ts';
import { errorAnswers } from '../errors.ts';
import { queryByIds, text } from '../rows.ts';
import { queryRateLimit, writeRateLimit } from '../security.ts';
import { termsOf } from '../terms-catalogue.ts';
import { keptDecisions } from '../terms-decisions.ts';
import { readTermMentions, thesaurusStatement } from '../terms-statements.ts';

const FILE_NAME = 'thesaurus.txt';

/** GET and POST /api/thesaurus, and POST /api/thesaurus/preview: VOSviewer thesaurus files out and in. */
export function thesaurusRoute(app: FastifyInstance, context: Context): void {
  const { config, desk, decisionJobs } = context;
  const typed = app.withTypeProvider<ZodTypeProvider>();
  const bodyLimit = config.thesaurusBytes;
  typed.get('/thesaurus', { schema: { response: { 200: thesaurusSchema, ...errorAnswers } } }, () =>
    thesaurus(context),
  );
  typed.post(
    '/thesaurus/preview',
    {
      bodyLimit,
      schema: { body: thesaurusTextSchema, response: { 200: thesaurusPreviewSchema, ...errorAnswers } },
      // Reading so large a text takes the server's time.
      config: { rateLimit: queryRateLimit(config), reads: true },
    },
    ({ body }) => preview(context, body.text),
  );
  typed.post(
    '/thesaurus',
    {
      bodyLimit,
      schema: { body: thesaurusTextSchema, response: { 200: decisionJobSchema, ...errorAnswers } },
      config: { rateLimit: writeRateLimit(config) },
    },
    async ({ body }) => {
      const open = openDesk(desk);
      const { plan } = await planned(context, body.text);
      if (plan.decisions.length === 0) {
        throw new LacunaError(
          'input',
          'This file changes nothing: its lines say what is so already, or no paper has its labels.',
        );
      }
      decisionJobs.start(open, { contents: plan.decisions });
      return decisionJobs.current();
    },
  );
}

async function thesaurus(context: Context): Promise<Thesaurus> {
  const { catalogue } = await context.live.current();
  const { index } = termsOf(catalogue, context.config);
  const stopped = (await keptDecisions(context)).flatMap((one) => (one.action === 'stop' ? one.form : []));
  return {
    name: FILE_NAME,
    ...writeThesaurus(index, stopped),
    ambiguous: index.ambiguous,
    cypher: thesaurusStatement(),
  };
}

/** Throws `limit` for a file of too many lines. */
async function planned(
  { live, config }: Context,
  content: string,
): Promise<{ plan: ThesaurusPlan; lines: number; problems: ThesaurusProblem[] }> {
  const { lines, problems } = readThesaurus(content);
  if (lines.length + problems.length > config.thesaurusLines) {
    throw new LacunaError('limit', `The file has more than ${config.thesaurusLines} lines.`, {
      details: { limit: 'thesaurusLines' },
    });
  }
  const { catalogue } = await live.current();
  return { plan: thesaurusDecisions(lines, termsOf(catalogue, config).index), lines: lines.length, problems };
}

async function preview(context: Context, content: string): Promise<ThesaurusPreview> {
  const { store, config } = context;
  const { plan, lines, problems } = await planned(context, content);
  const rows = await queryByIds(store, readTermMentions, [...plan.changed], config);
  const some = <T>(items: readonly T[]) => ({ count: items.length, first: items.slice(0, config.panelRows) });
  const byAction: Record<string, number> = {};
  for (const { action } of plan.decisions) byAction[action] = (byAction[action] ?? 0) + 1;
  return {
    lines,
    same: plan.same,
    unknown: some(plan.unknown),
    problems: some(problems),
    decisions: { ...some(plan.decisions), byAction },
    papers: new Set(rows.map((row) => text(row.paper))).size,
  };
}
