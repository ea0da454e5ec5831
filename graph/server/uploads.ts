import { createHash, type Hash, randomBytes } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { Upload } from '../contract.ts';
import { isDiskFull } from '../disk-full.ts';
import { LacunaError } from '../errors.ts';
import type { ServerConfig } from './config.ts';
import { serversDiskFull } from './disk-full.ts';
import { notFound } from './errors.ts';
import { fileNameOf, freeName } from './file-name.ts';

/** Files on their way in, on the server's disk until they are taken in or given up. */
export interface Uploads {
  /** Announces a file. Throws `input` where it is empty or has no name, `limit` where there is no room for it. */
  begin(name: string, bytes: number): Promise<Upload>;
  /** Throws `input` with `details.received` for a part that is not the next one. */
  append(id: string, offset: number, part: Buffer): Promise<Upload>;
  /** Does nothing where it is gone already. Throws `refused` for one that is being taken in. */
  drop(id: string): Promise<void>;
  /**
   * The files of these, all of which must have arrived whole, each by the name that it will have in `sources`: its own,
   * or with a number where another file has that. They stay until `giveBack`, and after it where they are kept.
   */
  take(ids: readonly string[], known: KnownFiles): Promise<TakenFiles>;
  close(): Promise<void>;
}

export interface KnownFiles {
  /** Names of sources. */
  names: ReadonlySet<string>;
  /** `name:sha256` of the bytes of each file that was read. */
  prints: ReadonlySet<string>;
}

export interface TakenFiles {
  files: { path: string; name: string }[];
  giveBack(kept: boolean): Promise<void>;
}

type Limits = Pick<
  ServerConfig,
  'uploadBytes' | 'uploadTotalBytes' | 'uploadFiles' | 'uploadPartBytes' | 'uploadKeepMs'
>;

interface Staged extends Upload {
  folder: string;
  path: string;
  /** By a clock that is never set. */
  touched: number;
  writing: boolean;
  /** Of what has arrived. */
  hash: Hash;
  /** Orders that take it in just now. */
  users: number;
}

/** Those of this process, which lives. */
const ours = new Set<string>();
const MINUTE = 60_000;

