import type { GapsDocument } from '../../graph/analyse/gaps-document.ts';
import type { ThemesDocument } from '../../graph/analyse/themes-document.ts';

/** So many gaps of a kind are printed; `--json` has all. */
const SHOWN_GAPS = 10;

const number = (value: number): string => value.toLocaleString('en');
const figure = (value: number | null, decimals = 2): string =>
  value === null ? '–' : value.toFixed(decimals);

/** Themes in words, sub-themes below theirs. */
export function printThemes({
  themes,
  modularity,
  algorithm,
  resolution,
  seed,
  leftOut,
}: ThemesDocument): void {
  const lines: string[] = [];
  if (modularity !== null) {
    lines.push(
      `${number(themes.filter(({ level }) => level === 0).length)} themes by ${algorithm} ` +
        `(modularity ${figure(modularity, 3)}, resolution ${resolution}, seed ${seed})`,
    );
  }
  for (const theme of themes.filter(({ level }) => level === 0)) {
    lines.push(
      '',
      `${theme.label}`,
      `  ${number(theme.size)} concepts, ${number(theme.paperCount)} papers; stability ${figure(theme.stability)}` +
        ` (other algorithm ${figure(theme.otherStability)}); ${theme.quadrant ?? 'no quadrant'}: ` +
        `centrality ${figure(theme.centrality)}, density ${figure(theme.density)}`,
      ...themes
        .filter(({ parent }) => parent === theme.id)
        .map((sub) => `  - ${sub.label} (${number(sub.size)} concepts)`),
    );
  }
  if (leftOut) {
    const { rare, fewestPapers, common, mostPapers } = leftOut;
    lines.push(
      '',
      `Not used to find themes: ${number(rare)} concepts in fewer than ${number(fewestPapers)} papers` +
        (common.length === 0
          ? '.'
          : `; in more than ${number(Math.floor(mostPapers))}: ${common.map(({ name }) => name).join(', ')}.`),
    );
  }
  process.stdout.write(`${lines.join('\n')}\n`);
}

/** The best gaps of each kind in words. */
export function printGaps({ lists }: GapsDocument): void {
  const lines: string[] = [];
  for (const { definition, gaps, considered, excluded } of lists) {
    lines.push(`${definition.name}: ${number(gaps.length)} of ${number(considered)} looked at`);
    for (const { reason, count } of excluded) lines.push(`  left out: ${number(count)}, ${reason}`);
    for (const gap of gaps.slice(0, SHOWN_GAPS)) {
      const counted =
        gap.expected === null ? '' : `, ${figure(gap.observed)} found where ${figure(gap.expected)} expected`;
      lines.push(`  ${gap.rank}. ${gap.title} (score ${figure(gap.score)}${counted})`);
    }
    lines.push('');
  }
  process.stdout.write(`${lines.join('\n')}\n`);
}
