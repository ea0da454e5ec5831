import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { pipeline, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { isLacunaError, LacunaError, messageOf } from '../../../graph/errors.ts';
import type { ReadLimits } from '../limits.ts';

const CHUNK_BYTES = 256 * 1024;
const GZIP_MAGIC = [0x1f, 0x8b] as const;

/** The bytes of a file, unpacked if they are gzip. Throws `input` for what is no readable file, `limit` for a bomb. */
export async function* readBytes(
  path: string,
  limits: ReadLimits,
  onBytes?: (bytes: number) => void,
): AsyncGenerator<Buffer> {
  const packed = await isGzip(path);
  const raw = createReadStream(path, { highWaterMark: CHUNK_BYTES });
  let stream: Readable = raw;
  if (packed) {
    const gunzip = createGunzip({ chunkSize: CHUNK_BYTES });
    // Its errors come out of the loop below.
    pipeline(raw, gunzip, () => {});
    stream = gunzip;
  }
  let unpacked = 0;
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      unpacked += chunk.length;
      if (packed) checkUnpacked(path, unpacked, raw.bytesRead, limits);
      onBytes?.(raw.bytesRead);
      yield chunk;
    }
  } catch (error) {
    if (isLacunaError(error)) throw error;
    const what = packed ? 'damaged gzip file, or cut off' : "can't be read";
    throw new LacunaError('input', `${path}: ${what} (${messageOf(error)})`, { cause: error });
  } finally {
    raw.destroy();
    stream.destroy();
  }
}

async function isGzip(path: string): Promise<boolean> {
  await checkReadable(path);
  // A pipe can be read once only, so it isn't looked into.
  if ((await stat(path)).isFIFO()) return false;
  const handle = await open(path).catch((error: unknown) => refuse(path, messageOf(error), error));
  try {
    const magic = Buffer.alloc(GZIP_MAGIC.length);
    const { bytesRead } = await handle.read(magic, 0, magic.length, 0);
    return bytesRead === magic.length && GZIP_MAGIC.every((byte, at) => magic[at] === byte);
  } finally {
    await handle.close();
  }
}

async function checkReadable(path: string): Promise<void> {
  const stats = await stat(path).catch((error: unknown) => {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    return refuse(path, missing ? 'no such file' : messageOf(error), error);
  });
  if (stats.isDirectory()) refuse(path, 'a folder; name the files in it');
  if (!stats.isFile() && !stats.isFIFO()) refuse(path, 'not a file');
  if (stats.isFile() && stats.size === 0) refuse(path, 'the file is empty');
}

function refuse(path: string, reason: string, cause?: unknown): never {
  throw new LacunaError('input', `${path}: ${reason}`, { cause });
}

function checkUnpacked(path: string, unpacked: number, read: number, limits: ReadLimits): void {
  if (unpacked > limits.decompressedBytes) {
    throw new LacunaError(
      'limit',
      `${path}: unpacks to more than ${limits.decompressedBytes} bytes (limit decompressedBytes)`,
    );
  }
  if (unpacked > limits.ratioFloorBytes && unpacked > read * limits.compressionRatio) {
    throw new LacunaError(
      'limit',
      `${path}: unpacks to more than ${limits.compressionRatio} times its size (limit compressionRatio); ` +
        'unpack it yourself if you trust it',
    );
  }
}
