import type { GraphView } from '../../graph/contract.ts';
import { Icon } from '../components/icons.tsx';
import { KindIcon } from '../components/KindIcon.tsx';
import { RowButton } from '../components/RowButton.tsx';
import { Section } from '../components/Section.tsx';
import { StabilityMeter } from '../components/StabilityMeter.tsx';
import { ThemeDot } from '../components/ThemeDot.tsx';
import { UnsureMark } from '../components/UnsureMark.tsx';
import { count, pluralOf } from '../components/words.ts';
import { isolateTheme, openTarget } from '../navigation.ts';
import { useMarks } from '../state/marks.ts';
import { useView } from '../state/view.ts';
import classes from './Legend.module.css';
import { countUnsure, kindRows, themeRows } from './legend-rows.ts';

/** Themes by colour, kinds by shape; a click on a theme shows it alone, one on a kind hides it. */
export function Legend({ view }: { view: GraphView }) {
  const { theme: isolated, toggleKind } = useView();
  const { hiddenKinds } = useView((state) => state.narrowing);
  const themes = themeRows(view);
  return (
    <div className={classes.legend}>
      <Section
        title="Themes"
        aside={
          isolated ? (
            <button type="button" className={classes.all} onClick={() => isolateTheme(null)}>
              Show all
            </button>
          ) : (
            themes.length
          )
        }
      >
        {themes.length === 0 && <p className={classes.none}>No themes yet. Run the analysis to find them.</p>}
        <ul className="plain">
          {themes.map(({ theme, papers, concepts }) => (
            <li
              key={theme.id}
              className={classes.theme}
              data-off={(isolated && isolated !== theme.id) || undefined}
            >
              <RowButton
                lead={<ThemeDot colour={theme.colour} />}
                name={theme.label}
                tail={
                  <span className={classes.facts}>
                    <Drawn papers={papers} concepts={concepts} />
                    {theme.stability !== null && <StabilityMeter value={theme.stability} />}
                  </span>
                }
                pressed={isolated === theme.id}
                onClick={() => isolateTheme(theme.id)}
              />
              <button
                type="button"
                className={classes.open}
                aria-label={`Open theme ${theme.label}`}
                onClick={() => openTarget({ type: 'theme', id: theme.id })}
              >
                <Icon name="chevron" size={13} />
              </button>
            </li>
          ))}
        </ul>
      </Section>
      <Section title="Kinds">
        <ul className="plain">
          {kindRows(view).map(({ kind, drawn }) => (
            <li key={kind} data-off={hiddenKinds.has(kind) || undefined} className={classes.kind}>
              <RowButton
                lead={<KindIcon kind={kind} />}
                name={pluralOf(kind)}
                tail={hiddenKinds.has(kind) ? 'hidden' : drawn.toLocaleString('en')}
                pressed={!hiddenKinds.has(kind)}
                onClick={() => toggleKind(kind)}
              />
            </li>
          ))}
        </ul>
      </Section>
      <Marks unsure={countUnsure(view)} stability={themes.some(({ theme }) => theme.stability !== null)} />
    </div>
  );
}

/** What the dots and the dashed outlines mean; the outlines can be switched off. */
function Marks({ unsure, stability }: { unsure: number; stability: boolean }) {
  const { unsure: shown, toggleUnsure } = useMarks();
  if (unsure === 0 && !stability) return null;
  return (
    <Section title="Trust">
      {stability && (
        <p className={classes.meaning}>
          <StabilityMeter value={0.75} /> A theme's dots tell in how many runs of the analysis its concepts
          stayed together.
        </p>
      )}
      {unsure > 0 && (
        <div className={classes.kind} data-off={!shown || undefined}>
          <RowButton
            lead={<UnsureMark said={false} />}
            name="Unsure of its theme"
            note="The runs disagree where the concept belongs."
            tail={shown ? unsure.toLocaleString('en') : 'hidden'}
            pressed={shown}
            onClick={toggleUnsure}
          />
        </div>
      )}
    </Section>
  );
}

/** How many nodes of a theme are drawn. */
function Drawn({ papers, concepts }: { papers: number; concepts: number }) {
  const parts = [papers && count(papers, 'paper'), concepts && count(concepts, 'concept')].filter(Boolean);
  return (
    <span title={parts.join(', ')}>
      <span aria-hidden="true">{(papers + concepts).toLocaleString('en')}</span>
      <span className="sr-only">{parts.join(', ')}</span>
    </span>
  );
}
