import { isIP } from 'node:net';
import { z } from 'zod';
import { ANNOTATION_BOUNDS, ASK_BOUNDS, BOUNDS, TERM_BOUNDS } from '../contract.ts';
import { LacunaError } from '../errors.ts';
import { whatIsWrong } from './validation.ts';

const LOOPBACK = '127.0.0.1';
const whole = (least: number, most: number) => z.coerce.number().int().min(least).max(most);
const names = z.union([z.array(z.string()), z.string().transform(splitNames)]).default([]);
const ORIGIN = /^https?:\/\/[a-z0-9-]+(?:\.[a-z0-9-]+)*(?::\d{1,5})?$/i;
const RANGE = /^([\da-f.:]+)(?:\/([1-9]\d{0,2}))?$/i;
const PROXY_GROUPS = ['loopback', 'linklocal', 'uniquelocal'];
const proxies = names.refine((given) => given.every((one) => PROXY_GROUPS.includes(one) || isRange(one)));
const origins = names.refine((given) => given.every((one) => ORIGIN.test(one)));

/**
 * Every setting and limit of the server. `LACUNA_` and the name in capitals sets it from the environment
 * (`mapNodes`: `LACUNA_MAP_NODES`); an option of the command line goes before that.
 */
const configSchema = z.object({
  /** Address to listen on. Anything but loopback shows the graph to the network, so it must be asked for. */
  host: z.string().min(1).default(LOOPBACK),
  port: whole(0, 65_535).default(4747),
  /** How many ports to try, counting up, when the first is taken; a port that was asked for is the only one. */
  portTries: whole(1, 100).default(10),
  /** Names, beside the machine's own addresses, by which the server may be called (`host` or `host:port`). */
  allowedHosts: names.transform((hosts) => hosts.map((host) => host.toLowerCase())),
  /** Origins (`https://host`) whose pages may show the map in a frame, by `?embed`. */
  embedBy: origins,
  /**
   * Addresses (`10.0.0.5`, `10.0.0.0/8`, `loopback`, `linklocal`, `uniquelocal`) of proxies: of what comes from them, `X-Forwarded-For`
   * says by which address it is counted.
   */
  trustProxy: proxies,
  /** Whether readers may judge gaps, name themes and analyse again. `auto`: where only this machine is served. */
  editable: z.enum(['auto', 'on', 'off']).default('auto'),
  /**
   * Whether the server may be reached from other machines though it asks for nothing: `on` where nothing is set to ask for, `read`
   * for reading even where something is.
   */
  openAccess: z.enum(['off', 'on', 'read']).default('off'),
  /** Wrong tokens or passwords a minute from one address. */
  signInsPerMinute: whole(1, 100_000).default(10),
  /** Milliseconds that a browser stays signed in. */
  sessionMs: whole(60_000, 31_536_000_000).default(604_800_000),

  /** Most nodes of one map, unless more are asked for; and the most that may be. */
  mapNodes: whole(1, BOUNDS.mapNodes).default(1500),
  mapNodesMost: whole(1, BOUNDS.mapNodes).default(10_000),
  /** Most nodes around a centre, unless more are asked for. */
  egoNodes: whole(1, BOUNDS.mapNodes).default(150),
  /** Most edges of one map of `mapNodes`; larger maps get as many for a node. */
  mapEdges: whole(1, 100_000).default(6000),
  /** Of each node, so many of its strongest edges go first. */
  mapEdgesPerNode: whole(1, 1000).default(12),
  /** Up to so many nodes, concepts of a single paper are drawn as well. */
  smallMap: whole(0, BOUNDS.mapNodes).default(300),
  /** Links between themes: of each theme, so many of its strongest. */
  themeLinks: whole(0, 100).default(3),
  /** Nodes and edges that are looked at to find what lies between; on larger maps it is estimated from a part. */
  betweennessSteps: whole(1000, 1_000_000_000).default(2_000_000),
  /** Things of each list of a comparison. */
  comparedRows: whole(1, 1000).default(50),
  /** Rows of each list in a panel. */
  panelRows: whole(1, 5000).default(200),
  /** Evidence sentences of a paper in a concept's panel. */
  evidencePerPaper: whole(1, 50).default(3),
  /** Sentences that say what a concept is, in its panel. */
  definitions: whole(0, 50).default(5),
  /** Concepts named that a paper shares with each related one. */
  sharedPerPaper: whole(0, 100).default(4),
  /** Nodes that a search for paths looks at, from each end. */
  pathReach: whole(1, 10_000_000).default(100_000),
  searchHits: whole(1, BOUNDS.searchHits).default(BOUNDS.searchHits),

  /** Console: rows of one answer. */
  rows: whole(1, BOUNDS.rows).default(1000),
  /** Console: milliseconds of one query. */
  queryMs: whole(10, 600_000).default(10_000),
  /** Console: bytes of one answer, about. */
  answerBytes: whole(1024, 268_435_456).default(16_777_216),
  /** Console: queries that may run at the same time. */
  queriesAtOnce: whole(1, 100).default(4),
  /** Console: nodes of a label, or relations of a type, whose properties are looked at; four times as many for the ends of relations. */
  schemaSample: whole(1, 1_000_000).default(500),
  /** Plain questions: rows of one answer, and papers cited in it; counts are exact whatever this is. */
  askRows: whole(1, ASK_BOUNDS.rows).default(200),
  /** Whether readers may have questions read by the language model that the environment names. */
  askModel: z.enum(['off', 'on']).default('off'),
  /** Milliseconds that it has for one question, plan and summary together. */
  askModelMs: whole(100, 600_000).default(60_000),
  /** Milliseconds of one of the server's own statements. */
  readMs: whole(10, 600_000).default(30_000),
  /** Rows that the server fetches at a time when it reads all of something. */
  rowsPerPage: whole(1, 100_000).default(5000),
  /** For so many milliseconds the server takes it that nobody changed the graph. */
  freshMs: whole(0, 3_600_000).default(2000),
  /** Maps kept ready, by what was asked. */
  mapsKept: whole(1, 1000).default(32),

  /** Characters of a note on a paper, concept or theme. */
  noteLength: whole(0, ANNOTATION_BOUNDS.noteLength).default(4000),
  /** Tags of one of them, and characters of a tag. */
  tags: whole(0, ANNOTATION_BOUNDS.tags).default(20),
  tagLength: whole(1, ANNOTATION_BOUNDS.tagLength).default(50),
  /** Nodes that are pinned with one request. */
  pins: whole(1, ANNOTATION_BOUNDS.pins).default(2000),

  /** Terms of one answer of the list of terms. */
  termRows: whole(1, TERM_BOUNDS.page).default(500),
  /** So many terms, those in most papers, are compared for look-alikes. */
  lookAlikeTerms: whole(0, 200_000).default(20_000),
  /** Sentences that show what a change of terms is about. */
  previewExamples: whole(0, 50).default(5),
  /** Bytes of a request with a thesaurus file, and lines of one. */
  thesaurusBytes: whole(1024, 67_108_864).default(8_388_608),
  thesaurusLines: whole(1, 1_000_000).default(100_000),

  /** Nodes of one exported file. */
  exportNodes: whole(1, 200_000).default(20_000),
  /** Bytes of a request for an exported file or for what one is made of. */
  exportBytes: whole(1024, 67_108_864).default(8_388_608),
  /** Nodes of one file that is read without a server. */
  shareNodes: whole(1, BOUNDS.mapNodes).default(5000),
  /** Papers, concepts and themes of which all is answered at once for such a file. */
  shareBatch: whole(1, 1000).default(50),
  /** Bytes of such a file. */
  shareBytes: whole(65_536, 1_073_741_824).default(67_108_864),

  /** Bytes of a request's body. */
  bodyBytes: whole(1024, 16_777_216).default(262_144),
  /** Milliseconds for a request's head to arrive, from the opening of its connection. */
  headersMs: whole(100, 600_000).default(10_000),
  /** Milliseconds for a request to arrive whole. */
  requestMs: whole(100, 600_000).default(30_000),
  /** Milliseconds in which some of an answer must be taken, once it is sent. */
  answerMs: whole(100, 600_000).default(60_000),
  /** Milliseconds that a connection is kept for the next request. */
  idleMs: whole(100, 3_600_000).default(60_000),
  /** Connections at the same time; further ones are closed. */
  connections: whole(1, 100_000).default(1024),
  /** Requests to the interface that may be underway at the same time, those that follow the work included. */
  requestsAtOnce: whole(1, 100_000).default(512),
  /** Milliseconds that requests underway have to finish when the server closes. */
  closeMs: whole(0, 600_000).default(3000),
  /** Requests a minute from one address. */
  requestsPerMinute: whole(1, 1_000_000).default(1200),
  /** Console queries a minute from one address. */
  queriesPerMinute: whole(1, 1_000_000).default(120),
  /** Requests a minute from one address that change something: judgements, names, analyses. */
  writesPerMinute: whole(1, 1_000_000).default(60),
  /** Whether readers may ask other services for papers by query. `auto`: where they may change the graph. */
  fetching: z.enum(['auto', 'off']).default('auto'),
  /** Bytes of one file that is added from the page. */
  uploadBytes: whole(1024, 1_099_511_627_776).default(536_870_912),
  /** Bytes of all files that wait to be added. */
  uploadTotalBytes: whole(1024, 1_099_511_627_776).default(2_147_483_648),
  /** Files that may wait to be added. */
  uploadFiles: whole(1, 1000).default(100),
  /** Bytes of the parts that a file is sent in; one is held in memory. */
  uploadPartBytes: whole(1024, 67_108_864).default(4_194_304),
  /** Entries of one file that is added from the page. */
  uploadEntries: whole(1, 5_000_000).default(200_000),
  /** Bytes that such a file may unpack to. */
  uploadUnpackedBytes: whole(1024, 1_099_511_627_776).default(4_294_967_296),
  /** Milliseconds after which a file that nobody adds is given up. */
  uploadKeepMs: whole(1000, 604_800_000).default(3_600_000),
  /** Pages that may follow the server's work at the same time. */
  eventStreams: whole(1, 10_000).default(64),
  /** Milliseconds between two events. */
  eventMs: whole(10, 60_000).default(200),
  /** Milliseconds between two signs of life where there is nothing to tell. */
  eventBeatMs: whole(100, 600_000).default(15_000),
  /** `lacuna mcp`: bytes of the data in one answer of a tool; lists are cut to fit. */
  mcpBytes: whole(4096, 16_777_216).default(49_152),
  /** Answers shorter than this many bytes are sent as they are. */
  compressBytes: whole(0, 1_048_576).default(1024),
  logLevel: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('warn'),
});

