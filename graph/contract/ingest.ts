/** Getting papers in from the page, and out again. */
import { z } from 'zod';
import { cypherSchema, ONE_LINE } from './common.ts';

export const DATA_BOUNDS = {
  /** Of a file's name, as it will stand in `sources`. */
  nameLength: 160,
  uploads: 1000,
  idLength: 40,
} as const;

/** Made by the server, and part of a file's name there. */
export const dataIdSchema = z.string().regex(/^[a-z0-9-]{8,40}$/);

/** What a file is called; of a path, only the end counts. */
export const fileNameSchema = z.string().trim().min(1).max(4096);

/** POST /api/uploads: a file is announced, then sent part by part. */
export const uploadRequestSchema = z.object({ name: fileNameSchema, bytes: z.number().int().min(0) });
export const uploadSchema = z.object({
  id: dataIdSchema,
  /** As it will stand in `sources`, where no other file is called so: then with a number. */
  name: z.string(),
  bytes: z.number().int(),
  /** So many bytes have arrived: where the next part begins. */
  received: z.number().int(),
  /** Most bytes of one part. */
  partBytes: z.number().int(),
});
export type Upload = z.infer<typeof uploadSchema>;

export const uploadParamsSchema = z.object({ id: dataIdSchema });
export const uploadPartQuerySchema = z.object({ offset: z.coerce.number().int().min(0) });

/** Whatever the list tells: files that the command line read may be called anything. */
export const sourceNameSchema = z.string().min(1).max(4096);

/** Services that can be asked for papers by query. */
export const FETCH_SOURCES = ['openalex', 'arxiv', 'pubmed', 'semantic-scholar', 'crossref'] as const;
export type FetchSource = (typeof FETCH_SOURCES)[number];

const fetchYear = z.number().int().min(1500).max(2100).nullable().default(null);

/** POST /api/fetch/count, and a part of POST /api/ingest. */
export const fetchRequestSchema = z.object({
  source: z.enum(FETCH_SOURCES),
  /** As the source's own search takes it. */
  text: z.string().trim().min(1).max(2000).regex(ONE_LINE),
  /** First and last year of publication. */
  from: fetchYear,
  to: fetchYear,
  /** Only papers with an abstract, where the source can tell. */
  withAbstract: z.boolean().default(true),
  /** Most papers; the server's setting may be lower. */
  max: z.number().int().min(1).max(1_000_000).default(200),
  /** An e-mail address that the source may write to; that of the server's settings when left out. */
  contact: z.string().trim().min(3).max(254).regex(ONE_LINE).nullable().default(null),
});
export type FetchRequest = z.infer<typeof fetchRequestSchema>;

/** GET /api/fetch: who can be asked, and where. Nobody is asked for it. */
export const fetchingSchema = z.object({
  /** Why nobody can be asked; null where they can. */
  off: z.string().nullable(),
  sources: z.array(
    z.object({
      name: z.enum(FETCH_SOURCES),
      title: z.string(),
      /** Where requests go. */
      host: z.string(),
      /** Whether its terms ask for a contact address. */
      needsContact: z.boolean(),
    }),
  ),
  /** Whether the server's settings name a contact address. */
  hasContact: z.boolean(),
  /** Most papers of one query. */
  max: z.number().int(),
});
export type Fetching = z.infer<typeof fetchingSchema>;

export const fetchEstimateSchema = z.object({
  /** Papers that the source has. */
  total: z.number().int(),
  /** Of these so many would be got, by so many requests, in so many seconds or more. */
  records: z.number().int(),
  requests: z.number().int(),
  seconds: z.number(),
});
export type FetchEstimate = z.infer<typeof fetchEstimateSchema>;

const DATA_WORK = ['add', 'remove', 'takeBack', 'fetch'] as const;

/** POST /api/ingest: what is to be done to the papers. One thing at a time. */
export const dataOrderSchema = z.discriminatedUnion('what', [
  z.object({
    what: z.literal('add'),
    uploads: z.array(dataIdSchema).min(1).max(DATA_BOUNDS.uploads),
    /** Takes files in however many of their entries can't be read; else too large a share is an error. */
    whatever: z.boolean().default(false),
  }),
  z.object({ what: z.literal('remove'), source: sourceNameSchema }),
  z.object({ what: z.literal('takeBack'), change: dataIdSchema }),
  fetchRequestSchema.extend({ what: z.literal('fetch') }),
]);
export type DataOrder = z.infer<typeof dataOrderSchema>;

