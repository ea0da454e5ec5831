import { describe, expect, test } from 'vitest';
import { adjacencyOf } from '../../../../graph/analysis/adjacency.ts';
import { coOccurrences } from '../../../../graph/analysis/co-occurrence.ts';
import { tieWeight } from '../../../../graph/analysis/concept-graph.ts';
import { type BrokerInput, DEFAULT_BROKERS } from '../../../../graph/analysis/gaps/broker.ts';
import { brokerGaps } from '../../../../graph/analysis/gaps/brokers.ts';
import { percentileRanks } from '../../../../graph/analysis/measures/percentile-ranks.ts';
import { type MentionFacts, paperConceptGraph } from '../../../../graph/analysis/paper-concept-graph.ts';
import { seededRandom } from '../../../../graph/analysis/random.ts';
import { DEFAULT_SHAPING, shapingMentions } from '../../../../graph/analysis/shaping.ts';
import { conceptIndex, shuffled } from '../graphs.ts';

const THEMES = 4;
const PER_THEME = 12;
const BRIDGE = 'c0-bridge';
const BROKER_PAPER = 'p-broker';

/**
 * Themes that hardly meet: one paper in seven has a concept of another theme. But `c0-bridge` of theme 0 is in every
 * fourth paper of the themes 0 and 1, and one paper speaks of all themes alike.
 */
function hardlyJoined(seed: number, order = 0): BrokerInput {
  const random = seededRandom(seed);
  const draw = (below: number): number => Math.floor(random() * below);
  const mentions: MentionFacts[] = [];
  const paperIds = [BROKER_PAPER];
  const mention = (paperId: string, conceptId: string): void => {
    mentions.push({ paperId, conceptId, salience: 0.5 });
  };
  const conceptOf = (theme: number): string => `c${theme}-${draw(PER_THEME)}`;
  for (let theme = 0; theme < THEMES; theme++) {
    for (let i = 0; i < 3; i++) mention(BROKER_PAPER, `c${theme}-${i}`);
    for (let p = 0; p < 40; p++) {
      const paperId = `p${theme}-${p}`;
      paperIds.push(paperId);
      for (let i = 0; i < 7; i++) mention(paperId, conceptOf(theme));
      if (theme < 2 && p % 4 === 0) mention(paperId, BRIDGE);
      if (p % 7 === 0) mention(paperId, conceptOf((theme + 1 + draw(THEMES - 1)) % THEMES));
    }
  }
  const ids = [...new Set(mentions.map(({ conceptId }) => conceptId))];
  const graph = paperConceptGraph(
    paperIds,
    ids.map((id) => ({ id, name: `notion ${id}`, kind: 'Term' as const })),
    shuffled(mentions, seededRandom(order)),
  );
  const ties = coOccurrences(graph, shapingMentions(graph, DEFAULT_SHAPING));
  const noText = { title: null, abstract: null, year: null, venue: null, authors: [], keywords: [] };
  return {
    literature: { graph, papers: graph.paperIds.map(() => noText) },
    partition: Int32Array.from(graph.concepts, ({ id }) => Number(id.charAt(1))),
    concepts: adjacencyOf(
      graph.concepts.length,
      ties.map((tie) => ({ source: tie.source, target: tie.target, weight: tieWeight(tie) })),
    ),
    themeIds: Array.from({ length: THEMES }, (_, theme) => `t${theme}`),
    labels: Array.from({ length: THEMES }, (_, theme) => `Theme ${theme}`),
  };
}

/** In so small a corpus even two papers with both are a chance meeting. */
const SETTINGS = { ...DEFAULT_BROKERS, togetherGrowth: 0.25 };

const listOf = (input: BrokerInput, settings = SETTINGS) => brokerGaps(input, seededRandom(1), settings);
const firstOf = (input: BrokerInput, label: string) =>
  listOf(input).gaps.find(({ between }) => between[0]!.label === label)!;
const say = (side: readonly { text: string }[]): string => side.map(({ text }) => text).join('\n');

