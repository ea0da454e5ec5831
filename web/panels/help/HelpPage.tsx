import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { MeasureList, type MeasureWords } from '../../components/MeasureList.tsx';
import { useGaps } from '../../queries.ts';
import { useOverlay } from '../../state/overlay.ts';
import { usePage } from '../../state/page.ts';
import { useTour } from '../../state/tour.ts';
import { MEASURES } from '../themes/measures.ts';
import classes from './HelpPage.module.css';
import { MAP_MEASURES } from './map-measures.ts';

/** What everything means: the map, the themes, the gaps; and the ways to learn the rest. */
export default function HelpPage() {
  const openOverlay = useOverlay((state) => state.open);
  const show = usePage((state) => state.show);
  const start = useTour((state) => state.start);
  return (
    <div className={classes.page}>
      <header>
        <h2>Help</h2>
        <p>
          Lacuna reads abstracts, finds the concepts in them, and shows how papers hang together. Everything
          runs on this machine: no account, no key, and nothing is sent anywhere unless you ask for it.
        </p>
        <div className={classes.actions}>
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => {
              show('map');
              start();
            }}
          >
            Take the tour
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => openOverlay('keys')}>
            Keys (?)
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => openOverlay('palette')}>
            All commands (Ctrl+K)
          </Button>
        </div>
      </header>
      <Part title="How to read the map">
        <ul className={classes.points}>
          <li>
            From afar you see themes, their names and what ties them. Nearer come concepts, then papers.
          </li>
          <li>Colour is the theme, shape the kind; the legend says which, and filters when clicked.</li>
          <li>
            A click opens a node, a double click lays its neighbours over the map; Collapse takes them off
            again.
          </li>
          <li>Every link has a sentence behind it: open the paper or concept to read it.</li>
          <li>
            Every panel can show the Cypher behind it; it opens in the console, where you can change it.
          </li>
        </ul>
      </Part>
      <Part title="Measures of the map">
        <MeasureList measures={MAP_MEASURES} />
      </Part>
      <Part title="Measures of themes">
        <MeasureList measures={MEASURES} />
      </Part>
      <GapKinds />
    </div>
  );
}

function GapKinds() {
  const { data } = useGaps();
  if (!data || data.lists.length === 0) return null;
  const kinds = data.lists.map(({ definition }): MeasureWords => definition);
  return (
    <Part title="Kinds of gaps">
      <MeasureList measures={kinds} />
    </Part>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={classes.part} aria-label={title}>
      <h3>{title}</h3>
      {children}
    </section>
  );
}
