import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { crc32 } from 'node:zlib';

/** A block's length in bytes, and its check sum. */
const HEAD_BYTES = 8;
/** No block of ours is larger. */
const MOST_BYTES = 2 ** 31;

/** Writes one block after another; the file is there once all are, else what was there before. */
export async function writeBlocks(path: string, blocks: AsyncIterable<Uint8Array>): Promise<void> {
  const unfinished = `${path}.${process.pid}.part`;
  try {
    const file = await open(unfinished, 'w');
    try {
      for await (const block of blocks) {
        const head = Buffer.alloc(HEAD_BYTES);
        head.writeUInt32LE(block.byteLength, 0);
        head.writeUInt32LE(crc32(block), 4);
        await file.write(head);
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

/** The blocks of a file in order. Throws where one is damaged, and where there is no such file. */
export async function* readBlocks(path: string): AsyncGenerator<Buffer<ArrayBuffer>> {
  const file = await open(path, 'r');
  try {
    for (;;) {
      const head = await exactly(file, HEAD_BYTES);
      if (head === null) return;
      const length = head.readUInt32LE(0);
      if (length > MOST_BYTES || length > (await file.stat()).size) throw damaged(path);
      const block = await exactly(file, length);
      if (block === null || crc32(block) !== head.readUInt32LE(4)) throw damaged(path);
      yield block;
    }
  } finally {
    await file.close();
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
