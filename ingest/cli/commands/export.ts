import { createWriteStream } from 'node:fs';
import { rename } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { exportGexf } from '../../../graph/export/gexf.ts';
import { exportGraphml } from '../../../graph/export/graphml.ts';
import { exportJson, exportJsonLines } from '../../../graph/export/json.ts';
import type { StoreReader } from '../../../graph/store/store.ts';
import { locate, printJson, withReader } from '../session.ts';

const WRITERS = { json: exportJson, jsonl: exportJsonLines, gexf: exportGexf, graphml: exportGraphml };

export interface ExportFlags {
  store?: string;
  format: keyof typeof WRITERS;
  out?: string;
  json?: boolean;
}

export async function runExport(flags: ExportFlags): Promise<void> {
  await withReader(locate(flags.store), async (store) => {
    if (flags.out === undefined) {
      await pipeline(Readable.from(WRITERS[flags.format](store)), process.stdout, { end: false });
      return;
    }
    const bytes = await writeWhole(flags.out, WRITERS[flags.format], store);
    if (flags.json) printJson({ file: flags.out, format: flags.format, bytes });
    else process.stdout.write(`Wrote ${flags.out} (${bytes.toLocaleString('en')} bytes).\n`);
  });
}

/** Under another name until it is whole, so that a file that was cut short is never taken for a good one. */
async function writeWhole(
  path: string,
  write: (store: StoreReader) => AsyncGenerator<string>,
  store: StoreReader,
): Promise<number> {
  const partial = `${path}.part`;
  const file = createWriteStream(partial);
  await pipeline(Readable.from(write(store)), file);
  await rename(partial, path);
  return file.bytesWritten;
}
