import { type Adjacency, adjacencyOf } from '../../../../graph/analysis/adjacency.ts';
import { coOccurrences } from '../../../../graph/analysis/co-occurrence.ts';
import { tieWeight } from '../../../../graph/analysis/concept-graph.ts';
import type { Literature } from '../../../../graph/analysis/literature.ts';
import { type MentionFacts, paperConceptGraph } from '../../../../graph/analysis/paper-concept-graph.ts';
import { type Random, seededRandom } from '../../../../graph/analysis/random.ts';
import { DEFAULT_SHAPING, shapingMentions } from '../../../../graph/analysis/shaping.ts';
import { type ThemeMembership, themeMembership } from '../../../../graph/analysis/theme-membership.ts';
import { shuffled } from '../graphs.ts';

export interface PlantedThemes {
  literature: Literature;
  membership: ThemeMembership;
  partition: Int32Array;
  concepts: Adjacency;
  themeIds: string[];
  labels: string[];
}

export interface PlantSettings {
  themes?: number;
  papersPerTheme?: number;
  /** Pairs of themes that no paper joins. */
  unjoined?: [number, number][];
  /** Pairs of themes whose texts share more words than others. */
  alike?: [number, number][];
  /** In which order papers and mentions come. */
  order?: number;
  seed?: number;
}

const CONCEPTS_PER_THEME = 15;
const OWN_CONCEPTS = 5;
const OTHER_CONCEPTS = 2;
const WORDS = 60;

/**
 * Themes whose papers speak of five concepts of their own and two of another theme, each other one as likely, but for
 * the pairs that are left unjoined. Every text has words of its theme, of all themes, and of the pairs alike.
 */
export function plantedThemes({
  themes = 6,
  papersPerTheme = 40,
  unjoined = [],
  alike = [],
  order = 0,
  seed = 1,
}: PlantSettings = {}): PlantedThemes {
  const random = seededRandom(seed);
  const draw = (below: number): number => Math.floor(random() * below);
  const mentions: MentionFacts[] = [];
  const texts = new Map<string, { title: string; abstract: string; year: number }>();
  const mayMeet = (a: number, b: number): boolean =>
    a !== b && !unjoined.some((pair) => pair.includes(a) && pair.includes(b));
  for (let p = 0; p < themes * papersPerTheme; p++) {
    const theme = p % themes;
    const paperId = `p${String(p).padStart(4, '0')}`;
    const others = Array.from({ length: themes }, (_, other) => other).filter((other) =>
      mayMeet(theme, other),
    );
    const other = others[draw(others.length)]!;
    const mention = (of: number): void => {
      const conceptId = idOf(of, draw(CONCEPTS_PER_THEME));
      mentions.push({ paperId, conceptId, salience: 0.5 + random() / 2 });
    };
    for (let i = 0; i < OWN_CONCEPTS; i++) mention(theme);
    for (let i = 0; i < OTHER_CONCEPTS; i++) mention(other);
    const shared = alike.flatMap((pair, i) =>
      pair.includes(theme) ? words(random, `alike${letter(i)}`, 8) : [],
    );
    const abstract = [...words(random, `theme${letter(theme)}`, 8), ...words(random, 'common', 8), ...shared];
    texts.set(paperId, { title: `On ${abstract[0]}`, abstract: abstract.join(' '), year: 2000 + (p % 20) });
  }
  const conceptFacts = Array.from({ length: themes * CONCEPTS_PER_THEME }, (_, i) => {
    const [theme, number] = [Math.floor(i / CONCEPTS_PER_THEME), i % CONCEPTS_PER_THEME];
    return {
      id: idOf(theme, number),
      name: `${word(`theme${letter(theme)}`, number)} ${word('alikea', number)}`,
      kind: 'Term' as const,
    };
  });
  const mixed = shuffled(mentions, seededRandom(order));
  const graph = paperConceptGraph(shuffled([...texts.keys()], seededRandom(order)), conceptFacts, mixed);
  const literature: Literature = {
    graph,
    papers: graph.paperIds.map((id) => ({ ...texts.get(id)!, venue: null, authors: [], keywords: [] })),
  };
  const themeOf = new Map(
    conceptFacts.map(({ id }, i): [string, number] => [id, Math.floor(i / CONCEPTS_PER_THEME)]),
  );
  const ties = coOccurrences(graph, shapingMentions(graph, DEFAULT_SHAPING));
  return {
    literature,
    membership: themeMembership(graph, themeOf, new Uint8Array(graph.concepts.length)),
    partition: Int32Array.from(graph.concepts, ({ id }) => themeOf.get(id)!),
    concepts: adjacencyOf(
      graph.concepts.length,
      ties.map((tie) => ({ source: tie.source, target: tie.target, weight: tieWeight(tie) })),
    ),
    themeIds: Array.from({ length: themes }, (_, theme) => `t${theme}`),
    labels: Array.from({ length: themes }, (_, theme) => `Theme ${theme}`),
  };
}

/** Words have no digits in them, else they would be cut there. */
const letter = (number: number): string => String.fromCharCode(97 + number);

const idOf = (theme: number, number: number): string => `c${theme}-${letter(number)}`;

function words(random: Random, stem: string, count: number): string[] {
  return Array.from({ length: count }, () => word(stem, Math.floor(random() * WORDS)));
}

const word = (stem: string, number: number): string =>
  `${stem}${letter(number % 5)}${letter(Math.floor(number / 5))}`;
