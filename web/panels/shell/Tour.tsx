import { Button } from '@mantine/core';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useTour } from '../../state/tour.ts';
import classes from './Tour.module.css';
import { TOUR_STEPS } from './tour-steps.ts';

/** Pixels between the note and what it speaks of, and the edge of the window. */
const MARGIN = 12;

interface Place {
  readonly left: number;
  readonly top: number;
}

/** Beside the part if there is room, else over its middle. */
function placeBeside(selector: string, note: HTMLElement): Place {
  const part = document.querySelector(selector)?.getBoundingClientRect();
  const { innerWidth, innerHeight } = window;
  const { offsetWidth: width, offsetHeight: height } = note;
  const within = (value: number, most: number) => Math.max(MARGIN, Math.min(value, most - MARGIN));
  if (!part || part.width === 0) return { left: (innerWidth - width) / 2, top: (innerHeight - height) / 2 };
  const large = part.height > innerHeight / 2;
  const right = part.right + MARGIN;
  const isBeside = large && right + width < innerWidth;
  const left = isBeside ? right : part.left + (part.width - width) / 2;
  const top = large ? part.top + (part.height - height) / 3 : part.bottom + MARGIN;
  return { left: within(left, innerWidth - width), top: within(top, innerHeight - height) };
}

/** At most five notes, one after the other; the page stays usable under them. */
export default function Tour() {
  const { step, go } = useTour();
  const note = useRef<HTMLElement>(null);
  const [place, setPlace] = useState<Place | null>(null);
  const current = step === null ? undefined : TOUR_STEPS[step];

  useLayoutEffect(() => {
    if (!current) return;
    const settle = () => note.current && setPlace(placeBeside(current.beside, note.current));
    settle();
    window.addEventListener('resize', settle);
    return () => window.removeEventListener('resize', settle);
  }, [current]);

  useEffect(() => {
    if (!current) return;
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      go(null);
    };
    window.addEventListener('keydown', press, true);
    return () => window.removeEventListener('keydown', press, true);
  }, [current, go]);

  if (step === null || !current) return null;
  const last = step === TOUR_STEPS.length - 1;
  return (
    <aside
      ref={note}
      className={classes.note}
      aria-label={`Tour, step ${step + 1} of ${TOUR_STEPS.length}`}
      style={place ?? {}}
      data-placed={place !== null || undefined}
    >
      <h2>{current.title}</h2>
      <p role="status">{current.text}</p>
      <footer>
        <span className={classes.count}>
          {step + 1} of {TOUR_STEPS.length}
        </span>
        <Button size="compact-xs" variant="subtle" color="gray" onClick={() => go(null)}>
          {last ? 'Close' : 'Skip the tour'}
        </Button>
        {step > 0 && (
          <Button size="compact-xs" variant="default" onClick={() => go(step - 1)}>
            Back
          </Button>
        )}
        {!last && (
          <Button size="compact-xs" variant="default" onClick={() => go(step + 1)}>
            Next
          </Button>
        )}
      </footer>
    </aside>
  );
}
