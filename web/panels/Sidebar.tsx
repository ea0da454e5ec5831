import { Tabs } from '@mantine/core';
import { lazy, Suspense } from 'react';
import type { GraphView } from '../../graph/contract.ts';
import { PanelSkeleton } from '../components/PanelSkeleton.tsx';
import { useFurniture } from '../state/furniture.ts';
import { Legend } from './Legend.tsx';
import classes from './Sidebar.module.css';

const Outline = lazy(() => import('./Outline.tsx'));

/** Left: what the colours and shapes mean, and the drawn graph as a list. */
export function Sidebar({ view }: { view: GraphView | undefined }) {
  const open = useFurniture((state) => state.sidebar);
  if (!open) return null;
  return (
    <aside className={classes.sidebar} data-region="legend" tabIndex={-1} aria-label="Legend and outline">
      <Tabs defaultValue="legend" keepMounted={false} className={classes.tabs ?? ''}>
        <Tabs.List>
          <Tabs.Tab value="legend">Legend</Tabs.Tab>
          <Tabs.Tab value="outline">Outline</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="legend" className={classes.panel ?? ''}>
          <h2 className="sr-only">Legend</h2>
          {view ? <Legend view={view} /> : <PanelSkeleton />}
        </Tabs.Panel>
        <Tabs.Panel value="outline" className={classes.panel ?? ''}>
          <h2 className="sr-only">Outline</h2>
          <Suspense fallback={<PanelSkeleton />}>
            {view ? <Outline view={view} /> : <PanelSkeleton />}
          </Suspense>
        </Tabs.Panel>
      </Tabs>
    </aside>
  );
}
