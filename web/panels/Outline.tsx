import { useMemo, useState } from 'react';
import type { GraphView } from '../../graph/contract.ts';
import { Icon } from '../components/icons.tsx';
import { KindIcon } from '../components/KindIcon.tsx';
import { RowButton } from '../components/RowButton.tsx';
import { ThemeDot } from '../components/ThemeDot.tsx';
import { openTarget, targetOf } from '../navigation.ts';
import { useSelection } from '../state/selection.ts';
import classes from './Outline.module.css';
import { type OutlineBranch, type OutlineItem, outlineTree } from './outline-tree.ts';

/** Rows of one list before "Show more". */
const PAGE = 40;

/** All that the map draws, without the map. */
export function Outline({ view }: { view: GraphView }) {
  const branches = useMemo(() => outlineTree(view), [view]);
  if (branches.length === 0) return <p className={classes.none}>Nothing is drawn yet.</p>;
  return (
    <ul className={`plain ${classes.outline}`}>
      {branches.map((branch) => (
        <Branch key={branch.theme?.id ?? 'none'} branch={branch} />
      ))}
    </ul>
  );
}

function Branch({ branch }: { branch: OutlineBranch }) {
  const [open, setOpen] = useState(false);
  const { theme, concepts, papers } = branch;
  return (
    <li>
      <button type="button" className={classes.theme} aria-expanded={open} onClick={() => setOpen(!open)}>
        <span className={classes.arrow}>
          <Icon name="chevron" size={12} />
        </span>
        <ThemeDot colour={theme?.colour ?? -1} />
        <span className={classes.label}>{theme?.label ?? 'In no theme'}</span>
        <span className={classes.count}>{concepts.length + papers.length}</span>
      </button>
      {open && (
        <div className={classes.members}>
          <Items title="Concepts" items={concepts} />
          <Items title="Papers" items={papers} />
        </div>
      )}
    </li>
  );
}

function Items({ title, items }: { title: string; items: readonly OutlineItem[] }) {
  const [shown, setShown] = useState(PAGE);
  const selected = useSelection((state) => state.current?.id);
  if (items.length === 0) return null;
  return (
    <>
      <h3 className={classes.group}>{title}</h3>
      <ul className="plain">
        {items.slice(0, shown).map(({ id, kind, label, weight, year }) => (
          <li key={id}>
            <RowButton
              lead={<KindIcon kind={kind} size={10} />}
              name={label}
              tail={kind === 'Paper' ? year : weight}
              current={selected === id}
              onClick={() => openTarget(targetOf(kind, id))}
            />
          </li>
        ))}
      </ul>
      {items.length > shown && (
        <button type="button" className={classes.more} onClick={() => setShown(shown + 5 * PAGE)}>
          Show more ({items.length - shown})
        </button>
      )}
    </>
  );
}
