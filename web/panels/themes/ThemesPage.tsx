import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { Themes } from '../../../graph/contract.ts';
import { CypherButton } from '../../components/CypherButton.tsx';
import { Failure } from '../../components/Failure.tsx';
import { PanelSkeleton } from '../../components/PanelSkeleton.tsx';
import { count } from '../../components/words.ts';
import { useThemes } from '../../queries.ts';
import { ALGORITHM_NAMES } from './algorithms.ts';
import { useAnalysisRun } from './analysis-run.ts';
import { FindAgain } from './FindAgain.tsx';
import { LeftOut } from './LeftOut.tsx';
import { MeasureDefinitions } from './MeasureDefinitions.tsx';
import { StrategicMap } from './StrategicMap.tsx';
import { SubThemeTree } from './SubThemeTree.tsx';
import { placedThemes } from './strategic-marks.ts';
import { ThemeChanges } from './ThemeChanges.tsx';
import classes from './ThemesPage.module.css';
import { ThemeTable } from './ThemeTable.tsx';
import { ThemeTrust } from './ThemeTrust.tsx';

/** The themes: how they lie to each other, how far they can be trusted, what became of them, and finding them again. */
export default function ThemesPage() {
  const { data, error, refetch } = useThemes();
  if (error)
    return <Failure what="The themes could not be loaded." error={error} onRetry={() => void refetch()} />;
  if (!data) return <PanelSkeleton />;
  return (
    <div className={classes.page}>
      <Head themes={data} />
      {data.themes.length === 0 ? (
        <p className={classes.none}>
          No themes were found yet: the analysis has not run, or there are too few papers for any.
        </p>
      ) : (
        <Parts themes={data} />
      )}
      <MeasureDefinitions />
    </div>
  );
}

function Head({ themes }: { themes: Themes }) {
  const { followed, job } = useAnalysisRun();
  const [open, setOpen] = useState(followed);
  const running = followed && job?.state === 'running';
  const shown = open || running;
  return (
    <header>
      <div className={classes.head}>
        <div>
          <h2>Themes</h2>
          <p>{summary(themes)}</p>
        </div>
        <div className={classes.actions}>
          <Button
            size="compact-sm"
            variant="default"
            aria-expanded={shown}
            disabled={running}
            onClick={() => setOpen(!open)}
          >
            Find themes again
          </Button>
          <CypherButton cypher={themes.cypher} />
        </div>
      </div>
      {shown && <FindAgain key={settingsKey(themes)} themes={themes} />}
    </header>
  );
}

/** The form starts anew from the settings that the themes were found with. */
const settingsKey = ({ algorithm, resolution, seed }: Themes) => [algorithm, resolution, seed].join(' ');

function summary({ themes, algorithm, resolution, seed, agreement }: Themes): string {
  const coarse = themes.filter(({ level }) => level === 0).length;
  const fine = themes.length - coarse;
  const runs = agreement.find((row) => row.algorithm === algorithm)?.runs;
  const found = [
    algorithm && `${ALGORITHM_NAMES[algorithm]}${runs ? `, consensus of ${count(runs, 'run')}` : ''}`,
    resolution !== null && `resolution ${resolution}`,
    seed !== null && `seed ${seed}`,
  ].filter(Boolean);
  const counted = `${count(coarse, 'theme')}${fine > 0 ? ` with ${count(fine, 'sub-theme')}` : ''}`;
  return found.length > 0 ? `${counted}, by ${found.join(', ')}` : counted;
}

function Parts({ themes }: { themes: Themes }) {
  const [pointed, setPointed] = useState<string | null>(null);
  const coarse = useMemo(() => themes.themes.filter(({ level }) => level === 0), [themes]);
  const placed = useMemo(() => placedThemes(coarse), [coarse]);
  return (
    <>
      <section className={classes.map} aria-label="Strategic map">
        {placed.length > 0 ? (
          <StrategicMap themes={placed} medians={themes.medians} pointed={pointed} onPoint={setPointed} />
        ) : (
          <p className={classes.text}>
            There is no strategic map: an older analysis made these themes. Find them again to have it drawn.
          </p>
        )}
        <ThemeTable themes={coarse} algorithm={themes.algorithm} pointed={pointed} onPoint={setPointed} />
      </section>
      <ThemeTrust themes={themes} />
      <ThemeChanges themes={themes} />
      <SubThemeTree themes={themes.themes} />
      {themes.leftOut && <LeftOut leftOut={themes.leftOut} />}
    </>
  );
}
