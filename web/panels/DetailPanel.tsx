import { lazy, Suspense, useRef, useState } from 'react';
import { IconButton } from '../components/IconButton.tsx';
import { PanelSkeleton } from '../components/PanelSkeleton.tsx';
import { showTarget, startCompare, startPath, toggleExpansion } from '../navigation.ts';
import { useServer } from '../state/host.ts';
import { useMapTool } from '../state/map-tool.ts';
import { usePage } from '../state/page.ts';
import { TARGET_WORDS, type Target, type TargetType, useSelection } from '../state/selection.ts';
import { useView } from '../state/view.ts';
import { ConceptPanel } from './ConceptPanel.tsx';
import classes from './DetailPanel.module.css';
import { PaperPanel } from './PaperPanel.tsx';

const GapPanel = lazy(() => import('./gaps/GapPanel.tsx'));
const ThemePanel = lazy(() => import('./ThemePanel.tsx'));
const PairPanel = lazy(() => import('./matrix/PairPanel.tsx'));
const PathPanel = lazy(() => import('./paths/PathPanel.tsx'));
const ConnectionsPanel = lazy(() => import('./paths/ConnectionsPanel.tsx'));
const ComparePanel = lazy(() => import('./compare/ComparePanel.tsx'));
const OtherEnd = lazy(() => import('./paths/OtherEnd.tsx'));

const PANELS = {
  paper: PaperPanel,
  concept: ConceptPanel,
  theme: ThemePanel,
  gap: GapPanel,
  pair: PairPanel,
  path: PathPanel,
  connections: ConnectionsPanel,
  compare: ComparePanel,
} as const;

const CAN_START_PATH: ReadonlySet<TargetType> = new Set(['paper', 'concept']);
const CAN_COMPARE: ReadonlySet<TargetType> = new Set(['paper', 'concept', 'theme']);

/** Right: what is selected, or what is looked for to go with it. */
export function DetailPanel() {
  const target = useSelection((state) => state.current);
  const choosing = useSelection((state) => state.choosing);
  if (choosing)
    return (
      <aside className={classes.panel} data-region="detail" tabIndex={-1} aria-label="Choose the other one">
        <Suspense fallback={<PanelSkeleton />}>
          <OtherEnd choosing={choosing} />
        </Suspense>
      </aside>
    );
  if (!target) return null;
  const Panel = PANELS[target.type];
  return (
    <aside
      className={classes.panel}
      data-region="detail"
      tabIndex={-1}
      aria-label={`Selected ${TARGET_WORDS[target.type]}`}
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
  const whole = useServer();
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
      {whole && CAN_START_PATH.has(target.type) && (
        <IconButton icon="path" label="Path to another one" onClick={() => startPath(target.id)} />
      )}
      {whole && CAN_COMPARE.has(target.type) && (
        <IconButton icon="compare" label="Compare with another one" onClick={() => startCompare(target.id)} />
      )}
      <IconButton
        icon={copied ? 'check' : 'link'}
        label={copied ? 'Link copied' : 'Copy a link to this'}
        onClick={() => {
          void navigator.clipboard?.writeText(window.location.href).then(() => setCopied(true));
        }}
      />
      {onMap && (target.type === 'paper' || target.type === 'concept' || target.type === 'theme') && (
        <MoreButton id={target.id} />
      )}
      <IconButton icon="close" label="Close" keys="Esc" onClick={() => select(null)} />
    </div>
  );
}

/** Opens the menu that the node has on the map. */
function MoreButton({ id }: { id: string }) {
  const place = useRef<HTMLSpanElement>(null);
  const open = () => {
    const { left, bottom } = place.current!.getBoundingClientRect();
    useMapTool.getState().openMenu({ id, x: left, y: bottom });
  };
  return (
    <span ref={place}>
      <IconButton icon="more" label="More to do with this" onClick={open} />
    </span>
  );
}
