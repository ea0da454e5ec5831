/** Reads large generated files, one a format: speed beside the memory it took. */
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Format } from '../ingest/read/format.ts';
import { read } from '../ingest/read/read.ts';
import type { Bench, BenchContext } from './support/bench.ts';

const MEGABYTE = 1024 * 1024;
/** Of what a file is longer, the share that may be alive more; a reader that kept its entries would keep all. */
const KEPT = 0.05;
/** Read before anything counts, so that what a format's code takes is there already. */
const WARM_UP_MEGABYTES = 0.2;
const SAMPLE_EVERY = 2000;
const SENTENCE =
  'We measure the sway of six footbridges with cheap sensors, and predict it within four percent. ';
const abstractOf = (at: number): string => `Number ${at}. ${SENTENCE.repeat(8 + (at % 9))}`.trim();
const titleOf = (at: number): string => `Swaying Footbridges, Part ${at}`;

/** How each format writes its start, entry `at`, and its end. */
const WRITERS: Partial<Record<Format, [start: string, entry: (at: number) => string, end: string]>> = {
  jsonl: [
    '',
    (at) => `${JSON.stringify({ title: titleOf(at), abstract: abstractOf(at), year: 2020 })}\n`,
    '',
  ],
  json: [
    '{"papers": [',
    (at) => `${at ? ',' : ''}${JSON.stringify({ title: titleOf(at), abstract: abstractOf(at) })}`,
    ']}',
  ],
  abstracts: ['', (at) => `Abstract:${abstractOf(at)}\n`, ''],
  'page-dump': ['', (at) => `${titleOf(at)}\n${abstractOf(at)}\n`, ''],
  plain: ['', (at) => `${titleOf(at)}\n${abstractOf(at).replaceAll('. ', '.\n')}\n\n`, ''],
  csv: ['title,abstract,year\n', (at) => `"${titleOf(at)}","${abstractOf(at)}",2020\n`, ''],
  ris: ['', (at) => `TY  - JOUR\nTI  - ${titleOf(at)}\nAB  - ${abstractOf(at)}\nER  - \n\n`, ''],
  bibtex: [
    '',
    (at) => `@article{k${at},\n  title = {${titleOf(at)}},\n  abstract = {${abstractOf(at)}},\n}\n\n`,
    '',
  ],
  atom: [
    '<feed>',
    (at) => `<entry><title>${titleOf(at)}</title><summary>${abstractOf(at)}</summary></entry>\n`,
    '</feed>',
  ],
};
/** The BibTeX parser takes a third of a millisecond an entry, so its file is smaller. */
const SHARE: Partial<Record<Format, number>> = { bibtex: 0.1 };

function* contentOf(format: Format, bytes: number): Generator<string> {
  const [start, entry, end] = WRITERS[format]!;
  yield start;
  let written = 0;
  for (let at = 0; written < bytes; at += 1) {
    const text = entry(at);
    written += text.length;
    yield text;
  }
  yield end;
}

interface Reading {
  megabytes: number;
  entries: number;
  rejected: number;
  seconds: number;
  /** The highest that was seen after a collection, MB: what is alive. */
  heap: number;
}

async function measure(folder: string, format: Format, megabytes: number): Promise<Reading> {
  const path = join(folder, `large-${format}`);
  await pipeline(Readable.from(contentOf(format, megabytes * MEGABYTE)), createWriteStream(path));
  globalThis.gc?.();
  const start = performance.now();
  let entries = 0;
  let rejected = 0;
  let heap = 0;
  let sampling = 0;
  for await (const item of read(path, { format })) {
    entries += 1;
    if (item.rejection) rejected += 1;
    if (entries % SAMPLE_EVERY === 1) {
      const sampled = performance.now();
      globalThis.gc?.();
      heap = Math.max(heap, process.memoryUsage().heapUsed / MEGABYTE);
      sampling += performance.now() - sampled;
    }
  }
  const seconds = (performance.now() - start - sampling) / 1000;
  await rm(path);
  return { megabytes, entries, rejected, seconds, heap };
}

async function run({ folder, quick, say }: BenchContext) {
  const sizes = quick ? [1, 2] : [25, 100];
  const formats = Object.keys(WRITERS) as Format[];
  const readings = new Map<Format, Reading[]>();
  for (const format of formats) {
    const share = SHARE[format] ?? 1;
    const ofFormat: Reading[] = [];
    await measure(folder, format, WARM_UP_MEGABYTES);
    for (const size of sizes) ofFormat.push(await measure(folder, format, size * share));
    readings.set(format, ofFormat);
    say(`${format}: ${Math.round(ofFormat.at(-1)!.entries / ofFormat.at(-1)!.seconds)} entries a second`);
  }
  const all = [...readings].flatMap(([format, some]) => some.map((reading) => ({ format, ...reading })));
  const kept = [...readings].map(([format, some]) => {
    const [small, large] = [some[0]!, some.at(-1)!];
    return { format, small, large, share: (large.heap - small.heap) / (large.megabytes - small.megabytes) };
  });
  const worst = kept.reduce((most, one) => (one.share > most.share ? one : most));
  return {
    tables: [
      {
        caption: `Reading a generated file of ${sizes.join(' and ')} MB`,
        columns: ['format', 'MB', 'entries', 'rejected', 'MB / s', 'entries / s', 'most alive, MB'],
        rows: all.map(({ format, megabytes, entries, rejected, seconds, heap }) => [
          format,
          megabytes,
          entries,
          rejected,
          megabytes / seconds,
          Math.round(entries / seconds),
          heap,
        ]),
      },
    ],
    curves: [
      {
        file: 'read-memory',
        title: 'Alive on the heap while a file is read',
        x: { label: 'MB of the file' },
        y: { label: 'MB of heap' },
        series: [...readings].map(([format, some]) => ({
          name: format,
          points: some.map(({ megabytes, heap }): [number, number] => [megabytes, heap]),
        })),
      },
    ],
    verdicts: [
      {
        asked: `a reader holds no more of a large file than of a small one: less than ${100 * KEPT} % of the difference`,
        measured: `at worst ${worst.large.heap.toFixed(1)} MB alive for ${worst.large.megabytes} MB instead of ${worst.small.heap.toFixed(1)} MB for ${worst.small.megabytes} MB (${worst.format})`,
        met: worst.share < KEPT,
      },
    ],
  };
}

export const bench: Bench = {
  name: 'read',
  title: 'Reading files',
  about:
    'One generated file in each format, read entry by entry without keeping any: speed and memory by size.',
  run,
};
