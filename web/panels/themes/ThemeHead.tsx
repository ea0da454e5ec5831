import type { ThemeDetail } from '../../../graph/contract.ts';
import type { Algorithm } from '../../../graph/schema.ts';
import { decimals } from '../../components/figures.ts';
import { PanelHead } from '../../components/PanelHead.tsx';
import { StabilityMeter } from '../../components/StabilityMeter.tsx';
import { ThemeDot } from '../../components/ThemeDot.tsx';
import { ThemeLink } from '../../components/ThemeLink.tsx';
import { steadiness } from '../../components/trust.ts';
import { count } from '../../components/words.ts';
import { isolateTheme, showNodesOnMap } from '../../navigation.ts';
import { useThemes } from '../../queries.ts';
import { useView } from '../../state/view.ts';
import panel from '../panel.module.css';
import { ALGORITHM_NAMES, otherAlgorithm } from './algorithms.ts';
import { QUADRANT_WORDS } from './quadrants.ts';
import classes from './ThemeHead.module.css';
import { ThemeNaming } from './ThemeNaming.tsx';

/** What a theme is called, how steady it is, where it stands among the others, and what can be done with it. */
export function ThemeHead({ theme }: { theme: ThemeDetail }) {
  const { id, level, stability } = theme;
  const isolated = useView((state) => state.theme === id);
  const { data: all } = useThemes();
  const mapped = all?.themes.find((candidate) => candidate.id === id);
  const parent = theme.parent === null ? undefined : all?.themes.find((other) => other.id === theme.parent);
  const part = level > 0;
  const other = mapped?.otherStability ?? null;
  return (
    <PanelHead
      kind={
        <span className={panel.theme}>
          <ThemeDot colour={theme.colour} /> {part ? 'Sub-theme' : 'Theme'}
        </span>
      }
      name={theme.label}
    >
      {parent && (
        <p className={panel.meta}>
          Part of <ThemeLink theme={parent} />
        </p>
      )}
      <p className={panel.meta}>
        {count(theme.size, 'concept')} in {count(theme.paperCount, 'paper')}
      </p>
      {stability !== null && (
        <p className={classes.fact}>
          <StabilityMeter value={stability} />
          <span>
            <strong>{capital(steadiness(stability))}</strong>: stability {decimals(stability, 2)}
            {all?.algorithm && ` by ${ALGORITHM_NAMES[all.algorithm]}`}
            {other !== null && `, ${decimals(other, 2)} by ${nameOfOther(all?.algorithm)}`}
          </span>
        </p>
      )}
      {mapped?.quadrant && (
        <p className={classes.fact}>
          <span>
            <strong>{QUADRANT_WORDS[mapped.quadrant].name}</strong>:{' '}
            {QUADRANT_WORDS[mapped.quadrant].meaning.toLowerCase()}
          </span>
        </p>
      )}
      <ThemeNaming key={id} theme={theme} editable={all?.editable ?? false}>
        {part ? (
          <button type="button" className={panel.inline} onClick={() => showMembers(theme)}>
            Mark its members on the map
          </button>
        ) : (
          <button
            type="button"
            className={panel.inline}
            aria-pressed={isolated}
            onClick={() => isolateTheme(id)}
          >
            {isolated ? 'Show all themes' : 'Show this theme alone'}
          </button>
        )}
      </ThemeNaming>
    </PanelHead>
  );
}

const nameOfOther = (algorithm: Algorithm | null | undefined) =>
  algorithm ? ALGORITHM_NAMES[otherAlgorithm(algorithm)] : 'the other algorithm';

const capital = (words: string) => words.slice(0, 1).toUpperCase() + words.slice(1);

/** The map has no land for a sub-theme: those of its members that are drawn stand out. */
function showMembers({ concepts, papers }: ThemeDetail): void {
  const members = [
    ...concepts.map(({ id, kind }) => ({ id, kind })),
    ...papers.map(({ paper: { id } }) => ({ id, kind: 'Paper' })),
  ];
  void showNodesOnMap([], members);
}
