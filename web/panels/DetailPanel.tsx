import { useState } from 'react';
import { IconButton } from '../components/IconButton.tsx';
import { openTarget, toggleExpansion } from '../navigation.ts';
import { type Target, useSelection } from '../state/selection.ts';
import { useView } from '../state/view.ts';
import { ConceptPanel } from './ConceptPanel.tsx';
import classes from './DetailPanel.module.css';
import { PaperPanel } from './PaperPanel.tsx';
import { ThemePanel } from './ThemePanel.tsx';

const PANELS = { paper: PaperPanel, concept: ConceptPanel, theme: ThemePanel } as const;

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
      <Panel id={target.id} />
    </aside>
  );
}

function Tools({ target }: { target: Target }) {
  const select = useSelection((state) => state.select);
  const [copied, setCopied] = useState(false);
  const expanded = useView((state) => state.expansions.has(target.id));
  return (
    <div className={classes.tools} role="toolbar" aria-label="Selection">
      <IconButton icon="target" label="Show on the map" onClick={() => openTarget(target)} />
      {target.type !== 'theme' && (
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
