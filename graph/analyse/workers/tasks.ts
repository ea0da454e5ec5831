import { type CommunityRuns, runInThread } from '../../analysis/communities/run-once.ts';
import type { Tick } from '../../analysis/force-atlas.ts';
import { type ConceptPairSettings, conceptPairGaps } from '../../analysis/gaps/concept-pairs.ts';
import type { GapList } from '../../analysis/gaps/gap.ts';
import { type PaperQuestion, statedQuestions } from '../../analysis/gaps/questions.ts';
import { type Layout, type LayoutSettings, layOut } from '../../analysis/layout.ts';
import type { LayoutGraph } from '../../analysis/layout-graph.ts';
import type { Literature } from '../../analysis/literature.ts';
import { seededRandom } from '../../analysis/random.ts';
import type { ThemeLink } from '../../analysis/theme-links.ts';
import { type InsightInput, type Insights, insights } from '../insights.ts';

interface LayoutTask {
  drawn: LayoutGraph;
  links: ThemeLink[];
  seed: number;
  settings: LayoutSettings;
}

interface PairTask {
  literature: Literature;
  seed: number;
  settings: ConceptPairSettings;
}

/** What can be done in a worker thread: plain data in, plain data out. */
export const TASKS = {
  communities: (runs: CommunityRuns, _: Tick): Promise<Int32Array[]> => runInThread(runs),
  questions: (literature: Literature, _: Tick): PaperQuestion[] => statedQuestions(literature),
  layout: ({ drawn, links, seed, settings }: LayoutTask, tick: Tick): Promise<Layout> =>
    layOut(drawn, links, seededRandom(seed), settings, tick),
  conceptPairs: ({ literature, seed, settings }: PairTask, tick: Tick): Promise<GapList> =>
    conceptPairGaps(literature, settings, seededRandom(seed), tick),
  insights: (input: InsightInput, tick: Tick): Promise<Insights> => insights(input, tick),
} as const;

export type TaskName = keyof typeof TASKS;
export type TaskInput<Name extends TaskName> = Parameters<(typeof TASKS)[Name]>[0];
export type TaskOutput<Name extends TaskName> = Awaited<ReturnType<(typeof TASKS)[Name]>>;
