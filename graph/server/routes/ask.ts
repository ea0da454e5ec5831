import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { answerSchema, askQuerySchema, completeQuerySchema, completionsSchema } from '../../contract.ts';
import { LacunaError } from '../../errors.ts';
import { ask } from '../../questions/ask.ts';
import { complete } from '../../questions/complete.ts';
import { askModel } from '../../questions/model/ask-model.ts';
import { type InHand, readVocabulary } from '../../questions/read-vocabulary.ts';
import type { Vocabulary } from '../../questions/vocabulary.ts';
import type { Catalogue } from '../catalogue.ts';
import type { Context } from '../context.ts';
import { errorAnswers } from '../errors.ts';
import { runOn } from '../question-run.ts';
import { queryRateLimit } from '../security.ts';

/** GET /api/ask and GET /api/ask/complete: questions in plain words, and what may be asked. */
export function askRoute(app: FastifyInstance, context: Context): void {
  const { store, config, live, aside, questionModel } = context;
  const typed = app.withTypeProvider<ZodTypeProvider>();
  const vocabulary = vocabularyOf({ store, config, live, aside });
  // The first question should not wait for the names; it tells what is amiss, should there be anything.
  app.addHook('onListen', async () => void vocabulary().catch(() => {}));
  typed.get(
    '/ask',
    {
      schema: { querystring: askQuerySchema, response: { 200: answerSchema, ...errorAnswers } },
      // What a model says is no part of the graph.
      config: {
        cached: (_, { query }) => (query as { by?: string }).by !== 'model',
        rateLimit: queryRateLimit(config),
      },
    },
    async ({ query: { q, by } }) => {
      const limits = { rows: config.askRows, papers: config.askRows, perRow: config.evidencePerPaper };
      const desk = {
        run: runOn(store, { readMs: config.queryMs }),
        vocabulary: await aside.hurry(vocabulary()),
        limits,
      };
      if (by === 'words') return ask(q, desk);
      if (questionModel) return askModel(q, desk, questionModel, AbortSignal.timeout(config.askModelMs));
      throw new LacunaError('refused', 'No language model reads questions on this server.', {
        details: { setting: 'askModel' },
      });
    },
  );
  typed.get(
    '/ask/complete',
    {
      schema: { querystring: completeQuerySchema, response: { 200: completionsSchema, ...errorAnswers } },
      config: { cached: true },
    },
    async ({ query: { q, limit } }) => complete(q, limit, await aside.hurry(vocabulary())),
  );
}

/** Read once for each state of the graph. */
function vocabularyOf({
  store,
  config,
  live,
  aside,
}: Pick<Context, 'store' | 'config' | 'live' | 'aside'>): () => Promise<Vocabulary> {
  let held: { version: string; reading: Promise<Vocabulary> } | null = null;
  return async () => {
    const { nameless, catalogue, ties, search } = await live.current();
    // What is pinned where has no words.
    const version = JSON.stringify([nameless, [...catalogue.themes.values()].map(({ label }) => label)]);
    if (held?.version !== version) {
      const read = async () => {
        // After what maps are drawn from, which whoever opens the page waits for, and what is searched in.
        await ties();
        await search();
        return readVocabulary(runOn(store, config), inHand(catalogue), aside.breathe);
      };
      const mine = { version, reading: read() };
      held = mine;
      mine.reading.catch(() => {
        if (held === mine) held = null;
      });
    }
    return held.reading;
  };
}

function inHand({ papers, concepts, themes }: Catalogue): InHand {
  return {
    concepts: [...concepts.values()].map(({ id, name, kind, aliases, paperCount }) => ({
      id,
      name,
      kind,
      aliases,
      papers: paperCount,
    })),
    papers: [...papers.values()].map(({ id, label, year, venue }) => ({ id, name: label, year, venue })),
    themes: [...themes.values()]
      .map(({ id, label, level, paperCount }) => ({ id, name: label, level, papers: paperCount }))
      .sort((a, b) => a.level - b.level || (a.id < b.id ? -1 : 1)),
  };
}
