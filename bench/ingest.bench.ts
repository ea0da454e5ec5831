import { createReadStream, createWriteStream, mkdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename, join } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { hasNeuralRuntime } from '../tests/support/neural-runtime.ts';
import {
  type IngestMeasure,
  type IngestsAgain,
  measureIngest,
  type SizedIngest,
} from './ingest/ingest-measure.ts';
import { askKeyphrasePeer, KEYPHRASE_PEERS, type PeerAnswer } from './ingest/keyphrase-peers.ts';
import { againTable, curves, peerTable, sizeTable, stageTable, verdicts } from './ingest/tables.ts';
import type { Bench, BenchContext, BenchResult } from './support/bench.ts';
import { type CorpusPaper, corpusFile } from './support/corpus.ts';

const SIZES = [1000, 5000, 19_310];
/** Papers that the peers read too. */
const PEER_SIZE = 1000;
/** One paper in so many is changed before the second ingest. */
const CHANGED_EVERY = 100;
const ADDITION = ' An ablation study on held-out data confirms this.';

async function run({ folder, quick, say }: BenchContext): Promise<BenchResult> {
  const sizes = quick ? [100, 200] : SIZES;
  const modelSizes = !hasNeuralRuntime ? [] : quick ? [20] : sizes;
  const ingests: SizedIngest[] = [];
  const places = new Map<string, string>();
  const ingestOf = async (extractor: string, size: number): Promise<void> => {
    const place = join(folder, `${extractor}-${size}`);
    mkdirSync(place);
    const measure = measureIngest(await corpusFile(size, folder), place, extractor);
    ingests.push({ extractor, size, measure });
    places.set(`${extractor} ${size}`, place);
    say(`${size} papers by ${extractor}: ${Math.round(sumOf(measure))} s`);
  };
  for (const extractor of ['crf', 'rules']) for (const size of sizes) await ingestOf(extractor, size);
  for (const size of modelSizes) await ingestOf('neural', size);

  const largest = sizes.at(-1)!;
  const place = places.get(`crf ${largest}`)!;
  const file = await corpusFile(largest, folder);
  const again: IngestsAgain = {
    first: ingests.find(({ extractor, size }) => extractor === 'crf' && size === largest)!.measure,
    same: measureIngest(file, place, 'crf'),
    changed: measureIngest(await changedFile(file, folder), place, 'crf'),
  };
  say('the same files again, and with 1 % changed');

  const peerFile = await corpusFile(quick ? sizes[0]! : PEER_SIZE, folder);
  const answers = new Map<string, PeerAnswer | null>();
  for (const peer of KEYPHRASE_PEERS) answers.set(peer.package, askKeyphrasePeer(peer, peerFile));
  const cores = availableParallelism();
  return {
    tables: [
      sizeTable(ingests, cores),
      stageTable(ingests.filter(({ extractor }) => extractor === 'crf')),
      againTable(again),
      peerTable(ingests, quick ? sizes[0]! : PEER_SIZE, answers),
    ],
    curves: curves(ingests),
    verdicts: verdicts(ingests, again, cores, quick ? sizes[0]! : PEER_SIZE, answers),
    notes: [
      'CPU: of the process with its extraction threads and of the store’s process. Memory at peak: what both had resident at most, added up though they need not peak together. *Live*: what the process holds at the end of a stage, garbage collected; that collection is not in the times, and the peers collect when they like. *Peak* of a stage: looked at every 50 ms, both processes at one moment.',
      ...(hasNeuralRuntime
        ? []
        : [
            'The model extractor was not measured: its runtime is not installed (npm install --no-save --ignore-scripts onnxruntime-node).',
          ]),
    ],
    peers: Object.fromEntries(
      [...answers].flatMap(([name, answer]) => (answer ? [[name, answer.version]] : [])),
    ),
  };
}

const sumOf = ({ stages }: IngestMeasure): number => stages.reduce((sum, { wall }) => sum + wall, 0);

/** The same file, by the same name, with a sentence added to one abstract in a hundred. */
async function changedFile(file: string, folder: string): Promise<string> {
  const changed = join(folder, 'changed');
  mkdirSync(changed);
  const path = join(changed, basename(file));
  await pipeline(Readable.from(changedLines(file)), createWriteStream(path));
  return path;
}

async function* changedLines(file: string): AsyncGenerator<string> {
  let at = 0;
  for await (const line of createInterface({ input: createReadStream(file) })) {
    const paper = JSON.parse(line) as CorpusPaper;
    if (at % CHANGED_EVERY === 0) paper.abstract += ADDITION;
    at += 1;
    yield `${JSON.stringify(paper)}\n`;
  }
}

export const bench: Bench = {
  name: 'ingest',
  title: 'Ingest',
  about:
    'Files of real abstracts into a new embedded store: papers a second, CPU time by stage and memory by size of the corpus; the same files again, then with one paper in a hundred changed; and keyphrase extractors that one would otherwise build such a graph with, on the same papers.',
  run,
};
