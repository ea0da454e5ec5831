/**
 * Step 1: texts and marks into words with tags, as the extractor itself splits them, so that training and use agree.
 *
 *   tsx training/src/export-words.ts VOCAB.txt OUT_FOLDER
 *
 * Writes marks.jsonl, tdmsci.jsonl, dev.jsonl and corpus.jsonl: one document a line,
 * `{"id", "sentences": [{"title": bool, "words": [...], "pieces": [[...], ...], "labels"?: [...]}]}`.
 * Labels are BIO; `?` in front of `O` (TDMSci) means: not Task, Dataset or Metric, all else is open.
 */
import { createWriteStream, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { analyseFields } from '../../ingest/extract/analysed-field.ts';
import { WordPieces } from '../../ingest/extract/neural/word-pieces.ts';

type Span = readonly [start: number, end: number, kind: string];
interface Text {
  id: string;
  title: string | null;
  abstract: string;
  /** Code points in title + "\n" + abstract; null where unmarked. */
  spans: readonly Span[] | null;
  partial?: boolean;
}

const [vocabulary, out] = process.argv.slice(2);
if (!vocabulary || !out) throw new Error('usage: export-words.ts VOCAB.txt OUT_FOLDER');
const pieces = new WordPieces(readFileSync(vocabulary, 'utf8').split('\n'));
const shared = process.env.LACUNA_SHARED ?? join(import.meta.dirname, '../../../shared');
const marksFolder = join(import.meta.dirname, '../marks');
const lines = (text: string): any[] => text.split('\n').filter(Boolean).map((line) => JSON.parse(line));
const gold = (name: string): any[] => lines(readFileSync(join(shared, 'gold', name), 'utf8'));

/** UTF-16 offset of each code point. */
function offsetsOf(text: string): number[] {
  const offsets: number[] = [];
  let at = 0;
  for (const point of text) {
    offsets.push(at);
    at += point.length;
  }
  offsets.push(at);
  return offsets;
}

const lost = { spans: 0, all: 0 };

function exportText({ id, title, abstract, spans, partial }: Text): string {
  const whole = title === null ? abstract : `${title}\n${abstract}`;
  const offsets = spans && offsetsOf(whole);
  const marked = spans?.map(([start, end, kind]) => ({ start: offsets![start]!, end: offsets![end]!, kind }));
  const sentences = analyseFields({ id, title, abstract }).flatMap((field) => {
    const shift = field.field === 'title' || title === null ? 0 : title.length + 1;
    return field.sentences.map((sentence) => {
      const labels: string[] | undefined = marked && sentence.words.map(() => (partial ? '?O' : 'O'));
      for (const { start, end, kind } of marked ?? []) {
        // A mark that ends inside a compound has no words of its own; the compound is left unmarked.
        const from = sentence.words.findIndex((word) => word.start + shift === start);
        const to = sentence.words.findIndex((word) => word.end + shift === end);
        if (from < 0 || to < from) continue;
        for (let i = from; i <= to; i++) labels![i] = `${i === from ? 'B' : 'I'}-${kind}`;
        lost.spans -= 1;
      }
      return {
        title: field.field === 'title',
        words: sentence.words.map((word) => word.text),
        starts: sentence.words.map((word) => word.start + shift),
        ends: sentence.words.map((word) => word.end + shift),
        pieces: sentence.words.map((word) => pieces.split(word.text)),
        ...(labels && { labels }),
      };
    });
  });
  lost.spans += marked?.length ?? 0;
  lost.all += marked?.length ?? 0;
  return JSON.stringify({ id, sentences });
}

function exportAll(name: string, texts: Iterable<Text>): void {
  lost.spans = 0;
  lost.all = 0;
  let count = 0;
  const file = createWriteStream(join(out!, name));
  for (const text of texts) {
    file.write(`${exportText(text)}\n`);
    count += 1;
  }
  file.end();
  console.log(`${name}: ${count} documents, ${lost.all} marks, ${lost.spans} of them not on word borders`);
}

const corpus = lines(gunzipSync(readFileSync(join(shared, 'corpus/ml-papers.jsonl.gz'))).toString());
const byId = new Map(corpus.map((paper) => [paper.id as string, paper]));
const extra = process.env.LACUNA_MARKS?.split(',') ?? [];
const marks = [
  ...readdirSync(marksFolder)
    .filter((name) => name.startsWith('batch-'))
    .map((name) => join(marksFolder, name)),
  ...extra.filter((path) => existsSync(path)),
].flatMap((path) => lines(readFileSync(path, 'utf8')));

exportAll(
  'marks.jsonl',
  marks.map(({ id, entities }) => {
    const { title, abstract } = byId.get(id)!;
    return { id, title, abstract, spans: entities };
  }),
);
const spansOf = (document: any): Span[] =>
  document.entities.map(({ start, end, type }: any) => [start, end, type]);
exportAll(
  'tdmsci.jsonl',
  gold('tdmsci.train.jsonl').map((d) => ({ id: d.id, title: null, abstract: d.text, spans: spansOf(d), partial: true })),
);
const dev = gold('spans.dev.jsonl');
exportAll(
  'dev.jsonl',
  dev.map((d) => ({ id: d.id, title: d.title ?? null, abstract: d.text, spans: spansOf(d) })),
);
/** What is judged on is never marked by the teacher either. */
const judged = new Set(dev.map(({ text }) => (text as string).slice(0, 60)));
const marked = new Set(marks.map(({ id }) => id));
exportAll(
  'corpus.jsonl',
  corpus
    .filter(({ id, abstract }) => abstract && !marked.has(id) && !judged.has(abstract.slice(0, 60)))
    .map(({ id, title, abstract }) => ({ id, title, abstract, spans: null })),
);
