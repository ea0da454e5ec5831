/**
 * Step 7: the models' cards: what they were trained on, under which licence, when, and what they score on the sets to
 * choose on. Scores are those of the whole extractor, rules around the model included.
 *
 *   tsx training/src/write-cards.ts BUILD_FOLDER SEED
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EVAL_SETS } from '../../tests/eval/eval-sets.ts';
import { evaluateSet } from '../../tests/eval/evaluate.ts';

const [build, seed] = process.argv.slice(2);
if (!build || !seed) throw new Error('usage: write-cards.ts BUILD_FOLDER SEED');
const shared = process.env.LACUNA_SHARED ?? join(import.meta.dirname, '../../../shared');
const models = join(import.meta.dirname, '../../ingest/extract/models');
const marksFolder = join(import.meta.dirname, '../marks');
const lines = (path: string): any[] =>
  readFileSync(path, 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line));
const json = (path: string): any => (existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null);

const marks = readdirSync(marksFolder)
  .filter((name) => name.startsWith('batch-'))
  .flatMap((name) => lines(join(marksFolder, name)));
const spans = marks.reduce((sum, { entities }) => sum + entities.length, 0);
const pseudo = lines(join(build, 'pseudo.jsonl')).length;

async function scoresOf(name: string): Promise<Record<string, number>> {
  const { chooseExtractor, loadExtractor } = await import('../../ingest/extract/extractor-module.ts');
  const extractor = await loadExtractor((await chooseExtractor(name)).module);
  const scores: Record<string, number> = {};
  for (const set of EVAL_SETS.filter(({ name }) => name === 'spans.dev' || name === 'seeds.dev')) {
    const { measured } = await evaluateSet({ extractor, lacks: [] }, set, join(shared, 'gold', set.file));
    for (const { measure, f1, recall } of measured) scores[`${set.name} ${measure}`] = Number((f1 ?? recall ?? 0).toFixed(1));
  }
  return scores;
}

const tenths = (value: number): number => Number(value.toFixed(1));

/** Figures of the model alone on spans.dev, by the number of abstracts it was trained on. */
function curveOf(prefix: string): Card['curve'] {
  return readdirSync(build!)
    .flatMap((name) => {
      const documents = Number(name.match(new RegExp(`^${prefix}(\\d+)\\.bin\\.gz\\.json$`))?.[1]);
      if (!documents) return [];
      const [exact, typed] = json(join(build!, name)).dev as [number, number];
      return [{ documents, exact: tenths(exact), typed: tenths(typed) }];
    })
    .sort((a, b) => a.documents - b.documents);
}

function teacherPoint(name: string, documents: number): NonNullable<Card['curve']>[number] {
  const { exact, typed } = json(join(build!, `${name}.pt.json`)).at(-1);
  return { documents, exact: tenths(exact), typed: tenths(typed) };
}

interface Card {
  title: string;
  files: string[];
  what: string;
  data: string;
  licence: string;
  curve?: { documents: number; exact: number; typed: number }[];
}

async function writeCard(name: string, card: Card): Promise<void> {
  const path = join(models, `${name}.json`);
  // The extractor's name is made of the model's hash, so that comes first.
  const sha256 = createHash('sha256').update(readFileSync(join(models, card.files[0]!))).digest('hex');
  writeFileSync(path, `${JSON.stringify({ sha256 })}\n`);
  const scores = await scoresOf(name);
  const date = new Date().toISOString().slice(0, 10);
  const bytes = Object.fromEntries(card.files.map((file) => [file, statSync(join(models, file)).size]));
  const { title, what, data, licence, curve } = card;
  writeFileSync(
    path,
    `${JSON.stringify({ title, sha256, date, seed: Number(seed), data, licence, bytes, scores, ...(curve && { curve }) }, null, 2)}\n`,
  );
  const rows = Object.entries(scores).map(([measure, value]) => `| ${measure} | ${value.toFixed(1)} |`);
  const curveRows = curve?.map(({ documents, exact, typed }) => `| ${documents} | ${exact.toFixed(1)} | ${typed.toFixed(1)} |`);
  const text = [
    `# ${title}`,
    what,
    `- Files: ${Object.entries(bytes).map(([file, size]) => `\`${file}\` (${(size / 1e6).toFixed(2)} MB)`).join(', ')}`,
    `- Data: ${data}`,
    `- Licence: ${licence}`,
    `- Made on ${date} by \`training/rebuild\`, seed ${seed}`,
    '- Not trained on: SciERC, Inspec, MED1250, nor on any set that it is judged on',
    '\nScores on the sets to choose on, with the rules around it (F1, or recall for key terms; exact: spans without kinds):\n',
    '| measure | |\n|---|---|',
    ...rows,
    ...(curveRows ? ['\nMore data, exact and typed F1 of the model alone on spans.dev:\n', '| abstracts | exact | typed |\n|---|---|---|', ...curveRows] : []),
  ];
  writeFileSync(join(models, `${name}.md`), `${text.join('\n')}\n`);
}

const marked = `${marks.length} abstracts marked by reading (${spans} spans, \`training/marks\`)`;
const weights = 'all-MiniLM-L6-v2 (Apache-2.0 by its model card)';
await writeCard('crf', {
  title: 'The default extractor: a linear-chain CRF',
  files: ['crf.bin.gz'],
  what: 'Marks concepts of six kinds, word by word. Runs in plain TypeScript.',
  data: `${marked}, and the half of ${pseudo} abstracts that is even over the years, of machine learning venues marked by the teacher (\`neural.md\`)`,
  licence: 'MIT, as the project; of the abstracts it holds hashed features and a list of single words in clusters',
  curve: curveOf('curve-'),
});
await writeCard('neural', {
  title: 'The teacher: a MiniLM token classifier',
  files: ['neural.onnx', 'neural-vocabulary.txt'],
  what: 'Marks concepts of six kinds, with a share for the small model (`crf.md`) in each choice. Needs onnxruntime-node, which is installed only when asked for. Weights are 8-bit integers.',
  data: `${marked}; started from ${weights}`,
  licence: `Apache-2.0, as ${weights}`,
  curve: [teacherPoint('first', 600), teacherPoint('teacher', marks.length)],
});
