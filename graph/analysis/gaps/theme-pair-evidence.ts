import type { Literature } from '../literature.ts';
import type { Evidence } from './gap.ts';
import { chance, count, evidence, figure, paperRef, quoted } from './phrases.ts';
import { sharedWords, type TextCentroids } from './text-centroids.ts';
import type { ThemePair } from './theme-pair-table.ts';

/** What is known about all themes and pairs, to speak of one pair. */
export interface ThemePairFindings {
  literature: Literature;
  settings: {
    maxExamples: number;
    recentYears: number;
    fewPapers: number;
    lowStability: number;
    significance: number;
  };
  labels: readonly string[];
  texts: TextCentroids;
  leastRelatedness: number;
  /** Indexes of each theme's papers. */
  papersIn: readonly (readonly number[])[];
  /** Null where no paper has a year. */
  lastYear: number | null;
  /** Each theme's papers of the recent years. */
  recent: readonly number[];
  stability: Float64Array | null;
  /** Papers that belong to both, what chance would give, and the tail's p, plain and adjusted (q). */
  joining: (pair: ThemePair) => { observed: number; expected: number; p: number; q: number };
}

/** Above this, a pair's texts are clearly more related than had to be. */
const CLEARLY = 1.25;

export function forThemePair(findings: ThemePairFindings, pair: ThemePair): Evidence[] {
  const { labels, texts, settings, joining, recent, lastYear, leastRelatedness } = findings;
  const { a, b } = pair;
  const papers = joining(pair);
  const words = sharedWords(texts, a, b, settings.maxExamples);
  const cosine = pair.relatedness ?? 0;
  const list = [
    evidence(
      `The links between the two weigh ${figure(pair.observed)} papers, where the sizes of the two alone would give ` +
        `${figure(pair.expected)}; pairs of that size usually have ${times(2 ** (pair.score ?? 0))} as much.`,
    ),
    evidence(
      `Their texts are related (cosine ${figure(cosine)}, at least ${figure(leastRelatedness)} asked for)` +
        `${words.length > 0 ? `; both speak of ${words.map(quoted).join(', ')}` : ''}.`,
    ),
  ];
  if (papers.q <= settings.significance) {
    list.push(
      evidence(
        `${count(papers.observed, 'paper')} belong to both, where chance would give ${figure(papers.expected)} ` +
          `(p ${chance(papers.p)}, ${chance(papers.q)} adjusted for the number of pairs).`,
      ),
    );
  }
  if (lastYear !== null && recent[a]! > 0 && recent[b]! > 0) {
    list.push(
      evidence(
        `Both are active: since ${lastYear - settings.recentYears + 1}, ${count(recent[a]!, 'paper')} in ` +
          `${quoted(labels[a]!)} and ${count(recent[b]!, 'paper')} in ${quoted(labels[b]!)}.`,
      ),
    );
  }
  return list;
}

export function againstThemePair(findings: ThemePairFindings, pair: ThemePair): Evidence[] {
  const { literature, labels, settings, papersIn, joining, recent, lastYear, stability } = findings;
  const papers = joining(pair);
  const list: Evidence[] = [];
  if (papers.observed > 0) {
    const others = new Set(papersIn[pair.b]!);
    const both = papersIn[pair.a]!.filter((paper) => others.has(paper)).slice(0, settings.maxExamples);
    list.push(
      evidence(
        papers.observed === 1
          ? '1 paper joins them already.'
          : `${count(papers.observed, 'paper')} join them already.`,
        both.map((paper) => paperRef(literature.graph.paperIds[paper]!)),
      ),
    );
  }
  if (papers.q > settings.significance) {
    list.push(
      evidence(
        `So few papers of both (${figure(papers.observed)}, with ${figure(papers.expected)} expected) could be chance: ` +
          `p ${chance(papers.p)}, ${chance(papers.q)} adjusted for the number of pairs.`,
      ),
    );
  }
  if ((pair.relatedness ?? 0) < CLEARLY * findings.leastRelatedness) {
    list.push(evidence('Their texts are hardly more related than those of the usual pair.'));
  }
  for (const theme of [pair.a, pair.b]) {
    const size = papersIn[theme]!.length;
    const name = quoted(labels[theme]!);
    if (size < settings.fewPapers) list.push(evidence(`${name} has only ${count(size, 'paper')}.`));
    if (lastYear !== null && recent[theme] === 0) {
      list.push(evidence(`${name} has no paper since ${lastYear - settings.recentYears + 1}.`));
    }
    const steady = stability?.[theme] ?? 1;
    if (steady < settings.lowStability) {
      list.push(evidence(`${name} is an unsteady theme: its stability is ${steady.toFixed(2)}.`));
    }
  }
  return list;
}

const times = (factor: number): string => `${figure(factor)} times`;
