import { useId, useMemo, useRef, useState } from 'react';
import { type Command, findCommands } from '../../commands/command.ts';
import { COMMANDS } from '../../commands/commands.ts';
import { savedLensCommands } from '../../commands/lens-commands.ts';
import { ModalDialog } from '../../components/ModalDialog.tsx';
import { useOverlay } from '../../state/overlay.ts';
import classes from './Palette.module.css';

/** Rows that Page up and Page down go. */
const PAGE = 8;

/** All that can be done now, found by name. */
export function Palette() {
  const { text: given, close } = useOverlay();
  const [typed, setTyped] = useState(given);
  const [at, setAt] = useState(0);
  const list = useId();
  const rows = useRef<HTMLDivElement>(null);
  const possible = useMemo(
    () => [...COMMANDS, ...savedLensCommands()].filter(({ available }) => available?.() ?? true),
    [],
  );
  const found = findCommands(possible, typed);
  const chosen = Math.min(at, found.length - 1);

  function run(command: Command | undefined) {
    if (!command) return;
    close();
    // Once the dialog has given the focus back, so that a command may put it elsewhere.
    setTimeout(() => void command.run());
  }

  function go(to: number) {
    const next = Math.max(0, Math.min(found.length - 1, to));
    setAt(next);
    rows.current?.children[next]?.scrollIntoView({ block: 'nearest' });
  }

  function press(event: React.KeyboardEvent) {
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: chosen + 1,
      ArrowUp: chosen - 1,
      PageDown: chosen + PAGE,
      PageUp: chosen - PAGE,
    };
    const to = steps[event.key];
    if (to !== undefined) go(to === -1 ? found.length - 1 : to === found.length ? 0 : to);
    else if (event.key === 'Enter') run(found[chosen]);
    else return;
    event.preventDefault();
  }

  return (
    <ModalDialog title="Commands" untitled onClose={close}>
      <input
        className={classes.box}
        // biome-ignore lint/a11y/noAutofocus: the dialog was opened to type into it.
        autoFocus
        role="combobox"
        aria-expanded="true"
        aria-controls={list}
        aria-activedescendant={found[chosen] ? `${list}-${found[chosen].id}` : undefined}
        aria-label="Find a command"
        placeholder="What do you want to do?"
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          go(0);
        }}
        onKeyDown={press}
      />
      <div id={list} ref={rows} role="listbox" aria-label="Commands" className={classes.list}>
        {found.map((command, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: keys work in the box, which keeps the focus.
          // biome-ignore lint/a11y/useFocusableInteractive: the box names the active option.
          <div
            key={command.id}
            id={`${list}-${command.id}`}
            role="option"
            aria-selected={index === chosen}
            className={classes.row}
            onClick={() => run(command)}
            onPointerMove={() => setAt(index)}
          >
            <span className={classes.name}>{command.name}</span>
            <span className={classes.group}>{command.group}</span>
            {command.keys && <kbd className={classes.keys}>{command.keys}</kbd>}
          </div>
        ))}
      </div>
      {found.length === 0 && <p className={classes.none}>No command is called that.</p>}
    </ModalDialog>
  );
}
