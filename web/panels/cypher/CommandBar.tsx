import { Button } from '@mantine/core';
import type { Ref, RefObject } from 'react';
import { useShallow } from 'zustand/react/shallow';
import type { CypherMode } from '../../../graph/contract.ts';
import { CopyButton } from '../../components/CopyButton.tsx';
import { IconButton } from '../../components/IconButton.tsx';
import { Icon } from '../../components/icons.tsx';
import { type LinkedStatement, useConsole } from '../../state/console.ts';
import { writeStatement } from '../../state/console-address.ts';
import classes from './CommandBar.module.css';
import { usedRows } from './text/used-rows.ts';

interface Props {
  ref: Ref<HTMLElement>;
  blank: boolean;
  running: boolean;
  runButton: RefObject<HTMLButtonElement | null>;
  onRun(which: 'here' | 'all', mode?: CypherMode): void;
  onStop(): void;
  onFormat(): void;
}

/** All that can be done with the statements in the editor. */
export function CommandBar({ ref, blank, running, runButton, onRun, onStop, onFormat }: Props) {
  const { large, shelf, setOpen, setLarge, setShelf } = useConsole(
    useShallow(({ large, shelf, setOpen, setLarge, setShelf }) => ({
      large,
      shelf,
      setOpen,
      setLarge,
      setShelf,
    })),
  );
  return (
    <header ref={ref} className={classes.bar}>
      <h2>Cypher</h2>
      <IconButton
        icon="panel"
        label={shelf ? 'Hide the shelf' : 'Recipes, favourites and history'}
        pressed={shelf !== null}
        onClick={() => setShelf(shelf ? null : 'recipes')}
      />
      {running ? (
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<Icon name="stop" size={12} />}
          onClick={onStop}
        >
          Stop
        </Button>
      ) : (
        <Button
          ref={runButton}
          size="compact-sm"
          className={classes.run ?? ''}
          disabled={blank}
          leftSection={<Icon name="play" size={12} />}
          onClick={() => onRun('here')}
        >
          Run
        </Button>
      )}
      <span className={classes.group}>
        <Button size="compact-sm" variant="default" disabled={blank || running} onClick={() => onRun('all')}>
          Run all
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          disabled={blank || running}
          onClick={() => onRun('here', 'explain')}
        >
          Explain
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          disabled={blank || running}
          onClick={() => onRun('here', 'profile')}
        >
          Profile
        </Button>
        <Button size="compact-sm" variant="default" disabled={blank} onClick={onFormat}>
          Format
        </Button>
      </span>
      <span className={classes.end}>
        <CopyLink blank={blank} />
        <IconButton
          icon={large ? 'minus' : 'fit'}
          label={large ? 'Make the console smaller' : 'Fill the page'}
          keys="Alt Enter"
          pressed={large}
          onClick={() => setLarge(!large)}
        />
        <IconButton icon="close" label="Close the drawer" keys="Esc" onClick={() => setOpen(false)} />
      </span>
    </header>
  );
}

/** The address of the page as it is, with what stands in the editor. */
function CopyLink({ blank }: { blank: boolean }) {
  // Not the statement itself, which is another with every key.
  const long = useConsole((state) => !writeStatement(new URLSearchParams(), linkedOf(state)));
  if (blank) return null;
  if (long) return <span className={classes.long}>Too long for a link</span>;
  return <CopyButton label="Copy link" text={address} />;
}

const linkedOf = ({ statement, rows }: LinkedStatement): LinkedStatement => ({
  statement: statement.trim(),
  rows: usedRows(statement, rows),
});

function address(): string {
  const search = new URLSearchParams(location.hash.slice(1));
  for (const name of ['cypher', 'parameters', 'types']) search.delete(name);
  writeStatement(search, linkedOf(useConsole.getState()));
  return `${location.href.split('#')[0]}#${search}`;
}
