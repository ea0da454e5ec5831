import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { LacunaError, messageOf } from '../errors.ts';
import { KEY, NODE_LABELS, type NodeLabel, SCHEMA_VERSION } from '../schema.ts';
import { type DumpRow, isOfGraph, keyLabel } from '../store/dump/dump-row.ts';
import {
  type BackupEnd,
  type BackupHead,
  endSchema,
  entrySchema,
  type FileEntry,
  FORMAT_VERSION,
  headSchema,
} from './backup-form.ts';
import { GraphDigest } from './graph-digest.ts';

/** Characters of one line: a node with all that it says. */
const MAX_LINE = 128 * 1024 * 1024;

export interface BackupHandlers {
  onFile?: (entry: FileEntry) => void | Promise<void>;
  progress?: (rows: number) => void;
  signal?: AbortSignal;
}

/** Told as soon as they are read; `end` is there once all rows have been taken, and the file is proven whole. */
export interface BackupFacts {
  head: BackupHead | null;
  end: BackupEnd | null;
}

/**
 * The nodes and relations of a backup, a line at a time. Throws `input` where the file is none, of another version, cut
 * off or changed: with the reason, and maybe only after the last row, so what was made of the rows is good only once this has ended.
 */
export async function* readBackup(
  path: string,
  facts: BackupFacts,
  { onFile, progress = () => {}, signal }: BackupHandlers = {},
): AsyncGenerator<DumpRow> {
  const all = createHash('sha256');
  const digest = new GraphDigest();
  const files = new Set<string>();
  let last: string | null = null;
  let number = 0;
  const damaged = (why: string): LacunaError =>
    new LacunaError('input', `${path} is no whole backup: ${why}. Take another one.`, {
      details: { line: number },
    });
  for await (const line of plainLines(path, damaged)) {
    signal?.throwIfAborted();
    if (last !== null && number > 0) {
      all.update(last).update('\n');
      if (number === 1) facts.head = headOf(last, path);
      else {
        const entry = parsed(last, entrySchema) as DumpRow | FileEntry | null;
        if (!entry) throw damaged(`line ${number} is damaged`);
        if (entry[0] === 'file') {
          files.add(entry[1]);
          await onFile?.(entry);
        } else {
          digest.add(entry[0], last);
          progress(digest.nodes + digest.relations);
          yield entry;
        }
      }
    }
    last = line;
    number += 1;
  }
  if (last === null) throw damaged('it is empty');
  if (!facts.head) headOf(last, path);
  const end = parsed(last, endSchema);
  if (!end) throw damaged('its end is missing');
  if (end.sha256 !== all.digest('hex') || end.graph !== digest.end())
    throw damaged('its checksum is another');
  if (end.nodes !== digest.nodes || end.relations !== digest.relations || end.files !== files.size) {
    throw damaged('it holds less than it says');
  }
  facts.end = end;
}

/**
 * Reads a backup through, as far as to know that it can be restored. Throws as `readBackup` does, and for a node that is there twice or a
 * relation between nodes that are not. Holds the ids of all nodes in memory.
 */
export async function verifyBackup(
  path: string,
  handlers: BackupHandlers = {},
): Promise<{ head: BackupHead; end: BackupEnd }> {
  const facts: BackupFacts = { head: null, end: null };
  const ids = new Map<NodeLabel, Set<string>>(NODE_LABELS.map((label) => [label, new Set()]));
  for await (const row of readBackup(path, facts, handlers)) {
    const why = faultOf(row, ids);
    if (why) throw new LacunaError('input', `${path} can't be restored: it holds ${why}. Take another one.`);
  }
  return { head: facts.head!, end: facts.end! };
}

/** Null for a row that can be restored after those before it, else what it is. */
function faultOf(row: DumpRow, ids: ReadonlyMap<NodeLabel, Set<string>>): string | null {
  if (!isOfGraph(row)) return 'what is not of the graph';
  if (row[0] === 'relation') {
    const [, type, from, a, to, b] = row;
    return ids.get(from)!.has(a) && ids.get(to)!.has(b) ? null : `a relation ${type} of nodes that it lacks`;
  }
  const [, labels, properties] = row;
  return isNew(ids.get(keyLabel(labels)!)!, String(properties[KEY])) ? null : 'a node twice';
}

function isNew(known: Set<string>, id: string): boolean {
  const { size } = known;
  return known.add(id).size > size;
}

function headOf(line: string, path: string): BackupHead {
  const head = parsed(line, headSchema);
  if (!head) throw new LacunaError('input', `${path} is no backup that lacuna backup wrote.`);
  if (head.version > FORMAT_VERSION || (head.schema ?? 0) > SCHEMA_VERSION) {
    throw new LacunaError('input', `A newer version of Lacuna wrote ${path}: restore it with that one.`);
  }
  return head;
}

function parsed<T>(
  line: string,
  schema: { safeParse(value: unknown): { success: boolean; data?: T } },
): T | null {
  try {
    const { success, data } = schema.safeParse(JSON.parse(line));
    return success ? (data ?? null) : null;
  } catch {
    return null;
  }
}

async function* plainLines(path: string, damaged: (why: string) => LacunaError): AsyncGenerator<string> {
  const file = createReadStream(path);
  const plain = file.pipe(createGunzip());
  file.on('error', (error) => plain.destroy(error));
  plain.setEncoding('utf8');
  let rest: string[] = [];
  let length = 0;
  try {
    for await (const chunk of plain as AsyncIterable<string>) {
      const parts = chunk.split('\n');
      for (const [i, part] of parts.entries()) {
        rest.push(part);
        length += part.length;
        if (length > MAX_LINE) throw damaged('one of its lines is too long');
        if (i === parts.length - 1) break;
        yield rest.join('');
        rest = [];
        length = 0;
      }
    }
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    if (code === 'ENOENT' || code === 'EACCES' || code === 'EISDIR') {
      throw new LacunaError('input', `${path} can't be read: ${messageOf(error)}`, { cause: error });
    }
    if (code.startsWith('Z_')) throw damaged(`its compression is damaged or cut off (${messageOf(error)})`);
    throw error;
  } finally {
    plain.destroy();
    file.destroy();
  }
  if (length > 0) throw damaged('its last line has no end');
}
