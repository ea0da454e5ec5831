import { ConceptRow } from '../components/ConceptRow.tsx';
import { CypherButton } from '../components/CypherButton.tsx';
import { Meter } from '../components/Meter.tsx';
import { PanelHead } from '../components/PanelHead.tsx';
import { PanelSkeleton } from '../components/PanelSkeleton.tsx';
import { PaperRow } from '../components/PaperRow.tsx';
import { RowButton } from '../components/RowButton.tsx';
import { Section } from '../components/Section.tsx';
import { ThemeDot } from '../components/ThemeDot.tsx';
import { count } from '../components/words.ts';
import { YearChart } from '../components/YearChart.tsx';
import { isolateTheme, openTarget } from '../navigation.ts';
import { useTheme } from '../queries.ts';
import { useAppearance } from '../state/appearance.ts';
import { useView } from '../state/view.ts';
import { themeColour } from '../theme/palette.ts';
import { PanelFailure } from './PanelFailure.tsx';
import classes from './panel.module.css';

export function ThemePanel({ id }: { id: string }) {
  const { data: theme, error, refetch } = useTheme(id);
  const scheme = useAppearance((state) => state.scheme);
  const isolated = useView((state) => state.theme === id);
  if (error) return <PanelFailure type="theme" error={error} onRetry={() => void refetch()} />;
  if (!theme) return <PanelSkeleton />;
  const strongest = Math.max(...theme.links.map(({ weight }) => weight), Number.MIN_VALUE);
  return (
    <article style={{ '--accent': themeColour(theme.colour, scheme) } as React.CSSProperties}>
      <PanelHead
        kind={
          <span className={classes.theme}>
            <ThemeDot colour={theme.colour} /> Theme
          </span>
        }
        name={theme.label}
      >
        <p className={classes.meta}>
          {count(theme.size, 'concept')} in {count(theme.paperCount, 'paper')}
        </p>
        <p className={classes.links}>
          <button
            type="button"
            className={classes.inline}
            aria-pressed={isolated}
            onClick={() => isolateTheme(id)}
          >
            {isolated ? 'Show all themes' : 'Show this theme alone'}
          </button>
        </p>
      </PanelHead>
      <Section title="Papers by year">
        <YearChart years={theme.years} />
      </Section>
      <Section
        title="Concepts"
        aside={theme.concepts.length < theme.size ? `${theme.concepts.length} of ${theme.size}` : theme.size}
      >
        <ul className="plain">
          {theme.concepts.map((concept) => (
            <li key={concept.id}>
              <ConceptRow concept={concept} tail={count(concept.paperCount, 'paper')} />
            </li>
          ))}
        </ul>
      </Section>
      <Section
        title="Papers"
        aside={
          theme.papers.length < theme.paperCount
            ? `${theme.papers.length} of ${theme.paperCount}`
            : theme.paperCount
        }
      >
        <ul className="plain">
          {theme.papers.map(({ paper, share }) => (
            <li key={paper.id}>
              <PaperRow paper={paper} tail={<Meter value={share} label="Share of this theme" />} />
            </li>
          ))}
        </ul>
      </Section>
      {theme.links.length > 0 && (
        <Section title="Linked themes">
          <ul className="plain">
            {theme.links.map(({ theme: other, weight }) => (
              <li key={other.id}>
                <RowButton
                  lead={<ThemeDot colour={other.colour} />}
                  name={other.label}
                  tail={<Meter value={weight / strongest} label="Strength beside the strongest link" />}
                  onClick={() => openTarget({ type: 'theme', id: other.id })}
                />
              </li>
            ))}
          </ul>
        </Section>
      )}
      <footer className={classes.foot}>
        <CypherButton cypher={theme.cypher} />
      </footer>
    </article>
  );
}
