import type { EdgeType } from '../../../graph/contract.ts';
import { Icon } from '../../components/icons.tsx';
import { KindIcon } from '../../components/KindIcon.tsx';
import { ThemeDot } from '../../components/ThemeDot.tsx';
import { useSelection } from '../../state/selection.ts';
import { useView } from '../../state/view.ts';
import classes from './OutlineTree.module.css';
import type { OutlineRow } from './outline-rows.ts';
import { tieName } from './tie-names.ts';

const COMMON: ReadonlySet<EdgeType> = new Set(['MENTIONS', 'CO_OCCURS', 'SHARES', 'LINKS']);

interface Props {
  id: string;
  row: OutlineRow;
  /** Pixels from the top of the tree. */
  start: number;
  height: number;
  /** Whether the keyboard is on it. */
  active: boolean;
  onToggle(): void;
  onOpen(): void;
}

/** The id of what the row shows, for the selection and the map. */
function idOf(row: OutlineRow): string | null {
  if (row.type === 'kind') return null;
  return row.type === 'node' ? row.node.id : (row.theme?.id ?? null);
}

export function TreeRow({ id, row, start, height, active, onToggle, onOpen }: Props) {
  const shown = idOf(row);
  const isSelected = useSelection((state) => shown !== null && state.current?.id === shown);
  const isLit = useView((state) => shown !== null && state.hovered === shown);
  const isMarked = useView((state) => row.type === 'node' && state.picked.has(row.node.id));
  const hover = useView((state) => state.hover);
  const canOpen = row.count > 0;
  return (
    // The tree has the keyboard; a row is only clicked.
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled by the tree.
    // biome-ignore lint/a11y/useFocusableInteractive: the tree has the focus and names its active row.
    <div
      id={id}
      role="treeitem"
      aria-level={row.level}
      aria-posinset={row.position}
      aria-setsize={row.of}
      aria-expanded={canOpen ? row.isOpen : undefined}
      aria-selected={isMarked || isSelected}
      aria-current={isSelected || undefined}
      className={classes.row}
      data-active={active || undefined}
      data-lit={isLit || undefined}
      data-type={row.type}
      style={{ top: start, height, paddingLeft: 4 + (row.level - 1) * 14 }}
      onClick={onOpen}
      onPointerEnter={() => row.type === 'node' && hover(row.node.id)}
      onPointerLeave={() => row.type === 'node' && hover(null)}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a larger target for the pointer; keys open it too. */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: see above. */}
      <span
        className={classes.arrow}
        data-open={row.isOpen || undefined}
        data-none={!canOpen || undefined}
        onClick={(event) => {
          event.stopPropagation();
          if (canOpen) onToggle();
        }}
      >
        <Icon name="chevron" size={11} />
      </span>
      <Lead row={row} />
      <span className={classes.oneLine} title={row.label}>
        <Tie row={row} />
        {row.label}
      </span>
      {isMarked && (
        <span className={classes.mark}>
          <Icon name="check" size={12} />
          <span className="sr-only">picked</span>
        </span>
      )}
      <span className={classes.count}>{tailOf(row)}</span>
    </div>
  );
}

function Lead({ row }: { row: OutlineRow }) {
  if (row.type === 'theme') return <ThemeDot colour={row.theme?.colour ?? -1} />;
  if (row.type === 'kind') return null;
  const { kind } = row.node;
  return (
    <span data-kind={kind} className={classes.shape} title={kind}>
      <KindIcon kind={kind} size={10} />
      <span className="sr-only">{kind}: </span>
    </span>
  );
}

/** Common ties go without saying, but for who can't see where the row stands. */
function Tie({ row }: { row: OutlineRow }) {
  if (row.type !== 'node' || row.tie === null) return null;
  return <span className={COMMON.has(row.tie) ? 'sr-only' : classes.tie}>{tieName(row.tie)}: </span>;
}

function tailOf(row: OutlineRow) {
  if (row.type !== 'node') return row.count.toLocaleString('en');
  return row.node.papers === null ? row.node.year : row.node.papers.toLocaleString('en');
}
