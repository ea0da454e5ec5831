/** The drawn graph as a list: themes, and in each its concepts and papers, weightiest first. Pure. */
import type { DrawnKind, GraphView, ThemeSummary } from '../../graph/contract.ts';

export interface OutlineItem {
  readonly id: string;
  readonly kind: DrawnKind;
  readonly label: string;
  readonly weight: number;
  readonly year: number | null;
}

export interface OutlineBranch {
  /** Null for what is in no theme. */
  readonly theme: ThemeSummary | null;
  readonly concepts: readonly OutlineItem[];
  readonly papers: readonly OutlineItem[];
}

export function outlineTree(view: GraphView): OutlineBranch[] {
  const branches = [...view.themes, null].map((theme) => ({
    theme,
    concepts: [] as OutlineItem[],
    papers: [] as OutlineItem[],
  }));
  const { id, kind, label, theme, weight, year } = view.nodes;
  id.forEach((nodeId, i) => {
    const branch = branches[theme[i]!] ?? branches.at(-1)!;
    const item = { id: nodeId, kind: kind[i]!, label: label[i]!, weight: weight[i]!, year: year[i] ?? null };
    (item.kind === 'Paper' ? branch.papers : branch.concepts).push(item);
  });
  const byWeight = (one: OutlineItem, other: OutlineItem) =>
    other.weight - one.weight || one.label.localeCompare(other.label, 'en');
  for (const { concepts, papers } of branches) {
    concepts.sort(byWeight);
    papers.sort(byWeight);
  }
  return branches
    .filter(({ concepts, papers }) => concepts.length + papers.length > 0)
    .sort((one, other) => Number(one.theme === null) - Number(other.theme === null));
}
