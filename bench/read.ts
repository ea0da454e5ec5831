/**
 * Reads large generated files, one a format, and prints speed beside the memory it took:
 * `npx tsx bench/read.ts [MEGABYTES]`. Fails when the heap grows with the file.
 */
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Format } from '../ingest/read/format.ts';
import { read } from '../ingest/read/read.ts';

const MEGABYTE = 1024 * 1024;
const MAX_HEAP_MEGABYTES = 256;
const SAMPLE_EVERY = 500;
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

async function measure(folder: string, format: Format, megabytes: number): Promise<number> {
  const path = join(folder, `large-${format}`);
  const size = megabytes * (SHARE[format] ?? 1);
  await pipeline(Readable.from(contentOf(format, size * MEGABYTE)), createWriteStream(path));
  const start = performance.now();
  let entries = 0;
  let rejected = 0;
  let heap = 0;
  for await (const item of read(path, { format })) {
    entries += 1;
    if (item.rejection) rejected += 1;
    if (entries % SAMPLE_EVERY === 0) heap = Math.max(heap, process.memoryUsage().heapUsed / MEGABYTE);
  }
  const seconds = (performance.now() - start) / 1000;
  await rm(path);
  console.log(
    [
      format.padEnd(10),
      `${size.toFixed(0)} MB`.padStart(7),
      `${entries} entries`.padStart(15),
      `${rejected} rejected`.padStart(11),
      `${(size / seconds).toFixed(0)} MB/s`.padStart(10),
      `${(entries / seconds).toFixed(0)} entries/s`.padStart(18),
      `heap ${heap.toFixed(0)} MB`.padStart(13),
    ].join(' '),
  );
  return heap;
}

const folder = await mkdtemp(join(tmpdir(), 'lacuna-bench-read-'));
try {
  let highest = 0;
  for (const format of Object.keys(WRITERS) as Format[]) {
    highest = Math.max(highest, await measure(folder, format, Number(process.argv[2] ?? 100)));
  }
  if (highest > MAX_HEAP_MEGABYTES) {
    console.error(`The heap grew to ${highest.toFixed(0)} MB, over ${MAX_HEAP_MEGABYTES} MB.`);
    process.exitCode = 1;
  }
} finally {
  await rm(folder, { recursive: true });
}
