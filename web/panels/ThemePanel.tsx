import type { CSSProperties } from 'react';
import type { ThemeDetail } from '../../graph/contract.ts';
import { ConceptRow } from '../components/ConceptRow.tsx';
import { CypherButton } from '../components/CypherButton.tsx';
import { FoldSection } from '../components/FoldSection.tsx';
import { Meter } from '../components/Meter.tsx';
import { PanelSkeleton } from '../components/PanelSkeleton.tsx';
import { PaperRow } from '../components/PaperRow.tsx';
import { RowButton } from '../components/RowButton.tsx';
import { StabilityMeter } from '../components/StabilityMeter.tsx';
import { ThemeDot } from '../components/ThemeDot.tsx';
import { isUnsure } from '../components/trust.ts';
import { UnsureMark } from '../components/UnsureMark.tsx';
import { count } from '../components/words.ts';
import { YearChart } from '../components/YearChart.tsx';
import { openTarget } from '../navigation.ts';
import { useAnnotations, useTheme } from '../queries.ts';
import { useAppearance } from '../state/appearance.ts';
import { themeColour } from '../theme/palette.ts';
import Notes from './notes/Notes.tsx';
import { PanelFailure } from './PanelFailure.tsx';
import classes from './panel.module.css';
import { BurstList } from './themes/BurstList.tsx';
import { DefiningConcepts } from './themes/DefiningConcepts.tsx';
import dossier from './themes/dossier.module.css';
import { KeyPapers } from './themes/KeyPapers.tsx';
import { OpenQuestions } from './themes/OpenQuestions.tsx';
import { PairingTable } from './themes/PairingTable.tsx';
import { ThemeHead } from './themes/ThemeHead.tsx';
import { ThemeLinks } from './themes/ThemeLinks.tsx';

/** A theme's dossier. */
export default function ThemePanel({ id }: { id: string }) {
  const { data: theme, error, refetch } = useTheme(id);
  const notes = useAnnotations();
  const scheme = useAppearance((state) => state.scheme);
  if (error) return <PanelFailure type="theme" error={error} onRetry={() => void refetch()} />;
  // Notes that came later would push away what is being read.
  if (!theme || notes.isPending) return <PanelSkeleton />;
  return (
    <article style={{ '--accent': themeColour(theme.colour, scheme) } as CSSProperties}>
      <ThemeHead theme={theme} />
      <Notes
        subject={{ node: { id, kind: 'Theme', label: theme.label, colour: theme.colour }, paper: null }}
      />
      {theme.years.length > 0 && (
        <FoldSection name="theme:years" title="Papers by year" open>
          <YearChart years={theme.years} />
          <BurstList years={theme.years} bursts={theme.bursts} />
        </FoldSection>
      )}
      <KeyPapers papers={theme.keyPapers} />
      <DefiningConcepts theme={theme} />
      <SubThemes themes={theme.subThemes} />
      <PairingTable pairings={theme.pairings} />
      <ThemeLinks links={theme.links} />
      <OpenQuestions questions={theme.questions} />
      <Concepts theme={theme} />
      <Papers theme={theme} />
      <footer className={classes.foot}>
        <CypherButton cypher={theme.cypher} />
      </footer>
    </article>
  );
}

function SubThemes({ themes }: { themes: ThemeDetail['subThemes'] }) {
  if (themes.length === 0) return null;
  return (
    <FoldSection name="theme:sub" title="Sub-themes" aside={themes.length} open>
      <ul className="plain">
        {themes.map((part) => (
          <li key={part.id}>
            <RowButton
              lead={<ThemeDot colour={part.colour} />}
              name={part.label}
              tail={
                <>
                  {count(part.size, 'concept')}
                  {part.stability !== null && <StabilityMeter value={part.stability} />}
                </>
              }
              onClick={({ detail }) => openTarget({ type: 'theme', id: part.id }, { read: detail === 0 })}
            />
          </li>
        ))}
      </ul>
    </FoldSection>
  );
}

/** `200 of 434` where not all were sent. */
const shownOf = (shown: number, all: number) =>
  shown < all ? `${shown.toLocaleString('en')} of ${all.toLocaleString('en')}` : all.toLocaleString('en');

function Concepts({ theme }: { theme: ThemeDetail }) {
  const { concepts, size, defining } = theme;
  if (concepts.length === 0) return null;
  return (
    <FoldSection
      name="theme:concepts"
      title="Concepts"
      aside={shownOf(concepts.length, size)}
      open={defining.length === 0}
    >
      <ul className="plain">
        {concepts.map((concept) => (
          <li key={concept.id}>
            <ConceptRow
              concept={concept}
              tail={
                <>
                  {isUnsure(concept.ambiguity) && (
                    <span className={dossier.unsure}>
                      <UnsureMark said={false} /> unsure
                    </span>
                  )}
                  {count(concept.paperCount, 'paper')}
                </>
              }
            />
          </li>
        ))}
      </ul>
    </FoldSection>
  );
}

function Papers({ theme }: { theme: ThemeDetail }) {
  const { papers, paperCount, keyPapers } = theme;
  if (papers.length === 0) return null;
  return (
    <FoldSection
      name="theme:papers"
      title="Papers"
      aside={shownOf(papers.length, paperCount)}
      open={keyPapers.length === 0}
    >
      <ul className="plain">
        {papers.map(({ paper, share }) => (
          <li key={paper.id}>
            <PaperRow paper={paper} tail={<Meter value={share} label="Share of this theme" />} />
          </li>
        ))}
      </ul>
    </FoldSection>
  );
}
