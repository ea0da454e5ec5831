import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { addCounts, emptyCounts, ratesOf } from './counts.ts';
import { isTypedKind, mapKind } from './kinds.ts';
import { countExact, countTyped, type TypedSpan } from './spans.ts';

const markLine = z.object({
  id: z.string(),
  entities: z.array(z.tuple([z.int(), z.int(), z.string()])),
});

/** F1 in percent between two readers of the same abstracts, none of whom saw the other's marks. */
export interface ReaderAgreement {
  /** Abstracts that were marked, and spans in them. */
  documents: number;
  spans: number;
  readTwice: number;
  exact: number;
  /** The four kinds over which extractors are measured. */
  typed: number;
  /** All six. */
  withKind: number;
}

function readMarks(path: string): Map<string, TypedSpan[]> {
  const lines = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');
  return new Map(
    lines.map((line) => {
      const { id, entities } = markLine.parse(JSON.parse(line));
      return [id, entities.map(([start, end, kind]) => ({ start, end, type: mapKind(kind) }))];
    }),
  );
}

/**
 * Compares `second-reader.jsonl` with the batches of marks in a folder.
 * @throws ZodError, SyntaxError where a file isn't one of marks; Error where nothing was read twice.
 */
export function agreementOfReaders(folder: string): ReaderAgreement {
  const batches = readdirSync(folder).filter((name) => /^batch-\d+\.jsonl$/.test(name));
  const first = new Map(batches.flatMap((name) => [...readMarks(join(folder, name))]));
  const second = readMarks(join(folder, 'second-reader.jsonl'));
  const sums = { exact: emptyCounts(), typed: emptyCounts(), withKind: emptyCounts() };
  let readTwice = 0;
  for (const [id, ours] of second) {
    const theirs = first.get(id);
    if (!theirs) continue;
    const fourOf = (spans: readonly TypedSpan[]) => spans.filter(({ type }) => isTypedKind(type ?? ''));
    readTwice++;
    addCounts(sums.exact, countExact(ours, theirs));
    addCounts(sums.typed, countTyped(fourOf(ours), fourOf(theirs)));
    addCounts(sums.withKind, countTyped(ours, theirs));
  }
  if (readTwice === 0) throw new Error(`no abstract in ${folder} was read twice`);
  return {
    documents: first.size,
    spans: [...first.values()].reduce((sum, spans) => sum + spans.length, 0),
    readTwice,
    exact: ratesOf(sums.exact).f1,
    typed: ratesOf(sums.typed).f1,
    withKind: ratesOf(sums.withKind).f1,
  };
}
