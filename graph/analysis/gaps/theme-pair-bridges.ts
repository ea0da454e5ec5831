import type { Adjacency } from '../adjacency.ts';
import { isGenericName } from '../generic-words.ts';
import { type Incidence, rowCount, rowLength } from '../incidence.ts';
import type { Literature } from '../literature.ts';
import { contentWords } from '../words.ts';
import type { Gap } from './gap.ts';
import { conceptRef, figure, paperRef, percent, quoted } from './phrases.ts';
import type { ThemePair } from './theme-pair-table.ts';

interface Candidate {
  index: number;
  ofA: number;
  ofB: number;
}

export interface BridgeInput {
  literature: Literature;
  /** As `paperSalience` gives it. */
  salience: Incidence;
  concepts: Adjacency;
  partition: Int32Array;
  labels: readonly string[];
}

/**
 * For each pair the papers that speak most of both themes by the one they speak of less, and the concepts
 * by the weaker of their ties to the two: what holds little of one is no bridge, however much it holds of the other.
 */
export function pairBridges(
  { literature, salience, concepts, partition, labels }: BridgeInput,
  pairs: readonly Pick<ThemePair, 'a' | 'b'>[],
  most: number,
): Gap['bridges'][] {
  const themes = labels.length;
  const wanted = new Map(pairs.map(({ a, b }, i) => [a * themes + b, i]));
  const papers = pairs.map((): Candidate[] => []);
  for (let paper = 0; paper < rowCount(salience); paper++) {
    const [from, to] = [salience.start[paper]!, salience.start[paper + 1]!];
    offer(
      papers,
      wanted,
      themes,
      paper,
      salience.column.subarray(from, to),
      salience.weight.subarray(from, to),
      most,
    );
  }
  const between = pairs.map((): Candidate[] => []);
  const weights = new Float64Array(themes);
  for (let concept = 0; concept < rowCount(concepts); concept++) {
    if (rowLength(concepts, concept) < 2) continue;
    weights.fill(0);
    for (let i = concepts.start[concept]!; i < concepts.start[concept + 1]!; i++) {
      const theme = partition[concepts.column[i]!]!;
      if (theme >= 0) weights[theme]! += concepts.weight[i]!;
    }
    const met = [...weights.keys()].filter((theme) => weights[theme]! > 0);
    if (met.length < 2 || isGenericName(contentWords(literature.graph.concepts[concept]!.name))) continue;
    offer(
      between,
      wanted,
      themes,
      concept,
      met,
      met.map((theme) => weights[theme]!),
      most,
    );
  }
  const total = (paper: number): number =>
    salience.weight
      .subarray(salience.start[paper]!, salience.start[paper + 1]!)
      .reduce((sum, w) => sum + w, 0);
  return pairs.map(({ a, b }, i) => [
    ...papers[i]!.map(({ index, ofA, ofB }) => ({
      ref: paperRef(literature.graph.paperIds[index]!),
      why: `${percent(ofA / total(index))} of it is about ${quoted(labels[a]!)}, ${percent(ofB / total(index))} about ${quoted(labels[b]!)}`,
    })),
    ...between[i]!.map(({ index, ofA, ofB }) => ({
      ref: conceptRef(literature.graph.concepts[index]!.id),
      why: `tied to ${quoted(labels[a]!)} with weight ${figure(ofA)}, to ${quoted(labels[b]!)} with ${figure(ofB)}`,
    })),
  ]);
}

/** Puts one paper or concept into the lists of all wanted pairs of its themes, where it is good enough. */
function offer(
  lists: Candidate[][],
  wanted: ReadonlyMap<number, number>,
  themes: number,
  index: number,
  met: ArrayLike<number>,
  weight: ArrayLike<number>,
  most: number,
): void {
  for (let i = 0; i < met.length; i++) {
    for (let j = i + 1; j < met.length; j++) {
      const pair = wanted.get(met[i]! * themes + met[j]!);
      if (pair !== undefined) insert(lists[pair]!, { index, ofA: weight[i]!, ofB: weight[j]! }, most);
    }
  }
}

/** Keeps the list sorted, best first, and short; of equal ones the lower index, which came first. */
function insert(list: Candidate[], candidate: Candidate, most: number): void {
  let at = list.length;
  while (at > 0 && isBetter(candidate, list[at - 1]!)) at--;
  if (at >= most) return;
  list.splice(at, 0, candidate);
  if (list.length > most) list.pop();
}

function isBetter(one: Candidate, other: Candidate): boolean {
  const least = Math.min(one.ofA, one.ofB) - Math.min(other.ofA, other.ofB);
  return least > 0 || (least === 0 && one.ofA + one.ofB > other.ofA + other.ofB);
}
