import { readFile, writeFile } from 'node:fs/promises';
import { seededRandom } from '../../graph/analysis/random.ts';
import { SAMPLE } from './program.ts';

interface SampleRecord {
  title: string;
  abstract: string;
  year: number;
  authors: string[];
}

const SEED = 11;
const SENTENCES = 5;

/**
 * Writes a file of so many papers, each blended from sentences of several papers of the sample, without
 * identifiers: enough text of our own for a load of several transactions, no two papers alike.
 */
export async function writeBlendedCorpus(file: string, papers: number): Promise<void> {
  const records = (await readFile(SAMPLE, 'utf8'))
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as SampleRecord);
  const sentences = records.flatMap(({ abstract }) => abstract.split(/(?<=\.) (?=[A-Z])/));
  const random = seededRandom(SEED);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const blended = Array.from({ length: papers }, (_, index) => {
    const { title, year, authors } = pick(records);
    const abstract = Array.from({ length: SENTENCES }, () => pick(sentences)).join(' ');
    return { title: `${title}, study ${index + 1}`, abstract, year, authors };
  });
  await writeFile(file, blended.map((record) => `${JSON.stringify(record)}\n`).join(''));
}
