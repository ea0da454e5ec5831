/**
 * Fits the weights with which names that a paper introduces are told from others, on the marks in this folder:
 *
 *   npx tsx training/introductions/fit.ts CORPUS.jsonl.gz [MARKS.jsonl]...
 *
 * CORPUS holds the marked papers, one JSON line each, with `id`, `title` and `abstract`; MARKS are further marks. Logistic regression with an L2
 * penalty by coordinate descent; prints the cross-validated figures and writes ingest/extract/introductions/weights.ts.
 * Deterministic: no seed.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { analyseFields } from '../../ingest/extract/analysed-field.ts';
import { scoreCandidates } from '../../ingest/extract/introductions/score.ts';

const PENALTY = 2;
const SWEEPS = 40;
const FOLDS = 8;
/** Evidence seen less often says nothing. */
const RARE = 4;
const ACCEPTED = 0.42;
const ACCEPTED_BY_PATTERN = 0.02;
const MARKS = new URL('../marks/', import.meta.url);
const OUT = new URL('../../ingest/extract/introductions/weights.ts', import.meta.url);

interface Row {
  evidence: ReadonlySet<string>;
  features: number[];
  isPattern: boolean;
  /** Numbers of the marked names that it is. */
  marked: number[];
}
interface Paper {
  rows: Row[];
  /** The same without its title: many documents have none. */
  untitled: Row[];
  /** How many different names are marked. */
  marked: number;
}

const fold = (text: string | null | undefined) =>
  (text ?? '').toLowerCase().match(/[\p{L}\p{N}+]+/gu)?.join(' ') ?? '';

/** Marks list a short and a long form apart: entries that share a form are one name. */
function groupNames(introduces: { name: string; long?: string | null }[]): Set<string>[] {
  const groups: Set<string>[] = [];
  for (const { name, long } of introduces) {
    const forms = [fold(name), fold(long)].filter(Boolean);
    const group = groups.find((one) => forms.some((form) => one.has(form)));
    if (group) for (const form of forms) group.add(form);
    else groups.push(new Set(forms));
  }
  return groups;
}

function readPapers(corpus: string, further: readonly string[]): Paper[] {
  const marks = new Map<string, { introduces: { name: string; long?: string | null }[] }>();
  const own = readdirSync(MARKS).filter((name) => /^batch-\d+\.jsonl$/.test(name)).sort();
  for (const file of [...own.map((name) => new URL(name, MARKS)), ...further])
    for (const line of readFileSync(file, 'utf8').split('\n').filter(Boolean)) {
      const mark = JSON.parse(line);
      marks.set(mark.id, mark);
    }
  const papers: Paper[] = [];
  for (const line of gunzipSync(readFileSync(corpus)).toString('utf8').split('\n').filter(Boolean)) {
    const { id, title, abstract } = JSON.parse(line);
    const mark = marks.get(id);
    if (!mark) continue;
    const groups = groupNames(mark.introduces);
    const read = (shown: string | null) =>
      scoreCandidates(analyseFields({ id, title: shown, abstract })).map(({ candidate, evidence }): Row => {
        const forms = [fold(candidate.name), fold(candidate.long)].filter(Boolean);
        const marked = groups.flatMap((group, i) => (forms.some((form) => group.has(form)) ? [i] : []));
        return { evidence, features: [], isPattern: evidence.has('pattern') || candidate.isTitleName, marked };
      });
    papers.push({ rows: read(title), untitled: read(null), marked: groups.length });
  }
  return papers;
}

interface Model {
  weights: Float64Array;
  bias: number;
}

function fit(papers: readonly Paper[], count: number): Model {
  const rows = papers.flatMap((paper) => [...paper.rows, ...paper.untitled]);
  const sums = new Float64Array(rows.length);
  const having: number[][] = Array.from({ length: count + 1 }, () => []);
  for (const [k, row] of rows.entries()) {
    for (const i of row.features) having[i]!.push(k);
    having[count]!.push(k);
  }
  const weights = new Float64Array(count + 1);
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    for (let i = count; i >= 0; i--) {
      const penalty = i === count ? 0 : PENALTY;
      let slope = penalty * weights[i]!;
      let curve = penalty + 1e-6;
      for (const k of having[i]!) {
        const p = 1 / (1 + Math.exp(-sums[k]!));
        slope += p - (rows[k]!.marked.length > 0 ? 1 : 0);
        curve += p * (1 - p);
      }
      const step = Math.max(-1, Math.min(1, slope / curve));
      weights[i]! -= step;
      for (const k of having[i]!) sums[k]! -= step;
    }
  }
  return { weights: weights.slice(0, count), bias: weights[count]! };
}

function probability({ weights, bias }: Model, row: Row): number {
  let sum = bias;
  for (const i of row.features) sum += weights[i]!;
  return 1 / (1 + Math.exp(-sum));
}

const [corpus, ...further] = process.argv.slice(2);
if (!corpus) throw new Error('usage: npx tsx training/introductions/fit.ts CORPUS.jsonl.gz');
const papers = readPapers(corpus, further);
const counts = new Map<string, number>();
for (const { rows, untitled } of papers)
  for (const { evidence } of [...rows, ...untitled]) for (const name of evidence) counts.set(name, (counts.get(name) ?? 0) + 1);
const names = [...counts].flatMap(([name, count]) => (count >= RARE ? [name] : [])).sort();
const numbers = new Map(names.map((name, i) => [name, i]));
for (const { rows, untitled } of papers)
  for (const row of [...rows, ...untitled]) row.features = [...row.evidence].flatMap((name) => numbers.get(name) ?? []);

let hits = 0;
let wrong = 0;
let marked = 0;
for (let k = 0; k < FOLDS; k++) {
  const model = fit(papers.filter((_, i) => i % FOLDS !== k), names.length);
  for (const paper of papers.filter((_, i) => i % FOLDS === k)) {
    const accepted = paper.rows.filter(
      (row) => probability(model, row) >= (row.isPattern ? ACCEPTED_BY_PATTERN : ACCEPTED),
    );
    hits += new Set(accepted.flatMap((row) => row.marked)).size;
    wrong += accepted.filter((row) => row.marked.length === 0).length;
    marked += paper.marked;
  }
}
const precision = hits / (hits + wrong);
const recall = hits / marked;
const f1 = (2 * precision * recall) / (precision + recall);
const percent = (share: number) => (100 * share).toFixed(1);
const figures = `precision ${percent(precision)}, recall ${percent(recall)}, F1 ${percent(f1)}`;
console.log(`${papers.length} papers, ${names.length} kinds of evidence; in ${FOLDS} folds: ${figures}`);

const model = fit(papers, names.length);
const lines = names.map((name, i) => `  ${JSON.stringify(name)}: ${model.weights[i]!.toFixed(2)},`);
writeFileSync(
  OUT,
  `/**
 * Weights of the evidence that a paper introduces a name. Made by training/introductions/fit.ts from ${papers.length} marked abstracts,
 * penalty ${PENALTY}; in ${FOLDS} folds: ${figures}. Not to be edited.
 */
const FITTED = {
${lines.join('\n').replace(/"([A-Za-z]+)":/g, '$1:').replaceAll('"', "'")}
};

export const BIAS = ${model.bias.toFixed(2)};
export const WEIGHTS: ReadonlyMap<string, number> = new Map(Object.entries(FITTED));
`,
);
