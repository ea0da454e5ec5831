import { z } from 'zod';
import { CONCEPT_KINDS, NODE_LABELS, RELATION_TYPES } from '../schema.ts';
import type { Value } from '../store/store.ts';

/**
 * A backup is one gzip file of JSON lines: a head, the nodes and relations of the graph (`graph/store/dump`), pieces of the files that
 * lie beside the store, an end. It knows nothing of the store that it came from, so either store takes it.
 */

export const FORMAT = 'lacuna-backup';
/** Of this form; raised when an older program could not read it. */
export const FORMAT_VERSION = 1;

export const headSchema = z.object({
  format: z.literal(FORMAT),
  version: z.number().int(),
  /** Of the graph in it; null where no ingest has ended. */
  schema: z.number().int().nullable(),
  engine: z.string(),
  /** ISO 8601. */
  at: z.string(),
});
export type BackupHead = z.output<typeof headSchema>;

export const endSchema = z.object({
  nodes: z.number().int(),
  relations: z.number().int(),
  files: z.number().int(),
  /** SHA-256 of the lines of nodes and relations: that of a dump of the store that it is restored into. */
  graph: z.string(),
  /** SHA-256 of all lines before this one. */
  sha256: z.string(),
});
export type BackupEnd = z.output<typeof endSchema>;

const value: z.ZodType<Value> = z.json();
const properties = z.record(z.string(), value);
const label = z.enum(NODE_LABELS);

/** Only what the explorer itself keeps beside a store, so that no backup writes anywhere else. */
export const BESIDE = /^changes\/[a-z0-9-]{1,80}\.jsonl$/;

export const entrySchema = z.union([
  z.tuple([z.literal('node'), z.array(z.enum([...NODE_LABELS, ...CONCEPT_KINDS])).min(1), properties]),
  z.tuple([z.literal('relation'), z.enum(RELATION_TYPES), label, z.string(), label, z.string(), properties]),
  z.tuple([z.literal('file'), z.string().regex(BESIDE), z.base64()]),
]);
export type FileEntry = ['file', path: string, base64: string];
