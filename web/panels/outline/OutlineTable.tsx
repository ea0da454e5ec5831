import { type KeyboardEvent, type RefObject, useMemo } from 'react';
import { KindIcon } from '../../components/KindIcon.tsx';
import { nextSorting, type SortValue, sortRows } from '../../components/sorting.ts';
import { type TableColumn, VirtualTable } from '../../components/VirtualTable.tsx';
import { openTarget, targetOf } from '../../navigation.ts';
import { type OutlineColumn, useOutline } from '../../state/outline.ts';
import { useSelection } from '../../state/selection.ts';
import { useView } from '../../state/view.ts';
import classes from './OutlineTree.module.css';
import { actOn } from './outline-keys.ts';
import type { OutlineModel, OutlineNode } from './outline-model.ts';

const WORDS: ReadonlySet<OutlineColumn> = new Set(['name', 'kind', 'theme']);

const VALUES: Readonly<Record<OutlineColumn, (node: OutlineNode) => SortValue>> = {
  name: ({ label }) => label,
  kind: ({ kind }) => kind,
  theme: ({ theme }) => theme?.label ?? null,
  papers: ({ papers }) => papers,
  year: ({ year }) => year,
  degree: ({ degree }) => degree,
};

const COLUMNS: readonly TableColumn<OutlineNode, OutlineColumn>[] = [
  {
    name: 'name',
    title: 'Name',
    cell: ({ kind, label }) => (
      <span className={classes.named}>
        <span data-kind={kind} className={classes.shape}>
          <KindIcon kind={kind} size={10} />
        </span>
        <span className={classes.cell} title={label}>
          {label}
        </span>
      </span>
    ),
  },
  { name: 'kind', title: 'Kind', cell: ({ kind }) => kind },
  {
    name: 'theme',
    title: 'Theme',
    cell: ({ theme }) => (
      <span className={`${classes.cell} ${classes.short}`} title={theme?.label}>
        {theme?.label}
      </span>
    ),
  },
  { name: 'papers', title: 'Papers', figures: true, cell: ({ papers }) => papers?.toLocaleString('en') },
  { name: 'year', title: 'Year', figures: true, cell: ({ year }) => year && Math.round(year) },
  { name: 'degree', title: 'Links', figures: true, cell: ({ degree }) => degree.toLocaleString('en') },
];

interface Props {
  model: OutlineModel;
  scroller: RefObject<HTMLElement | null>;
}

/** Every drawn node, in any order. */
export function OutlineTable({ model, scroller }: Props) {
  const { column, descending, sort } = useOutline();
  const { hovered, picked, hover } = useView();
  const selected = useSelection((state) => state.current?.id ?? null);
  const rows = useMemo(() => sortRows(model.nodes, VALUES[column], descending), [model, column, descending]);
  return (
    <VirtualTable
      caption="Everything on the map; arrow keys go from row to row, Enter opens, Space picks, Delete hides"
      rows={rows}
      idOf={({ id }) => id}
      columns={COLUMNS}
      sorting={{ column, descending }}
      onSort={(name) => {
        const next = nextSorting({ column, descending }, name, WORDS);
        sort(next.column, next.descending);
      }}
      onOpen={({ kind, id }) => openTarget(targetOf(kind, id))}
      onKey={(event: KeyboardEvent, node) => actOn(event, [node.id])}
      onHover={(node) => hover(node?.id ?? null)}
      selected={selected}
      marked={picked}
      lit={hovered}
      scroller={scroller}
    />
  );
}
