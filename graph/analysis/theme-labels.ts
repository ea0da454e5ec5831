import { isGenericName } from './generic-words.ts';
import { rowCount } from './incidence.ts';
import type { PaperConceptGraph } from './paper-concept-graph.ts';
import type { ThemeMembership } from './theme-membership.ts';
import { contentWords, isBareAcronym, isShortFor, saysTheSame } from './words.ts';

export interface LabelSettings {
  /** A label names so many concepts at most; two at least, where the theme has two to name. */
  maxConcepts: number;
  /** A third or fourth concept is named only while the label stays within so many characters. */
  maxCharacters: number;
  /** How many telling concepts to list beside the label. */
  topConcepts: number;
}

export const DEFAULT_LABELS: LabelSettings = { maxConcepts: 3, maxCharacters: 60, topConcepts: 10 };

export interface ThemeLabel {
  label: string;
  /** Indexes of the most telling concepts, most telling first. */
  topConcepts: number[];
}

const LEAST_CONCEPTS = 2;

/** How much the form of a name counts: one that a reader understands at once goes before a code. */
const FORM = { words: 1.3, oneWord: 0.8, acronym: 0.5, long: 0.7, metric: 0.6 } as const;
const LONG_NAME_WORDS = 4;

/**
 * Names each theme by its most telling concepts. A concept c tells of theme t by class-based TF-IDF
 * (Grootendorst 2022), f_tc ln(1 + A / f_c), where f_tc is the salience of c in the papers of t, each by its
 * share of t; f_c that sum over all themes; A the mean of all f over the themes. It is then weighted by the
 * part of c that lies in t (f_tc / f_c) and by the form of its name. In a label no word stands twice, no
 * concept is made of generic words only, and no abbreviation stands beside its long form.
 */
export function labelThemes(
  graph: PaperConceptGraph,
  membership: ThemeMembership,
  themes: number,
  settings: LabelSettings = DEFAULT_LABELS,
): ThemeLabel[] {
  const telling = tellingConcepts(graph, membership, themes);
  const taken = new Set<string>();
  return telling.map((concepts) => {
    const names = concepts.map((concept) => graph.concepts[concept]!.name);
    const chosen = chooseNames(
      names.filter((name) => !isGenericName(contentWords(name))),
      settings,
    );
    const label = sentenceCase((chosen.length > 0 ? chosen : names.slice(0, LEAST_CONCEPTS)).join(', '));
    const unique = taken.has(label)
      ? sentenceCase(names.slice(0, settings.maxConcepts + 1).join(', '))
      : label;
    taken.add(unique);
    return { label: unique, topConcepts: concepts.slice(0, settings.topConcepts) };
  });
}

/** The concepts that shaped each theme, most telling first. */
function tellingConcepts(graph: PaperConceptGraph, membership: ThemeMembership, themes: number): number[][] {
  const scored = tellingScores(graph, membership, themes).map(
    (score, concept) => score * formWeight(graph, concept),
  );
  const members = Array.from({ length: themes }, (): number[] => []);
  membership.ofConcept.forEach((of, concept) => {
    if (of?.shapes) members[of.theme]!.push(concept);
  });
  for (const concepts of members) concepts.sort((a, b) => scored[b]! - scored[a]! || a - b);
  return members;
}

/** How much each concept tells of its own theme, whatever its name looks like; 0 without a theme. */
export function tellingScores(
  graph: PaperConceptGraph,
  membership: ThemeMembership,
  themes: number,
): Float64Array {
  const inTheme = new Float64Array(graph.concepts.length);
  const everywhere = new Float64Array(graph.concepts.length);
  let total = 0;
  for (let paper = 0; paper < rowCount(graph.byPaper); paper++) {
    for (const { theme, share } of membership.ofPaper[paper]!) {
      for (let i = graph.byPaper.start[paper]!; i < graph.byPaper.start[paper + 1]!; i++) {
        const concept = graph.byPaper.column[i]!;
        const weight = share * graph.byPaper.weight[i]!;
        everywhere[concept]! += weight;
        total += weight;
        if (membership.ofConcept[concept]?.theme === theme) inTheme[concept]! += weight;
      }
    }
  }
  const mean = total / Math.max(1, themes);
  return inTheme.map((own, concept) => {
    const all = everywhere[concept]!;
    return all === 0 ? 0 : own * Math.log1p(mean / all) * (own / all);
  });
}

function formWeight(graph: PaperConceptGraph, concept: number): number {
  const { name, kind } = graph.concepts[concept]!;
  const words = name.split(/[\s-]+/).length;
  const ofKind = kind === 'Metric' ? FORM.metric : 1;
  if (isBareAcronym(name)) return FORM.acronym * ofKind;
  if (words > LONG_NAME_WORDS) return FORM.long * ofKind;
  return (words > 1 ? FORM.words : FORM.oneWord) * ofKind;
}

function chooseNames(names: readonly string[], settings: LabelSettings): string[] {
  const chosen: string[] = [];
  for (const name of names) {
    if (chosen.length === settings.maxConcepts) break;
    if (chosen.some((other) => repeats(name, other))) continue;
    const length = [...chosen, name].join(', ').length;
    if (chosen.length >= LEAST_CONCEPTS && length > settings.maxCharacters) continue;
    chosen.push(name);
  }
  return chosen;
}

function repeats(a: string, b: string): boolean {
  const words = contentWords(b);
  return (
    holdsShortForm(a, b) ||
    holdsShortForm(b, a) ||
    contentWords(a).some((word) => words.some((other) => saysTheSame(word, other)))
  );
}

function holdsShortForm(name: string, long: string): boolean {
  return name.split(/\s+/).some((word) => isBareAcronym(word) && isShortFor(word, long));
}

/** A capital in front, unless the first word has its own way of writing (`mRNA`). */
function sentenceCase(text: string): string {
  const [first = ''] = text.split(/[\s,]/);
  return first === first.toLowerCase() ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}
