import '@mantine/core/styles/Menu.css';
import { Menu, Popover } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { DrawnKind, GraphView } from '../../../graph/contract.ts';
import { shorten } from '../../components/words.ts';
import { hideNodes, isPinned, pinNodes, unpinNodes } from '../../map-actions.ts';
import { isolateTheme, lookAround, openTarget, startCompare, startPath, targetOf } from '../../navigation.ts';
import { useServer } from '../../state/host.ts';
import { type OpenMenu, useMapTool } from '../../state/map-tool.ts';
import { useSelection } from '../../state/selection.ts';
import { useView } from '../../state/view.ts';
import { ExpandForm } from './ExpandForm.tsx';
import classes from './NodeMenu.module.css';

const STEPS = [1, 2, 3] as const;
const NAME_LENGTH = 48;

interface Props {
  view: GraphView;
  menu: OpenMenu;
}

/** What can be done with one node of the map. */
export default function NodeMenu({ view, menu }: Props) {
  const [expanding, setExpanding] = useState(false);
  const close = useMapTool((state) => state.closeMenu);
  const at = view.nodes.id.indexOf(menu.id);
  const kind = view.nodes.kind[at] ?? 'Term';
  const name = shorten(view.nodes.label[at] ?? 'This', NAME_LENGTH);
  const anchor = <span className={classes.anchor} style={{ left: menu.x, top: menu.y }} />;
  const shared = {
    opened: true,
    withinPortal: false,
    floatingStrategy: 'fixed',
    returnFocus: true,
    shadow: 'md',
  } as const;

  // The focus may be anywhere by then, on the map or on nothing.
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      close();
    };
    window.addEventListener('keydown', press, { capture: true });
    return () => window.removeEventListener('keydown', press, { capture: true });
  }, [close]);

  if (expanding) {
    return (
      <Popover {...shared} position="bottom-start" trapFocus onChange={(open) => !open && close()}>
        <Popover.Target>{anchor}</Popover.Target>
        <Popover.Dropdown className={classes.dropdown ?? ''} aria-label={`Expand ${name}`}>
          <ExpandForm id={menu.id} name={name} />
        </Popover.Dropdown>
      </Popover>
    );
  }
  return (
    <Menu
      {...shared}
      position="bottom-start"
      trapFocus
      closeOnItemClick={false}
      onChange={(open) => !open && close()}
    >
      <Menu.Target>{anchor}</Menu.Target>
      <Menu.Dropdown className={classes.dropdown ?? ''} aria-label={`Menu of ${name}`}>
        <Menu.Label>{name}</Menu.Label>
        <Items id={menu.id} kind={kind} drawn={at >= 0} onExpand={() => setExpanding(true)} />
      </Menu.Dropdown>
    </Menu>
  );
}

interface ItemsProps {
  id: string;
  kind: DrawnKind;
  drawn: boolean;
  onExpand(): void;
}

function Items({ id, kind, drawn, onExpand }: ItemsProps) {
  const { expansions, collapse } = useView();
  const whole = useServer();
  const close = useMapTool((state) => state.closeMenu);
  const run = (action: () => void) => () => {
    close();
    action();
  };
  const hide = () => {
    hideNodes([id]);
    const { current, select } = useSelection.getState();
    if (current?.id === id) select(null);
  };
  const open = () => openTarget(targetOf(kind, id), { read: true });
  if (kind === 'Theme') {
    return (
      <>
        <Menu.Item onClick={run(open)}>Open</Menu.Item>
        <Menu.Item onClick={run(() => isolateTheme(id))}>Show alone</Menu.Item>
        {whole && <Menu.Item onClick={run(() => startCompare(id))}>Compare with…</Menu.Item>}
        <Menu.Item onClick={run(hide)}>Hide</Menu.Item>
      </>
    );
  }
  const pinned = isPinned(id);
  return (
    <>
      <Menu.Item onClick={run(open)}>Open</Menu.Item>
      <Menu.Item onClick={onExpand}>Expand…</Menu.Item>
      {expansions.has(id) && <Menu.Item onClick={run(() => collapse(id))}>Collapse</Menu.Item>}
      {whole && (
        <>
          <Menu.Item onClick={run(() => startPath(id))}>Path to…</Menu.Item>
          <Menu.Item onClick={run(() => startCompare(id))}>Compare with…</Menu.Item>
        </>
      )}
      <Menu.Divider />
      <Menu.Label>Look around</Menu.Label>
      {STEPS.map((steps) => (
        <Menu.Item key={steps} onClick={run(() => lookAround([id], steps))}>
          {steps === 1 ? '1 step' : `${steps} steps`}
        </Menu.Item>
      ))}
      {drawn && (
        <>
          <Menu.Divider />
          <Menu.Item rightSection="P" onClick={run(() => (pinned ? unpinNodes([id]) : pinNodes([id])))}>
            {pinned ? 'Unpin' : 'Pin here'}
          </Menu.Item>
          <Menu.Item rightSection="H" onClick={run(hide)}>
            Hide
          </Menu.Item>
        </>
      )}
    </>
  );
}
