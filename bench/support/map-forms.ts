import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { graphViewSchema } from '../../graph/contract.ts';
import type { BenchTable } from './bench.ts';
import { fromBinary, toBinary } from './binary-view.ts';
import { median } from './timed.ts';

const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };

/** Binary columns or JSON: which is smaller on the wire, and how soon it can be drawn from. */
export async function formsTable(
  ask: (path: string) => Promise<Buffer>,
  largest: number,
): Promise<BenchTable> {
  const rows: BenchTable['rows'] = [];
  for (const path of ['graph?lens=all', `graph?lens=all&limit=${largest}`]) {
    const view = graphViewSchema.parse(JSON.parse((await ask(path)).toString()));
    for (const [form, encode, decode] of [
      [
        'JSON columns',
        () => Buffer.from(JSON.stringify(view)),
        (bytes: Buffer) => JSON.parse(bytes.toString()),
      ],
      ['binary columns', () => toBinary(view), fromBinary],
    ] as const) {
      const turns = [0, 1, 2, 3, 4, 5, 6];
      const timesOf = (work: () => unknown): number =>
        median(
          turns.map(() => {
            const began = performance.now();
            work();
            return performance.now() - began;
          }),
        );
      const bytes = encode();
      rows.push([
        view.nodes.id.length,
        form,
        bytes.length / 1000,
        gzipSync(bytes).length / 1000,
        brotliCompressSync(bytes, BROTLI).length / 1000,
        timesOf(encode),
        timesOf(() => brotliCompressSync(bytes, BROTLI)),
        timesOf(() => decode(bytes)),
      ]);
    }
  }
  return {
    caption: 'A map’s answer as JSON columns, which is what is sent, and with its numbers in binary',
    columns: ['nodes', 'form', 'kB', 'gzip, kB', 'brotli 5, kB', 'encode, ms', 'brotli 5, ms', 'decode, ms'],
    rows,
  };
}
