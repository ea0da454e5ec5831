import { constants } from 'node:zlib';
import compress from '@fastify/compress';
import Fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import { serializerCompiler } from 'fastify-type-provider-zod';
import { API_PREFIX } from '../contract.ts';
import type { LanguageModel } from '../questions/model/language-model.ts';
import type { StoreReader } from '../store/store.ts';
import { createAnalysisJobs } from './analysis-jobs.ts';
import { createAside } from './aside.ts';
import { handleConditionalRequests } from './caching.ts';
import type { ServerConfig } from './config.ts';
import type { Context } from './context.ts';
import { createDataJobs } from './data-jobs.ts';
import { createDecisionJobs } from './decision-jobs.ts';
import type { Desk } from './desk.ts';
import { handleErrors } from './errors.ts';
import type { Foreseen } from './filed-outline.ts';
import { answerReaders, guard } from './guard.ts';
import { outlineFileIn } from './kept-outline.ts';
import { createLiveGraph } from './live-graph.ts';
import { forgetTheGone, limitConnections, limitRequestsAtOnce, patience } from './load.ts';
import { refuseWrongMethods } from './methods.ts';
import { createReadersStatements } from './readers-statements.ts';
import { listRoutes } from './route-list.ts';
import { analysisRoute } from './routes/analysis.ts';
import { annotationsRoute } from './routes/annotations.ts';
import { askRoute } from './routes/ask.ts';
import { backtestRoute } from './routes/backtest.ts';
import { compareRoute } from './routes/compare.ts';
import { conceptsRoute } from './routes/concepts.ts';
import { connectionsRoute } from './routes/connections.ts';
import { cypherRoute } from './routes/cypher.ts';
import { decisionsRoute } from './routes/decisions.ts';
import { exportRoute } from './routes/export.ts';
import { fetchRoute } from './routes/fetch.ts';
import { gapRoute } from './routes/gap.ts';
import { gapReportRoute } from './routes/gap-report.ts';
import { gapsRoute } from './routes/gaps.ts';
import { graphRoute } from './routes/graph.ts';
import { healthRoute } from './routes/health.ts';
import { ingestRoute } from './routes/ingest.ts';
import { matrixRoute } from './routes/matrix.ts';
import { neighboursRoute } from './routes/neighbours.ts';
import { pairsRoute } from './routes/pairs.ts';
import { papersRoute } from './routes/papers.ts';
import { pathsRoute } from './routes/paths.ts';
import { pinsRoute } from './routes/pins.ts';
import { schemaRoute } from './routes/schema.ts';
import { searchRoute } from './routes/search.ts';
import { shareRoute } from './routes/share.ts';
import { sourcesRoute } from './routes/sources.ts';
import { statusRoute } from './routes/status.ts';
import { termsRoute } from './routes/terms.ts';
import { themeRoute } from './routes/theme.ts';
import { themesRoute } from './routes/themes.ts';
import { thesaurusRoute } from './routes/thesaurus.ts';
import { uploadsRoute } from './routes/uploads.ts';
import { NO_SECRETS, type Secrets } from './secrets.ts';
import { limitRate, refuseOtherSites, secure } from './security.ts';
import { serveFiles } from './static-files.ts';
import { addressWithoutToken } from './token-address.ts';
import { createTurn } from './turn.ts';
import { answerClientError, refuseUnreadable, sendThroughHooks } from './unreadable.ts';
import { createUploads } from './uploads.ts';
import { compileValidator } from './validation.ts';

export interface AppOptions {
  store: StoreReader;
  config: ServerConfig;
  /** Folder of the built page; only the API is served without it. */
  webRoot?: string;
  /** Where log lines go; standard error when left out, since standard output belongs to answers. */
  log?: { write(line: string): void };
  /** What changes the graph; nothing can be changed without it. */
  desk?: Desk | null;
  /** Folder that holds the outline of the graph between two runs; without it, every start reads the graph anew. */
  keepIn?: string | null;
  /** That outline, read ahead of the store. */
  foreseen?: Foreseen;
  /** Reads questions for those who ask for it; nobody can without it. */
  questionModel?: LanguageModel | null;
  /** What people must show to be let in; nothing when left out, as within one process. */
  secrets?: Secrets;
}

const ROUTES = [
  graphRoute,
  searchRoute,
  papersRoute,
  conceptsRoute,
  themesRoute,
  themeRoute,
  gapsRoute,
  gapRoute,
  gapReportRoute,
  matrixRoute,
  pairsRoute,
  backtestRoute,
  analysisRoute,
  uploadsRoute,
  ingestRoute,
  fetchRoute,
  sourcesRoute,
  annotationsRoute,
  pinsRoute,
  termsRoute,
  decisionsRoute,
  thesaurusRoute,
  neighboursRoute,
  pathsRoute,
  connectionsRoute,
  compareRoute,
  cypherRoute,
  schemaRoute,
  askRoute,
  exportRoute,
  shareRoute,
  statusRoute,
  healthRoute,
] as const;