/** Everything lies in a folder of this process; those of processes that are no more are removed at the start. */
export function createUploads(folder: string, limits: Limits): Uploads {
  const session = `${process.pid}-${randomBytes(6).toString('hex')}`;
  const root = join(folder, session);
  const staged = new Map<string, Staged>();
  ours.add(session);
  void sweep(folder);
  const tidying = setInterval(dropForgotten, Math.min(limits.uploadKeepMs, MINUTE)).unref();

  function known(id: string): Staged {
    const upload = staged.get(id);
    if (!upload) throw notFound('upload', id);
    upload.touched = performance.now();
    return upload;
  }

  async function drop(id: string): Promise<void> {
    const upload = staged.get(id);
    if (upload && upload.users > 0) {
      throw new LacunaError('refused', `${upload.name} is being taken in: cancel that first.`, {
        details: { job: 'papers' },
      });
    }
    staged.delete(id);
    if (upload) await rm(upload.folder, { recursive: true, force: true });
  }

  function dropForgotten(): void {
    for (const { id, touched } of staged.values()) {
      if (performance.now() - touched > limits.uploadKeepMs) void drop(id).catch(() => {});
    }
  }

  function checkRoom(name: string, bytes: number): void {
    const { uploadBytes, uploadFiles, uploadTotalBytes } = limits;
    const waiting = [...staged.values()].reduce((sum, upload) => sum + upload.bytes, 0);
    if (bytes === 0) throw new LacunaError('input', `${name} is empty.`);
    if (bytes > uploadBytes)
      throw over('uploadBytes', `${name} is larger than a file may be: ${sizeOf(uploadBytes)}.`);
    if (staged.size >= uploadFiles)
      throw over('uploadFiles', `No more than ${uploadFiles} files can wait at a time.`);
    if (waiting + bytes > uploadTotalBytes)
      throw over('uploadTotalBytes', `These files are more than ${sizeOf(uploadTotalBytes)} together.`);
  }

  return {
    async begin(given, bytes) {
      const name = fileNameOf(given);
      checkRoom(name, bytes);
      const id = randomBytes(12).toString('hex');
      const upload: Staged = {
        id,
        name,
        bytes,
        received: 0,
        partBytes: limits.uploadPartBytes,
        folder: join(root, id),
        path: join(root, id, name),
        touched: performance.now(),
        writing: false,
        hash: createHash('sha256'),
        users: 0,
      };
      staged.set(id, upload);
      try {
        await mkdir(upload.folder, { recursive: true, mode: 0o700 });
        const { bavail, bsize } = await statfs(upload.folder);
        if (bavail * bsize < bytes) throw serversDiskFull();
        await (await open(upload.path, 'wx', 0o600)).close();
      } catch (error) {
        await drop(id).catch(() => {});
        throw isDiskFull(error) ? serversDiskFull(error) : error;
      }
      return shown(upload);
    },
    async append(id, offset, part) {
      const upload = known(id);
      if (upload.writing || offset !== upload.received || part.length === 0) throw notNext(upload);
      if (offset + part.length > upload.bytes) {
        throw new LacunaError('input', `${upload.name} is longer than it was said to be.`);
      }
      upload.writing = true;
      try {
        const file = await open(upload.path, 'r+');
        try {
          await writeAll(file, part, offset);
        } finally {
          await file.close();
        }
        upload.hash.update(part);
        upload.received += part.length;
      } catch (error) {
        throw isDiskFull(error) ? serversDiskFull(error) : error;
      } finally {
        upload.writing = false;
      }
      return shown(upload);
    },
    drop,
    async take(ids, { names, prints }) {
      const uploads = [...new Set(ids)].map((id) => {
        const upload = known(id);
        if (upload.received < upload.bytes) {
          throw new LacunaError('input', `${upload.name} has not arrived whole: send the rest of it first.`);
        }
        return upload;
      });
      for (const upload of uploads) upload.users += 1;
      const giveBack = async (kept: boolean): Promise<void> => {
        for (const upload of uploads) upload.users -= 1;
        if (!kept) await Promise.all(uploads.map(({ id }) => drop(id).catch(() => {})));
      };
      const given = new Set<string>();
      try {
        for (const upload of uploads) {
          const digest = upload.hash.copy().digest('hex');
          const isTaken = (name: string): boolean =>
            given.has(name) || (names.has(name) && !prints.has(`${name}:${digest}`));
          await call(upload, freeName(upload.name, isTaken));
          given.add(upload.name);
        }
      } catch (error) {
        await giveBack(true);
        throw error;
      }
      return { files: uploads.map(({ path, name }) => ({ path, name })), giveBack };
    },
    async close() {
      clearInterval(tidying);
      staged.clear();
      ours.delete(session);
      await rm(root, { recursive: true, force: true });
    },
  };
}

async function call(upload: Staged, name: string): Promise<void> {
  if (name === upload.name) return;
  const path = join(upload.folder, name);
  await rename(upload.path, path);
  upload.path = path;
  upload.name = name;
}

const shown = ({ id, name, bytes, received, partBytes }: Staged): Upload => ({
  id,
  name,
  bytes,
  received,
  partBytes,
});

const notNext = ({ received }: Staged): LacunaError =>
  new LacunaError('input', 'This is not the next part of the file.', { details: { received } });

const over = (limit: keyof Limits, message: string): LacunaError =>
  new LacunaError('limit', message, { details: { limit } });

async function writeAll(file: Awaited<ReturnType<typeof open>>, part: Buffer, offset: number): Promise<void> {
  for (let done = 0; done < part.length; ) {
    done += (await file.write(part, done, part.length - done, offset + done)).bytesWritten;
  }
}

/** `256 MiB`. */
function sizeOf(bytes: number): string {
  const units = ['bytes', 'KiB', 'MiB', 'GiB'];
  const unit = Math.min(units.length - 1, Math.floor(Math.log2(Math.max(1, bytes)) / 10));
  return `${Math.round((bytes / 1024 ** unit) * 10) / 10} ${units[unit]}`;
}

/** What processes that were killed have left. */
async function sweep(folder: string): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const pid = Number(/^(\d+)-[0-9a-f]+$/.exec(name)?.[1] ?? 0);
    if (pid === 0 || ours.has(name) || (pid !== process.pid && isAlive(pid))) continue;
    await rm(join(folder, name), { recursive: true, force: true }).catch(() => {});
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}
