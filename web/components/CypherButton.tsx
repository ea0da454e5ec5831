import { Button } from '@mantine/core';
import type { Cypher } from '../../graph/contract.ts';
import { useConsole } from '../state/console.ts';
import { useServer } from '../state/host.ts';
import { Icon } from './icons.tsx';

/** Opens the statement that gave a panel's content in the drawer. */
export function CypherButton({ cypher }: { cypher: Cypher }) {
  const show = useConsole((state) => state.show);
  if (!useServer()) return null;
  return (
    <Button
      size="compact-xs"
      variant="subtle"
      color="gray"
      leftSection={<Icon name="console" size={13} />}
      onClick={() => show(cypher)}
    >
      The Cypher behind this
    </Button>
  );
}
