import { useMemo, useRef } from 'react';
import type { GraphView } from '../../graph/contract.ts';
import { Choice } from '../components/Choice.tsx';
import { count } from '../components/words.ts';
import { useOutline } from '../state/outline.ts';
import { useView } from '../state/view.ts';
import classes from './Outline.module.css';
import { OutlineTable } from './outline/OutlineTable.tsx';
import { OutlineTree } from './outline/OutlineTree.tsx';
import { outlineModel } from './outline/outline-model.ts';

const FORMS = [
  { value: 'tree', label: 'Tree' },
  { value: 'table', label: 'Table' },
] as const;

/** All that the map draws, without the map: as a tree by theme and kind, or as a table; in step with the map. */
export default function Outline({ view }: { view: GraphView }) {
  const { hidden, theme, unhide } = useView();
  const { hiddenKinds, hiddenRelations } = useView((state) => state.narrowing);
  const picked = useView((state) => state.picked);
  const { form, show } = useOutline();
  const scroller = useRef<HTMLDivElement>(null);
  const model = useMemo(
    () => outlineModel(view, { hidden, hiddenKinds, hiddenRelations, theme }),
    [view, hidden, hiddenKinds, hiddenRelations, theme],
  );
  if (view.nodes.id.length === 0) return <p className={classes.none}>Nothing is drawn yet.</p>;
  return (
    <div className={classes.outline}>
      <div className={classes.head}>
        <Choice label="Form of the outline" value={form} options={FORMS} onChange={show} />
        <p className={classes.counts}>
          <span role="status">
            {count(model.nodes.length, 'node')}
            {picked.size > 0 && `, ${picked.size.toLocaleString('en')} picked`}
          </span>
          {hidden.size > 0 && (
            <button type="button" className={classes.unhide} onClick={() => unhide()}>
              Show {hidden.size.toLocaleString('en')} hidden
            </button>
          )}
        </p>
      </div>
      <div className={classes.scroller} ref={scroller}>
        {model.nodes.length === 0 && <p className={classes.none}>All of it is hidden.</p>}
        {model.nodes.length > 0 &&
          (form === 'tree' ? (
            <OutlineTree model={model} />
          ) : (
            <OutlineTable model={model} scroller={scroller} />
          ))}
      </div>
    </div>
  );
}
