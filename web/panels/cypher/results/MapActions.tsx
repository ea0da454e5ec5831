import { Button } from '@mantine/core';
import type { Cypher, CypherResult } from '../../../../graph/contract.ts';
import { Icon } from '../../../components/icons.tsx';
import { showOnMap } from '../../../navigation.ts';

interface Props {
  result: CypherResult;
  /** What was run. */
  cypher: Cypher;
}

/** What a result can do to the map. */
export function MapActions({ result: { ids } }: Props) {
  if (ids.length === 0) return null;
  return (
    <Button
      size="compact-xs"
      variant="default"
      leftSection={<Icon name="eye" size={13} />}
      onClick={() => showOnMap(ids)}
    >
      Show {ids.length} on the map
    </Button>
  );
}
