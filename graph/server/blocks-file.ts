import { randomBytes } from 'node:crypto';
import { type FileHandle, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { crc32 } from 'node:zlib';

/**
 * A file of blocks behind a short text that may be replaced. Check sums go on from block to block, from a number drawn for each file, so that
 * blocks of two files never pass for one.
 */

/** A block's length in bytes, and its check sum. */
const HEAD_BYTES = 8;
const SALT_BYTES = 8;
/** Of the text in front, in ASCII. */
const FRONT_BYTES = 120;
/** No block of ours is larger. */
const MOST_BYTES = 2 ** 31;
/** What a writer that was killed left lies about no longer. */
const LEFT_AFTER_MS = 24 * 3600 * 1000;

/** Writes one block after another; the file is there once all are, else what was there before. */
export async function writeBlocks(
  path: string,
  front: string,
  blocks: AsyncIterable<Uint8Array>,
): Promise<void> {
  await sweep(path);
  const unfinished = `${path}.${randomBytes(6).toString('hex')}.part`;
  const file = await open(unfinished, 'wx');
  try {
    try {
      const salt = randomBytes(SALT_BYTES);
      await file.writeFile(frontBlock(salt, front));
      let sum = crc32(salt);
      for await (const block of blocks) {
        sum = crc32(block, sum);
        await file.writeFile(headOf(block, sum));
        await file.writeFile(block);
      }
    } finally {
      await file.close();
    }
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

/** The text in front, then the blocks of a file in order. Throws where one is damaged, and where there is no such file. */
export async function* readBlocks(path: string): AsyncGenerator<Buffer<ArrayBuffer>> {
  const file = await open(path, 'r');
  try {
    const { salt, front } = await readFront(file, path);
    yield Buffer.from(front);
    let sum = crc32(salt);
    for (;;) {
      const head = await exactly(file, HEAD_BYTES);
      if (head === null) return;
      const length = head.readUInt32LE(0);
      if (length > MOST_BYTES || length > (await file.stat()).size) throw damaged(path);
      const block = await exactly(file, length);
      sum = crc32(block ?? '', sum);
      if (block === null || sum !== head.readUInt32LE(4)) throw damaged(path);
      yield block;
    }
  } finally {
    await file.close();
  }
}

/** Puts another text in front, where `replace` gives one for that which is there. Does nothing where there is no file. */
export async function replaceFront(path: string, replace: (front: string) => string | null): Promise<void> {
  const file = await open(path, 'r+').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (!file) return;
  try {
    const { salt, front } = await readFront(file, path);
    const next = replace(front);
    if (next === null) return;
    const block = frontBlock(salt, next);
    await file.write(block, 0, block.length, 0);
  } finally {
    await file.close();
  }
}

function frontBlock(salt: Uint8Array, front: string): Buffer {
  if (front.length > FRONT_BYTES) throw new RangeError(`more than ${FRONT_BYTES} bytes in front of a file`);
  const block = Buffer.concat([salt, Buffer.from(front.padEnd(FRONT_BYTES), 'latin1')]);
  return Buffer.concat([headOf(block, crc32(block)), block]);
}

async function readFront(file: FileHandle, path: string): Promise<{ salt: Buffer; front: string }> {
  const whole = await exactly(file, HEAD_BYTES + SALT_BYTES + FRONT_BYTES);
  const block = whole?.subarray(HEAD_BYTES);
  if (!whole || !block || !whole.subarray(0, HEAD_BYTES).equals(headOf(block, crc32(block)))) {
    throw damaged(path);
  }
  return {
    salt: block.subarray(0, SALT_BYTES),
    front: block.subarray(SALT_BYTES).toString('latin1').trimEnd(),
  };
}

function headOf(block: Uint8Array, sum: number): Buffer {
  const head = Buffer.alloc(HEAD_BYTES);
  head.writeUInt32LE(block.byteLength, 0);
  head.writeUInt32LE(sum, 4);
  return head;
}

async function sweep(path: string): Promise<void> {
  const folder = dirname(path);
  for (const name of await readdir(folder)) {
    if (!name.startsWith(`${basename(path)}.`) || !name.endsWith('.part')) continue;
    const left = join(folder, name);
    const { mtimeMs } = await stat(left).catch(() => ({ mtimeMs: Number.POSITIVE_INFINITY }));
    if (Date.now() - mtimeMs > LEFT_AFTER_MS) await rm(left, { force: true });
  }
}

/** Null where the file ends before. */
async function exactly(file: FileHandle, length: number): Promise<Buffer<ArrayBuffer> | null> {
  const buffer = Buffer.from(new ArrayBuffer(length));
  for (let at = 0; at < length; ) {
    const { bytesRead } = await file.read(buffer, at, length - at);
    if (bytesRead === 0) return null;
    at += bytesRead;
  }
  return buffer;
}

const damaged = (path: string): Error => new Error(`${path} is damaged`);
