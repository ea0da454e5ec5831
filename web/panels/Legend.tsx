import { lazy, Suspense } from 'react';
import type { EdgeType, GraphView } from '../../graph/contract.ts';
import { Icon } from '../components/icons.tsx';
import { KindIcon } from '../components/KindIcon.tsx';
import { RowButton } from '../components/RowButton.tsx';
import { relationName } from '../components/relation-words.ts';
import { Section } from '../components/Section.tsx';
import { StabilityMeter } from '../components/StabilityMeter.tsx';
import { ThemeDot } from '../components/ThemeDot.tsx';
import { UnsureMark } from '../components/UnsureMark.tsx';
import { count, pluralOf } from '../components/words.ts';
import { isolateTheme, openTarget } from '../navigation.ts';
import { useAppearance } from '../state/appearance.ts';
import { useMarks } from '../state/marks.ts';
import { useView } from '../state/view.ts';
import { relationColour } from '../theme/relation-colours.ts';
import { isNarrowed } from './filters/filter-chips.ts';
import classes from './Legend.module.css';
import { countUnsure, kindRows, relationRows, themeRows } from './legend-rows.ts';
import { LooksForm } from './map/LooksForm.tsx';

const ScaleLegend = lazy(() => import('./map/ScaleLegend.tsx'));
const SizeLegend = lazy(() => import('./map/SizeLegend.tsx'));

/** What colours, shapes and sizes mean; a click on a theme shows it alone, one on a kind or relation hides it. */
export function Legend({ view }: { view: GraphView }) {
  const { theme: isolated, toggleKind, colouring } = useView();
  const { hiddenKinds } = useView((state) => state.narrowing);
  const themes = themeRows(view);
  return (
    <div className={classes.legend}>
      <LooksForm />
      {colouring !== 'theme' && colouring !== 'kind' && (
        <Suspense>
          <ScaleLegend view={view} measure={colouring} />
        </Suspense>
      )}
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
        {themes.length === 0 && <NoThemes view={view} />}
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
          {kindRows(view, hiddenKinds).map(({ kind, drawn }) => (
            <li key={kind} data-off={hiddenKinds.has(kind) || undefined} className={classes.kind}>
              <RowButton
                lead={
                  <span data-kind={kind} data-coloured={colouring === 'kind' || undefined}>
                    <KindIcon kind={kind} />
                  </span>
                }
                name={pluralOf(kind)}
                tail={hiddenKinds.has(kind) ? 'hidden' : drawn.toLocaleString('en')}
                pressed={!hiddenKinds.has(kind)}
                onClick={() => toggleKind(kind)}
              />
            </li>
          ))}
        </ul>
      </Section>
      <Relations view={view} />
      <Suspense>
        <SizeLegend view={view} />
      </Suspense>
      <Marks unsure={countUnsure(view)} stability={themes.some(({ theme }) => theme.stability !== null)} />
    </div>
  );
}

/** Whether there is none, or none among what is left. */
function NoThemes({ view }: { view: GraphView }) {
  const narrowed = useView(isNarrowed);
  if (view.nodes.id.length === 0)
    return <p className={classes.none}>Nothing is drawn{narrowed && ': the filters leave nothing'}.</p>;
  return (
    <p className={classes.none}>
      {narrowed || view.themes.length > 0
        ? 'Nothing that is drawn has a theme.'
        : 'No themes yet. Run the analysis to find them.'}
    </p>
  );
}

/** A click on a relation hides its links. */
function Relations({ view }: { view: GraphView }) {
  const { edgeColouring, toggleRelation } = useView();
  const { hiddenRelations } = useView((state) => state.narrowing);
  const scheme = useAppearance((state) => state.scheme);
  const colourOf = (type: EdgeType) =>
    edgeColouring === 'relation' ? relationColour(type, scheme) : 'currentColor';
  const rows = relationRows(view, hiddenRelations);
  if (rows.length === 0) return null;
  return (
    <Section title="Relations">
      <ul className="plain">
        {rows.map(({ type, drawn }) => (
          <li key={type} data-off={hiddenRelations.has(type) || undefined} className={classes.kind}>
            <RowButton
              lead={
                <svg width="14" height="10" viewBox="0 0 14 10" aria-hidden="true" focusable="false">
                  <path d="M1 8 13 2" stroke={colourOf(type)} strokeWidth="2" strokeLinecap="round" />
                </svg>
              }
              name={relationName(type)}
              tail={hiddenRelations.has(type) ? 'hidden' : drawn.toLocaleString('en')}
              pressed={!hiddenRelations.has(type)}
              onClick={() => toggleRelation(type)}
            />
          </li>
        ))}
      </ul>
    </Section>
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