describe('planted brokers', () => {
  test.each([1, 2, 3, 4, 5])('the concept between two themes is the first concept (seed %d)', (seed) => {
    expect(firstOf(hardlyJoined(seed), 'Concept').between).toEqual([{ label: 'Concept', id: BRIDGE }]);
  });

  test.each([1, 2, 3, 4, 5])('the paper of all themes is the first paper (seed %d)', (seed) => {
    expect(firstOf(hardlyJoined(seed), 'Paper').between).toEqual([{ label: 'Paper', id: BROKER_PAPER }]);
  });

  test('neither the order of mentions nor a second run changes anything', () => {
    const list = listOf(hardlyJoined(1));
    expect(listOf(hardlyJoined(1, 5))).toEqual(list);
    expect(list.gaps.map(({ score }) => score)).toEqual(
      list.gaps.map(({ score }) => score).toSorted((a, b) => b - a),
    );
  });
});

describe('what is said of a broker', () => {
  const input = hardlyJoined(1);

  test('of a concept: the themes it joins, and its strongest tie in each', () => {
    const { evidenceFor, bridges, measures } = firstOf(input, 'Concept');
    expect(say(evidenceFor)).toMatch(
      /The weight of its ties goes to “Theme [01]” \(\d+ %\), “Theme [01]” \(\d+ %\)/,
    );
    expect(say(evidenceFor)).toContain('constraint');
    expect(say(evidenceFor)).toContain('Of the shortest paths');
    expect(
      bridges
        .slice(0, 2)
        .map(({ ref }) => ref.id.slice(0, 2))
        .sort(),
    ).toEqual(['c0', 'c1']);
    expect(measures.participation).toBeGreaterThan(0.4);
    expect(measures.papers).toBe(20);
  });

  test('of a paper: its shares, what it alone makes of a link, and its concepts', () => {
    const { evidenceFor, bridges, measures } = firstOf(input, 'Paper');
    expect(say(evidenceFor)).toContain('participation 0.75');
    expect(say(evidenceFor)).toMatch(/It alone makes [\d.]+ % of all that links “Theme/);
    expect(bridges.map(({ ref }) => ref.id.slice(0, 2)).sort()).toEqual(['c0', 'c1', 'c2', 'c3']);
    expect(measures.concepts).toBe(12);
  });

  test('against them: an unsure theme, and few papers', () => {
    const { graph } = input.literature;
    const ambiguity = new Float64Array(graph.concepts.length).fill(0.9);
    const unsure = { ...input, ambiguity };
    expect(say(firstOf(unsure, 'Concept').evidenceAgainst)).toContain(
      'Its own theme is unsure (ambiguity 0.9 of 1)',
    );
    expect(say(firstOf(unsure, 'Paper').evidenceAgainst)).toContain(
      'The theme of 12 of its 12 concepts is unsure',
    );
    expect(say(firstOf(input, 'Concept').evidenceAgainst)).not.toContain('unsure');
    const [few] = listOf(input, { ...SETTINGS, fewPapers: 30, maxPapers: 0 }).gaps;
    expect(say(few!.evidenceAgainst)).toContain('Only 20 papers have it.');
  });
});

test('few ties, few concepts and broad concepts are left out, and counted', () => {
  const input = hardlyJoined(1);
  const { gaps, considered, excluded } = listOf(input, {
    ...SETTINGS,
    minTies: 1000,
    minPaperConcepts: 100,
  });
  expect(gaps).toEqual([]);
  expect(considered).toBe(0);
  expect(excluded.map(({ count }) => count)).toEqual([
    input.literature.graph.concepts.length,
    input.literature.graph.paperIds.length,
  ]);
  const strict = listOf(input, { ...SETTINGS, minSpecificity: 1.5 });
  expect(strict.gaps.map(({ between }) => between[0]!.id)).not.toContain(BRIDGE);
  expect(conceptIndex(input.literature.graph, BRIDGE)).toBeGreaterThanOrEqual(0);
});

test('percentile ranks share the places of equal values', () => {
  expect([...percentileRanks([30, 10, 20])]).toEqual([1, 0, 0.5]);
  expect([...percentileRanks([5, 1, 5, 9])]).toEqual([0.5, 0, 0.5, 1]);
  expect([...percentileRanks([7])]).toEqual([1]);
  expect([...percentileRanks([])]).toEqual([]);
});
