import { Button } from '@mantine/core';
import type { GraphView } from '../../../graph/contract.ts';
import { BOUNDS } from '../../../graph/contract.ts';
import { IconButton } from '../../components/IconButton.tsx';
import { hideNodes, isPinned, keepOnly, pinNodes, unpinNodes } from '../../map-actions.ts';
import { expandNode, openComparison, openConnections, openPath } from '../../navigation.ts';
import { useServer } from '../../state/host.ts';
import { useNotice } from '../../state/notice.ts';
import { useOverlay } from '../../state/overlay.ts';
import { useView } from '../../state/view.ts';
import classes from './PickedBar.module.css';

/** More are not expanded at once: each is a request, and a map that nobody can read. */
const EXPANDED = 12;

/** What can be done with the nodes that were picked together. */
export default function PickedBar({ view }: { view: GraphView }) {
  const { picked, pick, pins } = useView();
  const whole = useServer();
  const ids = [...picked];
  const kinds = new Map(view.nodes.id.map((id, i) => [id, view.nodes.kind[i]!]));
  const members = ids.filter((id) => kinds.get(id) !== 'Theme');
  // The pins are read here so that the bar follows them.
  const pinned = pins && ids.every(isPinned);
  const expand = async () => {
    const answers = await Promise.allSettled(members.map((id) => expandNode(id)));
    if (answers.some(({ status }) => status === 'rejected'))
      useNotice.getState().say('Some of the picked nodes could not be expanded.');
  };
  const [one, other] = ids;
  const actions: readonly (readonly [label: string, run: () => void, shown: boolean])[] = [
    ['Keep only these', () => keepOnly(ids), true],
    ['Hide', () => hideNodes(ids), true],
    [pinned ? 'Unpin' : 'Pin', () => (pinned ? unpinNodes(ids) : pinNodes(ids)), true],
    ['Expand', () => void expand(), members.length > 0 && members.length <= EXPANDED],
    [
      'What connects these',
      () => openConnections(members),
      whole && members.length > 1 && members.length <= BOUNDS.connected,
    ],
    ['Path', () => openPath(one!, other!), whole && ids.length === 2 && members.length === 2],
    [
      'Compare',
      () => openComparison(one!, other!),
      whole && ids.length === 2 && comparable(kinds.get(one!), kinds.get(other!)),
    ],
    ['Export', () => useOverlay.getState().open('sharing', 'data'), whole],
  ];
  return (
    <div className={classes.bar} role="toolbar" aria-label="Picked nodes">
      <span className={classes.count}>{ids.length.toLocaleString('en')} picked</span>
      {actions.map(
        ([label, run, shown]) =>
          shown && (
            <Button key={label} size="compact-xs" variant="subtle" color="gray" onClick={run}>
              {label}
            </Button>
          ),
      )}
      <IconButton icon="close" label="Let go of the picked nodes" onClick={() => pick([])} />
    </div>
  );
}

/** Papers with papers, concepts with concepts, themes with themes. */
function comparable(one: string | undefined, other: string | undefined): boolean {
  const group = (kind: string | undefined) => (kind === 'Paper' || kind === 'Theme' ? kind : 'Concept');
  return group(one) === group(other);
}
