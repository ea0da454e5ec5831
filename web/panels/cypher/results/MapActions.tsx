import '@mantine/core/styles/Menu.css';
import { Button, Menu } from '@mantine/core';
import { useState } from 'react';
import type { Cypher, CypherResult } from '../../../../graph/contract.ts';
import { Icon } from '../../../components/icons.tsx';
import { ModalDialog } from '../../../components/ModalDialog.tsx';
import { type LensQuery, readLensQuery } from '../../../state/lens-query.ts';
import { MOST_LENSES, nameOf, saveLens, useSavedLenses } from '../../../state/saved-lenses.ts';
import { LensNameForm } from '../../lenses/LensNameForm.tsx';
import classes from '../../lenses/lenses.module.css';
import { drawOnly, showResult } from '../../lenses/show-result.ts';

interface Props {
  result: CypherResult;
  /** What was run. */
  cypher: Cypher;
  types?: LensQuery['types'];
}

/** What a result can do to the map. */
export function MapActions({ result: { ids }, cypher, types = {} }: Props) {
  const lenses = useSavedLenses((state) => state.lenses);
  const [naming, setNaming] = useState(false);
  if (ids.length === 0) return null;
  const { text: statement, parameters } = cypher;
  const lens = readLensQuery({ statement, parameters, types });
  const saved = lens && nameOf(lenses, lens);
  const full = lenses.length >= MOST_LENSES && saved === null;
  return (
    <>
      <Button
        size="compact-xs"
        variant="default"
        leftSection={<Icon name="eye" size={13} />}
        onClick={() => void showResult(ids, lens)}
      >
        Show {ids.length.toLocaleString('en')} on the map
      </Button>
      <Menu position="bottom-end" shadow="md" withinPortal>
        <Menu.Target>
          <Button size="compact-xs" variant="default" leftSection={<Icon name="target" size={13} />}>
            Lens
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {lens === null && <Menu.Label>The statement is too long for an address.</Menu.Label>}
          <Menu.Item disabled={lens === null} onClick={() => lens && drawOnly(lens)}>
            Only these on the map
          </Menu.Item>
          <Menu.Item disabled={lens === null || full} onClick={() => setNaming(true)}>
            {saved === null ? 'Save as a lens…' : `Rename the lens ${saved}…`}
          </Menu.Item>
          {full && <Menu.Label>There are {MOST_LENSES} lenses; delete one first.</Menu.Label>}
        </Menu.Dropdown>
      </Menu>
      {naming && lens && (
        <ModalDialog title="Save as a lens" onClose={() => setNaming(false)}>
          <div className={classes.dialog}>
            <LensNameForm
              first={saved ?? ''}
              onDone={(name) => {
                if (name !== null) saveLens(name, lens);
                setNaming(false);
              }}
            />
          </div>
        </ModalDialog>
      )}
    </>
  );
}
