import { useEffect, useRef } from 'react';
import { PanelHead } from '../../components/PanelHead.tsx';
import { drawnName, drawnThemeName } from '../../drawn-name.ts';
import { readPanel } from '../../focus.ts';
import { openTarget, targetOf } from '../../navigation.ts';
import { useAnnouncement } from '../../state/announcement.ts';
import { type Choosing, canTie, type Target, useSelection } from '../../state/selection.ts';
import { NodeFinder } from '../filters/NodeFinder.tsx';
import panel from '../panel.module.css';
import classes from './paths.module.css';

const nameOf = ({ type, id }: Target): string =>
  (type === 'theme' ? drawnThemeName(id) : drawnName(id)) ?? `this ${type}`;

/** Instead of what is selected, while the other end of a path or the other one to compare with is looked for. */
export default function OtherEnd({ choosing }: { choosing: Choosing }) {
  const { tie, from, refused } = choosing;
  const leave = () => {
    useSelection.getState().leave();
    readPanel();
  };
  const find = useRef<HTMLDivElement>(null);
  useEffect(() => find.current?.querySelector('input')?.focus(), []);
  const title = tie === 'path' ? `A path from ${nameOf(from)}` : `Compare ${nameOf(from)}`;
  const wanted = tie === 'path' ? 'paper or concept' : from.type;
  const hint = `Click a ${wanted} on the map, or find it here. Esc leaves this.`;
  useEffect(() => useAnnouncement.getState().say(`${title}. ${hint}`), [title, hint]);
  return (
    <article>
      <PanelHead
        kind={<span className={panel.meta}>{tie === 'path' ? 'Path' : 'Comparison'}</span>}
        name={title}
      >
        <p className={classes.hint}>{hint}</p>
      </PanelHead>
      <div className={classes.find} ref={find}>
        <NodeFinder
          label={`The other ${wanted}`}
          accepts={(hit) => canTie(choosing, targetOf(hit.kind, hit.id))}
          onFind={(hit) => openTarget(targetOf(hit.kind, hit.id), { read: true })}
          onLeave={leave}
        />
        <p className={classes.refused} role="status">
          {refused && refusal(choosing, refused)}
        </p>
        <p className={panel.links}>
          <button type="button" className={panel.inline} onClick={leave}>
            Leave this
          </button>
        </p>
      </div>
    </article>
  );
}

function refusal({ tie, from }: Choosing, refused: Target): string {
  if (refused.id === from.id) return 'That is where it starts; choose another one.';
  return tie === 'path'
    ? 'A path joins papers and concepts only.'
    : `A ${from.type} can be compared with a ${from.type} only.`;
}
