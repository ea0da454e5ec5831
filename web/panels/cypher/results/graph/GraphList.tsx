import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useId, useMemo, useRef } from 'react';
import { KindIcon } from '../../../../components/KindIcon.tsx';
import type { Scheme } from '../../../../theme/palette.ts';
import classes from './GraphList.module.css';
import type { Spotlight } from './graph-scene.ts';
import { lookOf } from './node-looks.ts';
import type { ResultGraph } from './result-graph.ts';

interface Props {
  graph: ResultGraph;
  /** How much there is, in words. */
  said: string;
  scheme: Scheme;
  selected: Spotlight | null;
  onHover(spot: Spotlight | null): void;
  onSelect(spot: Spotlight): void;
}

/** Height of a row in pixels. */
const ROW = 24;
const AHEAD = 10;

/** All nodes, and the relations that can't be drawn. Arrow keys walk through them. */
export function GraphList({ graph, said, scheme, selected, onHover, onSelect }: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  const id = useId();
  const spots = useMemo<Spotlight[]>(
    () => [
      ...graph.nodes.map(({ ref }) => ({ type: 'node' as const, ref })),
      ...graph.loose.map(({ ref }) => ({ type: 'relation' as const, ref })),
    ],
    [graph],
  );
  const at = useMemo(
    () => spots.findIndex(({ type, ref }) => type === selected?.type && ref === selected.ref),
    [spots, selected],
  );
  const virtual = useVirtualizer({
    count: spots.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: AHEAD,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new selection moves the list.
  useEffect(() => {
    if (at >= 0) virtual.scrollToIndex(at);
  }, [at]);

  function press(event: KeyboardEvent) {
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / ROW) - 1);
    const last = spots.length - 1;
    const to = {
      ArrowDown: at + 1,
      ArrowUp: at < 0 ? 0 : at - 1,
      PageDown: at + page,
      PageUp: at - page,
      Home: 0,
      End: last,
    }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    onSelect(spots[Math.max(0, Math.min(last, to))]!);
  }

  return (
    <div className={classes.list}>
      <p className={classes.head}>
        {said}
        {graph.loose.length > 0 && `; ${graph.loose.length.toLocaleString('en')} not drawable`}
      </p>
      <div
        ref={scroller}
        className={classes.scroller}
        role="listbox"
        tabIndex={0}
        aria-label={`Nodes: ${said}`}
        aria-activedescendant={at >= 0 ? `${id}-${at}` : undefined}
        onKeyDown={press}
        onPointerLeave={() => onHover(null)}
      >
        <div role="presentation" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
          {virtual.getVirtualItems().map(({ index, start }) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the list takes the keys for its rows.
            // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus.
            <div
              key={index}
              id={`${id}-${index}`}
              className={classes.row}
              role="option"
              aria-selected={index === at}
              aria-setsize={spots.length}
              aria-posinset={index + 1}
              style={{ transform: `translateY(${start}px)` }}
              onClick={() => onSelect(spots[index]!)}
              onPointerEnter={() => onHover(spots[index]!)}
            >
              <Row graph={graph} index={index} scheme={scheme} />
            </div>
          ))}
        </div>
      </div>
    </div>
  );
}

function Row({ graph, index, scheme }: { graph: ResultGraph; index: number; scheme: Scheme }) {
  const node = graph.nodes[index];
  if (!node) {
    const relation = graph.loose[index - graph.nodes.length]!;
    return (
      <span className={classes.loose} title="An end of this relation was not returned, so it can't be drawn.">
        {relation.type} <small>not drawable</small>
      </span>
    );
  }
  const look = lookOf(node, scheme);
  return (
    <>
      <span className={classes.icon} style={{ color: look.colour }}>
        <KindIcon kind={look.shape} size={10} />
      </span>
      <span className={classes.name} title={node.name}>
        {node.name}
      </span>
      <span className="sr-only">, {look.label}</span>
    </>
  );
}
