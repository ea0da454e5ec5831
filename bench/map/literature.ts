/** A made-up view of any size for the map: topics on a sunflower, papers and concepts around them, five links a node. */
import { seededRandom } from '../../graph/analysis/random.ts';
import type { DrawnKind, EdgeType, GraphView } from '../../graph/contract.ts';

const KINDS: readonly DrawnKind[] = [
  'Paper',
  'Paper',
  'Method',
  'Task',
  'Term',
  'Model',
  'Dataset',
  'Metric',
];
const LINKS_PER_NODE = 5;
const NODES_PER_TOPIC = 160;
const MOST_TOPICS = 30;
/** Share of the links that lead out of their topic. */
const OUTWARD = 0.12;
const GOLDEN_ANGLE = 2.399963;

export function literature(number: number, seed: number): GraphView {
  const random = seededRandom(seed);
  const topics = Math.max(4, Math.min(MOST_TOPICS, Math.round(number / NODES_PER_TOPIC)));
  const middle = (topic: number) => {
    const radius = 140 * Math.sqrt(topic + 0.5);
    return [radius * Math.cos(topic * GOLDEN_ANGLE), radius * Math.sin(topic * GOLDEN_ANGLE)] as const;
  };
  const rows = Array.from({ length: number }, (_, i) => {
    const theme = i % topics;
    const [x, y] = middle(theme);
    const radius = 110 * Math.sqrt(random());
    const angle = 2 * Math.PI * random();
    const kind = KINDS[Math.floor(random() * KINDS.length)]!;
    const label =
      kind === 'Paper' ? `A study of problem ${i} and what became of it in practice` : `some concept ${i}`;
    return {
      kind,
      label,
      theme,
      x: x + radius * Math.cos(angle),
      y: y + radius * Math.sin(angle),
      weight: 1 / (0.02 + random()),
      year: 1990 + Math.floor(random() * 36),
    };
  });
  const source: number[] = [];
  const target: number[] = [];
  const type: EdgeType[] = [];
  for (let i = 0; i < number * LINKS_PER_NODE; i++) {
    const from = Math.floor(random() * number);
    const inside = from - (from % topics) + topics * Math.floor(random() * 40 - 20) + (from % topics);
    const to = random() < OUTWARD ? Math.floor(random() * number) : Math.min(number - 1, Math.abs(inside));
    if (from === to) continue;
    source.push(from);
    target.push(to);
    type.push(i % 3 === 0 ? 'CO_OCCURS' : 'MENTIONS');
  }
  return {
    nodes: {
      id: rows.map((_, i) => `n${i}`),
      kind: rows.map(({ kind }) => kind),
      label: rows.map(({ label }) => label),
      x: rows.map(({ x }) => x),
      y: rows.map(({ y }) => y),
      theme: rows.map(({ theme }) => theme),
      weight: rows.map(({ weight }) => weight),
      year: rows.map(({ year }) => year),
      ambiguity: rows.map(() => random()),
      betweenness: rows.map(() => random() ** 4),
      fresh: rows.map(() => false),
    },
    edges: { source, target, type, weight: source.map(() => random()) },
    themes: Array.from({ length: topics }, (_, topic) => ({
      id: `t${topic}`,
      label: `topic number ${topic}, its concept, and another`,
      level: 0,
      size: NODES_PER_TOPIC,
      paperCount: NODES_PER_TOPIC,
      colour: topic,
      topConcepts: [],
      parent: null,
      stability: 0.8,
    })),
    themeLinks: Array.from({ length: topics * 4 }, () => ({
      source: Math.floor(random() * topics),
      target: Math.floor(random() * topics),
      weight: random(),
    })),
    shown: { nodes: number, of: number, cap: number, most: 20_000 },
    years: [],
    cypher: { text: '', parameters: {} },
  };
}
