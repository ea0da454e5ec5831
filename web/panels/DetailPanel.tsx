import { lazy, Suspense, useState } from 'react';
import { IconButton } from '../components/IconButton.tsx';
import { PanelSkeleton } from '../components/PanelSkeleton.tsx';
import { showTarget, toggleExpansion } from '../navigation.ts';
import { usePage } from '../state/page.ts';
import { type Target, useSelection } from '../state/selection.ts';
import { useView } from '../state/view.ts';
import { ConceptPanel } from './ConceptPanel.tsx';
import classes from './DetailPanel.module.css';
import { PaperPanel } from './PaperPanel.tsx';

const GapPanel = lazy(() => import('./gaps/GapPanel.tsx'));
const ThemePanel = lazy(() => import('./ThemePanel.tsx'));
const PairPanel = lazy(() => import('./matrix/PairPanel.tsx'));

const PANELS = {
  paper: PaperPanel,
  concept: ConceptPanel,
  theme: ThemePanel,
  gap: GapPanel,
  pair: PairPanel,
} as const;

/** Right: what is selected. */
export function DetailPanel() {
  const target = useSelection((state) => state.current);
  if (!target) return null;
  const Panel = PANELS[target.type];
  return (
    <aside
      className={classes.panel}
      data-region="detail"
      tabIndex={-1}
      aria-label={`Selected ${target.type}`}
      key={`${target.type} ${target.id}`}
    >
      <Tools target={target} />
      <Suspense fallback={<PanelSkeleton />}>
        <Panel id={target.id} />
      </Suspense>
    </aside>
  );
}

function Tools({ target }: { target: Target }) {
  const select = useSelection((state) => state.select);
  const [copied, setCopied] = useState(false);
  const onMap = usePage((state) => state.page === 'map');
  const expanded = useView((state) => state.expansions.has(target.id));
  return (
    <div className={classes.tools} role="toolbar" aria-label="Selection">
      {target.type !== 'gap' && (
        <IconButton icon="target" label="Show on the map" onClick={() => showTarget(target)} />
      )}
      {onMap && (target.type === 'paper' || target.type === 'concept') && (
        <IconButton
          icon="expand"
          label={expanded ? 'Take the neighbours off the map' : 'Lay all neighbours over the map'}
          pressed={expanded}
          onClick={() => void toggleExpansion(target.id).catch(() => {})}
        />
      )}
      <IconButton
        icon={copied ? 'check' : 'link'}
        label={copied ? 'Link copied' : 'Copy a link to this'}
        onClick={() => {
          void navigator.clipboard?.writeText(window.location.href).then(() => setCopied(true));
        }}
      />
      <IconButton icon="close" label="Close" keys="Esc" onClick={() => select(null)} />
    </div>
  );
}
