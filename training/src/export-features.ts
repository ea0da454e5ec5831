/**
 * Step 4: labelled words into the features that the extractor will compute, so that training and use agree.
 *
 *   tsx training/src/export-features.ts DATA_FOLDER NAME...
 *
 * For each DATA/NAME.jsonl writes DATA/NAME.bin: a sentence is uint16 words, then for each word uint8 label,
 * uint8 features and as many int32.
 */
import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { CONCEPT_KINDS } from '../../graph/schema.ts';
import { analyseFields } from '../../ingest/extract/analysed-field.ts';
import { documentFeatures, sentenceFeatures } from '../../ingest/extract/crf/features.ts';
import { TraitTable } from '../../ingest/extract/crf/word-traits.ts';
import { findIntroductions } from '../../ingest/extract/introductions.ts';

const [folder, ...names] = process.argv.slice(2);
if (!folder || names.length === 0) throw new Error('usage: export-features.ts DATA_FOLDER NAME...');
const LABELS = ['O', ...['Method', 'Task', 'Dataset', 'Metric', 'Model', 'Term'].flatMap((k) => [`B-${k}`, `I-${k}`])];
if (CONCEPT_KINDS.length !== 6) throw new Error('the kinds have changed');
const shared = process.env.LACUNA_SHARED ?? join(import.meta.dirname, '../../../shared');
const lines = (text: string): any[] => text.split('\n').filter(Boolean).map((line) => JSON.parse(line));
const texts = new Map<string, { title: string | null; abstract: string }>();
for (const { id, title, abstract } of lines(gunzipSync(readFileSync(join(shared, 'corpus/ml-papers.jsonl.gz'))).toString()))
  texts.set(id, { title, abstract });
for (const name of ['spans.dev', 'tdmsci.train'])
  for (const { id, title, text } of lines(readFileSync(join(shared, 'gold', `${name}.jsonl`), 'utf8')))
    texts.set(id, { title: title ?? null, abstract: text });

const { clusters, coarseOf } = JSON.parse(readFileSync(join(folder, 'clusters.json'), 'utf8'));
const table = new TraitTable(
  new Map(clusters.flatMap((words: string[], fine: number) => words.map((word) => [word, [coarseOf[fine] + 1, fine + 1]]))),
);

for (const name of names) {
  const out = openSync(join(folder, `${name}.bin`), 'w');
  let sentences = 0;
  for (const { id, sentences: marked } of lines(readFileSync(join(folder, `${name}.jsonl`), 'utf8'))) {
    const fields = analyseFields({ id, ...texts.get(id)! });
    const names = findIntroductions(fields).map(({ name }) => name);
    const document = documentFeatures(fields, names);
    let number = 0;
    for (const field of fields) {
      for (const [place, sentence] of field.sentences.entries()) {
        const labels: string[] | undefined = marked[number++]?.labels;
        if (labels?.length !== sentence.words.length) {
          console.log(`${id}: sentence ${number} was cut another way before, and is left out`);
          continue;
        }
        const { offsets, values } = sentenceFeatures(sentence, { document, isTitle: field.field === 'title', number: place }, table);
        const bytes = Buffer.alloc(2 + labels.length * 2 + values.length * 4);
        let at = bytes.writeUInt16LE(labels.length, 0);
        for (let i = 0; i < labels.length; i++) {
          at = bytes.writeUInt8(LABELS.indexOf(labels[i]!.replace('?', '')), at);
          at = bytes.writeUInt8(offsets[i + 1]! - offsets[i]!, at);
          for (let f = offsets[i]!; f < offsets[i + 1]!; f++) at = bytes.writeInt32LE(values[f]!, at);
        }
        writeSync(out, bytes);
        sentences += 1;
      }
    }
  }
  closeSync(out);
  console.log(`${name}: ${sentences} sentences`);
}
