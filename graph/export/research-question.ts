import type { Gap, NodeRef } from '../analysis/gaps/gap.ts';
import type { ConceptKind } from '../schema.ts';

/** Names a node as a reader knows it. */
export type NameOf = (ref: NodeRef) => string;
/** What a concept is; null where that isn't known. */
export type KindOf = (ref: NodeRef) => ConceptKind | null;

/** What of a gap its question is made of. */
export type AskedGap = Pick<
  Gap,
  'kind' | 'between' | 'observed' | 'expected' | 'measures' | 'evidenceFor' | 'bridges'
>;

const NAMED_BRIDGES = 3;

/** The gap as a research question, by template, with the figures that it rests on: plain text. */
export function researchQuestion(gap: AskedGap, nameOf: NameOf, kindOf: KindOf = () => null): string {
  const names = gap.between.map(nameOf);
  const [a = '?', b = '?'] = names;
  switch (gap.kind) {
    case 'themePair':
      return (
        `What could “${a}” and “${b}” bring to each other? Their papers use related words` +
        `${aside('cosine', gap.measures.relatedness)}, yet the links between them weigh ${figure(gap.observed)}, where ` +
        `their sizes alone would give ${figure(gap.expected)}: fewer than other pairs of their size have.`
      );
    case 'conceptPair':
      return (
        `What would come of bringing ${a} and ${b} together? ${nobody(gap)}${isLearned(gap) ? LEARNED : ''}` +
        `${through(gap, nameOf)}.`
      );
    case 'cell':
      return `${cellQuestion(gap, names, kindOf)} ${countsOf(gap, names)}`;
    case 'broker':
      return (
        `What else could cross at ${a}? It holds together themes that little else joins` +
        `${aside('participation', gap.measures.participation)}${through(gap, nameOf)}.`
      );
    case 'question':
      return questionOf(gap, nameOf);
    case 'risingPair':
      return (
        `Both ${a} and ${b} are rising: would they help each other? ${nobody(gap)}` +
        `${growthOf(gap)}${through(gap, nameOf)}.`
      );
  }
}

const LEARNED = '; pairs like this one came together in earlier years more often than others as popular';

/** Where nothing could be learned from earlier years, no family of features adds anything. */
const isLearned = ({ measures }: AskedGap): boolean =>
  Object.keys(measures).some((name) => name.startsWith('adds:'));

function cellQuestion({ between }: AskedGap, [a = '?', b = '?']: readonly string[], kindOf: KindOf): string {
  const [row, column] = between.map(kindOf);
  const isMethod = row === 'Method' || row === 'Model';
  if (isMethod && column === 'Task') return `Does ${a} help with ${b}?`;
  if (isMethod && column === 'Dataset') return `How well does ${a} do on ${b}?`;
  if (row === 'Task' && column === 'Dataset') return `What can ${b} tell about ${a}?`;
  return `What would come of bringing ${a} and ${b} together?`;
}

function countsOf(gap: AskedGap, [a = '?', b = '?']: readonly string[]): string {
  const { papersOfRow, papersOfColumn } = gap.measures;
  const counted =
    papersOfRow === undefined || papersOfColumn === undefined
      ? ''
      : `${papers(papersOfRow)} of ${a} and ${papersOfColumn} of ${b}; `;
  const both =
    gap.observed === 0 ? 'none has both' : `${gap.observed} ${gap.observed === 1 ? 'has' : 'have'} both`;
  return capital(`${counted}${both}, where ${figure(gap.expected)} would be expected by chance alone.`);
}

function questionOf({ between, evidenceFor, measures }: AskedGap, nameOf: NameOf): string {
  const sentence = evidenceFor[0]?.text ?? '';
  const [paper] = between;
  const from =
    paper?.label === 'Paper'
      ? `“${nameOf(paper)}”${measures.year ? ` (${measures.year})` : ''}`
      : 'An abstract';
  const later = measures.laterPapers ?? 0;
  // Of the newest year: nothing can be later.
  if (measures.recency === 1) return `Is this answered by now? ${from} states: ${sentence}`;
  const since =
    later === 0
      ? 'no later paper here speaks of the same concepts'
      : `${later} later ${later === 1 ? 'paper speaks' : 'papers speak'} of the same concepts and may answer it`;
  return `Is this answered by now? ${from} states: ${sentence} As far as can be seen, ${since}.`;
}

/** "No paper here has both, where E would be expected by chance alone", as far as it is known. */
function nobody({ observed, expected }: AskedGap): string {
  const both =
    observed === null || observed === 0
      ? 'No paper here has both'
      : `Only ${papers(observed)} here have both`;
  return expected === null ? both : `${both}, where ${figure(expected)} would be expected by chance alone`;
}

function growthOf({ measures: { growthA, growthB } }: AskedGap): string {
  if (growthA === undefined || growthB === undefined) return '';
  return `; their shares of papers grew ${figure(growthA)} and ${figure(growthB)} times of late`;
}

function through({ bridges, between }: AskedGap, nameOf: NameOf): string {
  const names = bridges
    .filter(({ ref }) => ref.label === 'Concept' && !between.some(({ id }) => id === ref.id))
    .map(({ ref }) => nameOf(ref));
  const few = [...new Set(names)].slice(0, NAMED_BRIDGES);
  return few.length === 0 ? '' : `; between them stand ${few.join(', ')}`;
}

const aside = (name: string, value: number | undefined): string =>
  value === undefined ? '' : ` (${name} ${figure(value)})`;

const papers = (count: number): string => `${count} ${count === 1 ? 'paper' : 'papers'}`;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Two digits that mean something, so that nothing looks more exact than it is. */
function figure(value: number | null): string {
  if (value === null) return 'an unknown number';
  return Math.abs(value) >= 100 ? String(Math.round(value)) : String(Number(value.toPrecision(2)));
}
