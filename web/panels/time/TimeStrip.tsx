import { lazy, Suspense } from 'react';
import { Icon } from '../../components/icons.tsx';
import { useFurniture } from '../../state/furniture.ts';
import { useView } from '../../state/view.ts';
import { yearsInWords } from '../filters/filter-chips.ts';
import type { YearCounts } from './brush-scale.ts';
import classes from './TimeStrip.module.css';

const Timeline = lazy(() => import('./Timeline.tsx'));

/** Under the map: its years, to narrow it to some of them and to play them; folds away. Its height never depends on what is loaded. */
export function TimeStrip({ years }: { years: YearCounts }) {
  const { timeline: open, toggleTimeline } = useFurniture();
  const { from, to } = useView((state) => state.narrowing);
  const chosen = from === null && to === null ? 'all years' : yearsInWords(from, to);
  return (
    <section
      className={classes.strip}
      data-open={open || undefined}
      data-region="timeline"
      tabIndex={-1}
      aria-label="Timeline"
    >
      <button type="button" className={classes.fold} aria-expanded={open} onClick={toggleTimeline}>
        <span className={classes.arrow}>
          <Icon name="chevron" size={12} />
        </span>
        Timeline
        <span className={classes.chosen}>{chosen}</span>
      </button>
      {open && (
        <Suspense fallback={null}>
          <Timeline years={years} />
        </Suspense>
      )}
    </section>
  );
}
