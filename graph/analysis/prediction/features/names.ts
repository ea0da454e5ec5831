import { CONCEPT_KINDS } from '../../../schema.ts';
import { type Incidence, incidenceOf, rowLength, transpose } from '../../incidence.ts';
import type { ConceptFacts } from '../../paper-concept-graph.ts';
import type { FeatureGroup } from '../feature-group.ts';
import type { Snapshot } from '../snapshot.ts';
import { Numbering } from './numbering.ts';
import { sharedSums } from './shared.ts';
import { type KnownWords, plainWords } from './words.ts';

/**
 * What the names say: words in common (of the shorter name's), the kinds of the two, and in how many papers of the one
 * all words of the other's name stand somewhere, both ways summed; and how many papers have the words of both against chance.
 */
export function nameFeatures(
  snapshot: Snapshot,
  concepts: readonly ConceptFacts[],
  paperWords: KnownWords,
): FeatureGroup {
  const own = Array.from(snapshot.concepts, (concept) => concepts[concept]!);
  const { rows, columns } = wordsOfNames(own);
  const shared = sharedSums(rows, columns);
  const kinds = Uint8Array.from(own, ({ kind }) => CONCEPT_KINDS.indexOf(kind));
  const told = papersWithName(own, snapshot, paperWords);
  const withName = sharedBothWays(told, snapshot);
  const together = sharedSums(told, snapshot.years.length);
  return {
    names: ['nameWords', 'kinds', 'named', 'namedTogether'],
    fill: ({ a, others, count }, out) => {
      const words = shared(a, a);
      const named = withName(a);
      const both = together(a, a);
      for (let i = 0; i < count; i++) {
        const b = others[i]!;
        const least = Math.max(1, Math.min(rowLength(rows, a), rowLength(rows, b)));
        const [low, high] = [Math.min(kinds[a]!, kinds[b]!), Math.max(kinds[a]!, kinds[b]!)];
        out[0]![i] = words[b]! / least;
        out[1]![i] = low * CONCEPT_KINDS.length + high;
        out[2]![i] = Math.log1p(named[b]!);
        const chance = (rowLength(told, a) * rowLength(told, b)) / snapshot.years.length;
        out[3]![i] = Math.log((both[b]! + 0.5) / (chance + 0.5));
      }
    },
  };
}

function wordsOfNames(own: readonly ConceptFacts[]): { rows: Incidence; columns: number } {
  const numbers = new Numbering();
  const row: number[] = [];
  const column: number[] = [];
  own.forEach(({ name }, concept) => {
    for (const word of plainWords(name)) {
      const number = numbers.add(word);
      row.push(concept);
      column.push(number);
    }
  });
  const weight = new Uint8Array(row.length).fill(1);
  return { rows: incidenceOf(own.length, numbers.size, row, column, weight), columns: numbers.size };
}

/** Rows: concepts. Columns: papers in which all words of the name stand; none for names without a word. */
function papersWithName(
  own: readonly ConceptFacts[],
  snapshot: Snapshot,
  { words, ofPaper, papers }: KnownWords,
): Incidence {
  const byRarest = new Map<number, { concept: number; words: number[] }[]>();
  own.forEach(({ name }, concept) => {
    const numbers = plainWords(name).map((word) => words.get(word) ?? -1);
    if (numbers.length === 0 || numbers.includes(-1)) return;
    const rarest = numbers.reduce((least, word) => (papers[word]! < papers[least]! ? word : least));
    const list = byRarest.get(rarest);
    const one = { concept, words: numbers };
    if (list) list.push(one);
    else byRarest.set(rarest, [one]);
  });
  const row: number[] = [];
  const column: number[] = [];
  ofPaper.forEach((found, paper) => {
    const there = new Set(found);
    for (const word of found) {
      for (const { concept, words: needed } of byRarest.get(word) ?? []) {
        if (!needed.every((one) => there.has(one))) continue;
        row.push(concept);
        column.push(paper);
      }
    }
  });
  const weight = new Uint8Array(row.length).fill(1);
  return incidenceOf(own.length, snapshot.years.length, row, column, weight);
}

/** Papers of one in which the other's name stands, both ways. */
function sharedBothWays(named: Incidence, { byConcept, byPaper }: Snapshot): (a: number) => Float64Array {
  const concepts = named.start.length - 1;
  const namedIn = transpose(named, byPaper.start.length - 1);
  const sums = new Float64Array(concepts);
  const walk = (from: Incidence, to: Incidence, a: number): void => {
    for (let i = from.start[a]!; i < from.start[a + 1]!; i++) {
      const paper = from.column[i]!;
      for (let j = to.start[paper]!; j < to.start[paper + 1]!; j++) sums[to.column[j]!]! += 1;
    }
  };
  return (a) => {
    sums.fill(0);
    walk(named, byPaper, a);
    walk(byConcept, namedIn, a);
    return sums;
  };
}
