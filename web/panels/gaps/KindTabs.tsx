import type { Gaps } from '../../../graph/contract.ts';
import type { GapKind } from '../../../graph/schema.ts';
import { useGapList } from '../../state/gap-list.ts';
import classes from './KindTabs.module.css';

interface Props {
  lists: Gaps['lists'];
  current: GapKind;
}

/** The kinds of gaps, with how many there are of each. */
export function KindTabs({ lists, current }: Props) {
  const list = useGapList((state) => state.list);
  return (
    <nav aria-label="Kinds of gaps" className={classes.kinds}>
      <ul className="plain">
        {lists.map(({ kind, definition, gaps }) => (
          <li key={kind}>
            <button
              type="button"
              className={classes.kind}
              aria-current={kind === current ? 'true' : undefined}
              onClick={() => list(kind)}
            >
              <span>{definition.name}</span>
              <span className={classes.count}>{gaps.length.toLocaleString('en')}</span>
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
