import type { Adjacency } from '../adjacency.ts';
import type { Literature } from '../literature.ts';

export interface KeyPaperSettings {
  /** So many key papers a theme. */
  keyPapers: number;
  /** How many of them are from the last `recentYears` years at least, where there are any. */
  recentKeyPapers: number;
  recentYears: number;
  /** A paper counts as central when it is among so many of its theme. */
  mostCentral: number;
  /** What a place in the middle of the theme counts, and what the introduction of its concepts, beside being about them. */
  centralWeight: number;
  introducesWeight: number;
}

export const DEFAULT_KEY_PAPERS: KeyPaperSettings = {
  keyPapers: 8,
  recentKeyPapers: 2,
  recentYears: 3,
  mostCentral: 5,
  centralWeight: 0.5,
  introducesWeight: 0.5,
};

/** A theme's papers and what defines it. */
export interface ThemeCore {
  /** Index of the paper and its share of the theme. */
  papers: readonly { paper: number; share: number }[];
  /** Indexes of the defining concepts, with their scores above 0. */
  defining: ReadonlyMap<number, number>;
}

export interface KeyPaper {
  paper: number;
  share: number;
  /** Plain reasons, weightiest first. */
  why: string[];
}

interface Candidate {
  paper: number;
  share: number;
  /** Share of the theme times the salience of its defining concepts, each by its score. */
  about: number;
  /** Summed weight of its ties to papers of the theme. */
  central: number;
  /** Summed scores of the defining concepts that it introduces. */
  introduces: number;
}

const NAMED_CONCEPTS = 3;

/**
 * The papers to read first. Each measure is taken over its greatest in the theme:
 *
 *     about + centralWeight central + introducesWeight introduces
 *
 * and the best recent ones take the last places where none is among them. `paperTies` and `introduced` (of each paper
 * the concepts that it introduces) may be missing; what they measure is then 0.
 */
export function keyPapers(
  literature: Literature,
  core: ThemeCore,
  paperTies: Adjacency | null,
  introduced: ReadonlyMap<number, readonly number[]>,
  newestYear: number,
  settings: KeyPaperSettings,
): KeyPaper[] {
  const candidates = measured(literature, core, paperTies, introduced);
  const greatest = (of: (candidate: Candidate) => number): number =>
    candidates.reduce((most, candidate) => Math.max(most, of(candidate)), Number.MIN_VALUE);
  const [about, central, introduces] = [
    greatest((candidate) => candidate.about),
    greatest((candidate) => candidate.central),
    greatest((candidate) => candidate.introduces),
  ];
  const score = (candidate: Candidate): number =>
    candidate.about / about +
    (settings.centralWeight * candidate.central) / central +
    (settings.introducesWeight * candidate.introduces) / introduces;
  const ranked = candidates
    .map((candidate) => ({ candidate, score: score(candidate) }))
    .sort((a, b) => b.score - a.score || a.candidate.paper - b.candidate.paper)
    .map(({ candidate }) => candidate);
  const middle = new Set(
    candidates
      .filter((candidate) => candidate.central > 0)
      .sort((a, b) => b.central - a.central || a.paper - b.paper)
      .slice(0, settings.mostCentral)
      .map(({ paper }) => paper),
  );
  const isRecent = ({ paper }: Candidate): boolean => {
    const { year } = literature.papers[paper]!;
    return year !== null && year > newestYear - settings.recentYears;
  };
  return withRecent(ranked, isRecent, settings).map((candidate) => ({
    paper: candidate.paper,
    share: candidate.share,
    why: reasons(literature, core, candidate, introduced, {
      central: middle.has(candidate.paper),
      recent: isRecent(candidate),
    }),
  }));
}

function measured(
  { graph }: Literature,
  { papers, defining }: ThemeCore,
  paperTies: Adjacency | null,
  introduced: ReadonlyMap<number, readonly number[]>,
): Candidate[] {
  const { start, column, weight } = graph.byPaper;
  const inTheme = new Set(papers.map(({ paper }) => paper));
  return papers.map(({ paper, share }) => {
    let about = 0;
    for (let i = start[paper]!; i < start[paper + 1]!; i++) {
      about += (defining.get(column[i]!) ?? 0) * weight[i]!;
    }
    let central = 0;
    if (paperTies) {
      for (let i = paperTies.start[paper]!; i < paperTies.start[paper + 1]!; i++) {
        if (inTheme.has(paperTies.column[i]!)) central += paperTies.weight[i]!;
      }
    }
    const introduces = (introduced.get(paper) ?? []).reduce(
      (sum, concept) => sum + (defining.get(concept) ?? 0),
      0,
    );
    return { paper, share, about: about * share, central, introduces };
  });
}

/** The best, of which the last give way to the best recent ones. */
function withRecent(
  ranked: readonly Candidate[],
  isRecent: (candidate: Candidate) => boolean,
  { keyPapers, recentKeyPapers }: KeyPaperSettings,
): Candidate[] {
  const best = ranked.slice(0, keyPapers);
  const missing = Math.max(0, recentKeyPapers - best.filter(isRecent).length);
  const recent = ranked.slice(keyPapers).filter(isRecent).slice(0, missing);
  if (recent.length === 0) return best;
  const free = Math.max(0, keyPapers - best.length);
  const older = best.filter((candidate) => !isRecent(candidate));
  const gone = new Set(older.slice(Math.max(0, older.length - (recent.length - free))));
  return [...best.filter((candidate) => !gone.has(candidate)), ...recent];
}

function reasons(
  { graph, papers }: Literature,
  { defining }: ThemeCore,
  { paper, share }: Candidate,
  introduced: ReadonlyMap<number, readonly number[]>,
  { central, recent }: { central: boolean; recent: boolean },
): string[] {
  const { start, column, weight } = graph.byPaper;
  const name = (concept: number): string => graph.concepts[concept]!.name;
  const spoken = Array.from({ length: start[paper + 1]! - start[paper]! }, (_, i) => start[paper]! + i)
    .map((i) => ({ concept: column[i]!, counts: weight[i]! * (defining.get(column[i]!) ?? 0) }))
    .filter(({ counts }) => counts > 0)
    .sort((a, b) => b.counts - a.counts || a.concept - b.concept)
    .slice(0, NAMED_CONCEPTS);
  const brought = (introduced.get(paper) ?? [])
    .filter((concept) => defining.has(concept))
    .sort((a, b) => defining.get(b)! - defining.get(a)! || a - b)
    .slice(0, NAMED_CONCEPTS);
  return [
    ...(brought.length > 0 ? [`introduces ${brought.map(name).join(', ')}`] : []),
    ...(spoken.length > 0 ? [`about ${spoken.map(({ concept }) => name(concept)).join(', ')}`] : []),
    ...(central ? ['shares most with the other papers of the theme'] : []),
    `${Math.round(100 * share)} % of it is this theme`,
    ...(recent ? [`recent (${papers[paper]!.year})`] : []),
  ];
}