export type ServerConfig = z.output<typeof configSchema>;
export type ConfigOverrides = Partial<z.input<typeof configSchema>>;

/** `mapNodes`: `LACUNA_MAP_NODES`. */
export function environmentName(setting: string): string {
  return `LACUNA_${setting.replace(/[A-Z]/g, (capital) => `_${capital}`).toUpperCase()}`;
}

/** The names of all settings, in order. */
export const SETTING_NAMES = Object.keys(configSchema.shape) as (keyof ServerConfig)[];

/** Settings from defaults, environment and options, the later ones first. Throws `input`, naming the setting. */
export function parseConfig(
  env: Readonly<Record<string, string | undefined>> = {},
  overrides: ConfigOverrides = {},
): ServerConfig {
  const given: Record<string, unknown> = {};
  for (const name of SETTING_NAMES) {
    const value = overrides[name] ?? (env[environmentName(name)] || undefined);
    if (value !== undefined) given[name] = value;
  }
  if (given.port !== undefined && given.portTries === undefined) given.portTries = 1;
  const parsed = configSchema.safeParse(given, { reportInput: true });
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0]!;
  const name = String(issue.path[0]);
  throw new LacunaError(
    'input',
    `Setting ${environmentName(name)}: ${whatIsWrong(configSchema, issue, 'settings')}`,
    {
      details: { setting: name },
    },
  );
}

/** An address, or the first bits of many. */
function isRange(text: string): boolean {
  const [, address = '', bits = '1'] = RANGE.exec(text) ?? [];
  return isIP(address) !== 0 && Number(bits) <= (isIP(address) === 4 ? 32 : 128);
}

function splitNames(text: string): string[] {
  return text
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);
}