const whole = z.number().int();

/** What came of it, in the form of the command line's report. */
export const ingestReportSchema = z.object({
  /** Entries in the files of this run, rejected ones included. */
  entries: whole,
  /** Papers in the store now. */
  papers: whole,
  /** Entries of this run that tell of a paper which another entry tells too. */
  duplicates: whole,
  rejected: z.array(z.object({ file: z.string(), line: whole, entry: whole, reason: z.string() })),
  concepts: whole,
  mentions: whole,
  seconds: z.number(),
  introduces: whole,
  relations: whole,
  authors: whole,
  cites: whole,
  written: z.object({
    papers: whole,
    concepts: whole,
    removedPapers: whole,
    removedConcepts: whole,
  }),
  /** Papers whose extraction failed; they are kept without concepts. */
  failed: z.array(z.object({ paper: z.string(), reason: z.string() })),
  stages: z.array(
    z.object({
      stage: z.string(),
      in: whole,
      out: whole,
      skipped: z.record(z.string(), whole),
      seconds: z.number(),
    }),
  ),
});
export type IngestReport = z.infer<typeof ingestReportSchema>;

/** GET /api/ingest, and every event of GET /api/ingest/events: how the job stands. */
export const dataJobSchema = z.object({
  /** Counts the jobs of this server, so that a page can tell one from the next; 0 where there was none. */
  number: whole,
  state: z.enum(['idle', 'running', 'done', 'cancelled', 'failed']),
  what: z.enum(DATA_WORK).nullable(),
  /** What it is about: the files' names, the source's. */
  names: z.array(z.string()),
  /** `fetch`: asking a source; `papers`: reading, extracting, storing; `map`: analysing. */
  part: z.enum(['fetch', 'papers', 'map']).nullable(),
  stage: z.string().nullable(),
  done: whole,
  /** Null while it isn't known. */
  total: whole.nullable(),
  /** A second, in this stage. */
  rate: z.number().nullable(),
  /** Of the stage, as far as its pace tells. */
  secondsLeft: z.number().nullable(),
  seconds: z.number(),
  /** Why it failed, or what a cancelled one has left. */
  message: z.string().nullable(),
  /** It failed since too large a share of the entries can't be read; it may be asked for whatever that share. */
  tooManyRejected: z.boolean(),
  /** There once the job has ended and its papers are stored. */
  report: ingestReportSchema.nullable(),
  /** What takes it back; null where nothing was changed. */
  change: dataIdSchema.nullable(),
});
export type DataJob = z.infer<typeof dataJobSchema>;

export const sourceSchema = z.object({
  name: z.string(),
  /** Papers that it tells of. */
  papers: whole,
  /** Of those, papers that no other source tells of. */
  alone: whole,
  /** Entries of it that are in the graph. */
  entries: whole,
  /** When it was first read, ISO 8601; null where nobody noted it. */
  at: z.string().nullable(),
});
export type Source = z.infer<typeof sourceSchema>;

/** GET /api/sources: what the papers were read from. */
export const sourcesSchema = z.object({
  sources: z.array(sourceSchema),
  /** What was changed through this server and can be taken back, the latest first. */
  changes: z.array(
    z.object({
      id: dataIdSchema,
      at: z.string(),
      what: z.enum(DATA_WORK),
      names: z.array(z.string()),
      /** Papers that it touched. */
      papers: whole,
    }),
  ),
  editable: z.boolean(),
  limits: z.object({
    uploadBytes: whole,
    uploadTotalBytes: whole,
    uploadFiles: whole,
    uploadEntries: whole,
  }),
  cypher: cypherSchema,
});
export type Sources = z.infer<typeof sourcesSchema>;
export type DataChange = Sources['changes'][number];

/** GET /api/sources/effect?source= : what would go with a source. */
export const effectQuerySchema = z.object({ source: sourceNameSchema });
export const removalEffectSchema = z.object({
  source: z.string(),
  /** Papers that go, and those that only lose what this source tells of them. */
  goes: whole,
  stays: whole,
  /** Concepts that no other paper names, and ties of papers to concepts. */
  concepts: whole,
  mentions: whole,
  cypher: cypherSchema,
});
export type RemovalEffect = z.infer<typeof removalEffectSchema>;