/** Brotli level that costs about as much time as gzip. */
const BROTLI_QUALITY = 5;
/** Longer than any address may be, so that an id's length is judged by its schema alone. */
const MAX_PARAM_LENGTH = 65_536;

/** The server as a value: it listens only once `serve` is called. The store stays the caller's to close. */
export async function buildApp(options: AppOptions): Promise<FastifyInstance> {
  const { store, config, webRoot, log, desk = null, questionModel = null, secrets = NO_SECRETS } = options;
  const app: FastifyInstance = Fastify({
    logger: { level: config.logLevel, stream: log ?? process.stderr, serializers: { req: loggedRequest } },
    bodyLimit: config.bodyBytes,
    requestTimeout: config.requestMs,
    keepAliveTimeout: config.idleMs,
    trustProxy: config.trustProxy.length > 0 && config.trustProxy,
    // Its answer would not have the shape of ours; until all is closed, requests are answered as ever.
    return503OnClosing: false,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: MAX_PARAM_LENGTH },
    // A request without `Host` is ours to refuse.
    http: { requireHostHeader: false, ...patience(config) },
    frameworkErrors: sendThroughHooks(() => app),
    clientErrorHandler: answerClientError,
  });
  const aside = createAside(app);
  const live = createLiveGraph({
    store,
    config,
    breathe: aside.breathe,
    log: app.log,
    editable: desk !== null,
    questionModel: questionModel?.name ?? null,
    outlineFile: options.keepIn ? outlineFileIn(options.keepIn) : null,
    ...(options.foreseen && { foreseen: options.foreseen }),
  });
  const turn = createTurn();
  const jobs = createAnalysisJobs({
    turn,
    ended: () => live.expire(true),
    failed: (error) => app.log.error({ err: error }, 'an analysis failed'),
  });
  const decisionJobs = createDecisionJobs({
    turn,
    ended: () => live.expire(true),
    failed: (error) => app.log.error({ err: error }, 'a change of terms failed'),
  });
  const dataJobs = createDataJobs({
    turn,
    paceMs: config.eventMs,
    ended: (mayHaveWritten) => live.expire(mayHaveWritten),
    failed: (error) => app.log.error({ err: error }, 'changing the papers failed'),
  });
  const uploads = desk ? createUploads(desk.uploads, config) : null;
  const context: Context = {
    store,
    config,
    live,
    aside,
    statements: createReadersStatements(store, config),
    log: app.log,
    desk,
    jobs,
    dataJobs,
    decisionJobs,
    uploads,
    questionModel,
  };
  app.decorate('lacunaConfig', config);
  app.decorate('lacunaRoutes', []);
  app.decorate('lacunaParts', new Map());
  app.setValidatorCompiler(compileValidator);
  app.setSerializerCompiler(serializerCompiler);
  app.removeContentTypeParser('text/plain');
  handleErrors(app);
  const isClosing = hangUpOnClosing(app);
  forgetTheGone(app);
  await secure(app, config);
  await guard(app, config, secrets, options.keepIn ?? null);
  limitConnections(app, config);
  refuseUnreadable(app);
  refuseWrongMethods(app);
  await app.register(compress, {
    threshold: config.compressBytes,
    encodings: ['br', 'gzip'],
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } },
  });
  await app.register(
    async (api) => {
      listRoutes(api);
      refuseOtherSites(api);
      await limitRate(api, config);
      limitRequestsAtOnce(api, config);
      answerReaders(api);
      handleConditionalRequests(api, context.live);
      for (const route of ROUTES) route(api, context);
    },
    { prefix: API_PREFIX },
  );
  await serveFiles(app, webRoot);
  // The graph is read before the first visitor asks; requests that come earlier wait for the same reading.
  app.addHook('onReady', async () => {
    const ready = context.live.current().then(async (snapshot) => {
      await snapshot.ties();
      // After what the first map needs: whoever opens the page looks before searching.
      await aside.breathe();
      await snapshot.search();
    });
    ready.catch((error: unknown) => {
      if (!isClosing()) app.log.error({ err: error }, 'reading the graph failed');
    });
  });
  return app;
}

/** Of a request, for the log. */
const loggedRequest = ({ method, url, ip }: FastifyRequest) => ({
  method,
  url: addressWithoutToken(url).rest,
  ip,
});

/** Answers that are sent while closing end their connection, which else would stay open for the next request. */
function hangUpOnClosing(app: FastifyInstance): () => boolean {
  let closing = false;
  app.addHook('preClose', async () => {
    closing = true;
  });
  app.addHook('onSend', async (_request, reply, payload) => {
    if (closing) reply.header('connection', 'close');
    return payload;
  });
  return () => closing;
}
