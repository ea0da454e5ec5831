import { NativeSelect } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useEffect } from 'react';
import { IconButton } from '../../components/IconButton.tsx';
import { count } from '../../components/words.ts';
import { yearSpan } from '../../components/year-span.ts';
import { useView } from '../../state/view.ts';
import { FRAME_WIDTHS, useYearPlay } from '../../state/year-play.ts';
import { useLastIngest } from '../filters/use-last-ingest.ts';
import type { YearCounts } from './brush-scale.ts';
import classes from './TimeStrip.module.css';
import { useYearSteps } from './use-year-steps.ts';
import { YearBrush } from './YearBrush.tsx';

/** The years of what the other filters leave: chosen by a brush, or played. */
export default function Timeline({ years }: { years: YearCounts }) {
  const span = yearSpan(years);
  if (!span) return <p className={classes.none}>No paper here carries a year.</p>;
  return <Years years={years} span={span} />;
}

function Years({ years, span }: { years: YearCounts; span: NonNullable<ReturnType<typeof yearSpan>> }) {
  const { narrowing, narrow } = useView();
  const { width, setWidth } = useYearPlay();
  const last = useLastIngest();
  const steps = useYearSteps(span);
  const still = useMediaQuery('(prefers-reduced-motion: reduce)', undefined, {
    getInitialValueInEffect: false,
  });
  const { toggle } = steps;
  useSpace(still ? null : toggle);
  return (
    <>
      {steps.year !== null && (
        <div className={classes.year} aria-hidden="true">
          {steps.year}
        </div>
      )}
      <div className={classes.controls} role="toolbar" aria-label="Play the years">
        {last && (
          <button
            type="button"
            className={classes.fresh}
            aria-pressed={narrowing.fresh}
            onClick={() => narrow({ fresh: !narrowing.fresh })}
          >
            New since {last.day}
            <span>{count(last.papers, 'paper')}</span>
          </button>
        )}
        <IconButton icon="back" label="A year back" disabled={steps.atStart} onClick={() => steps.step(-1)} />
        {!still && (
          <IconButton
            icon={steps.playing ? 'pause' : 'play'}
            label={steps.playing ? 'Pause' : 'Play the years'}
            keys="Space"
            onClick={toggle}
          />
        )}
        <IconButton icon="forward" label="A year on" disabled={steps.atEnd} onClick={() => steps.step(1)} />
        <NativeSelect
          size="xs"
          className={classes.width ?? ''}
          aria-label="Years shown at once"
          value={String(width)}
          onChange={(event) => setWidth(Number(event.currentTarget.value))}
          data={FRAME_WIDTHS.map((years) => ({
            value: String(years),
            label: years === 0 ? 'All up to the year' : years === 1 ? 'That year alone' : `${years} years`,
          }))}
        />
      </div>
      <YearBrush years={years} span={span} chosen={narrowing} onChoose={narrow} />
    </>
  );
}

/** Space plays and pauses while the keyboard is in the timeline, but not on what has a use for it. */
function useSpace(toggle: (() => void) | null) {
  useEffect(() => {
    function press(event: KeyboardEvent) {
      if (event.key !== ' ' || !toggle || event.defaultPrevented) return;
      const target = event.target as Element;
      if (!target.closest('[data-region="timeline"]') || target.closest('button, select, input')) return;
      event.preventDefault();
      toggle();
    }
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [toggle]);
}
