import { COMMAND_GROUPS } from '../../commands/command.ts';
import { COMMANDS, LOCAL_KEYS } from '../../commands/commands.ts';
import { ModalDialog } from '../../components/ModalDialog.tsx';
import { useOverlay } from '../../state/overlay.ts';
import classes from './KeyList.module.css';

interface KeyRow {
  readonly keys: string;
  readonly does: string;
}

/** Every key of the page, by what it is for. */
export default function KeyList() {
  const close = useOverlay((state) => state.close);
  const groups = new Map<string, KeyRow[]>();
  const put = (group: string, row: KeyRow) => groups.set(group, [...(groups.get(group) ?? []), row]);
  for (const group of COMMAND_GROUPS) {
    for (const { name, keys, group: own } of COMMANDS)
      if (keys && own === group) put(group, { keys, does: name });
  }
  for (const { where, keys, does } of LOCAL_KEYS) put(where, { keys, does });
  return (
    <ModalDialog title="Keys" wide onClose={close}>
      <div className={classes.groups}>
        {[...groups].map(([group, rows]) => (
          <section key={group} aria-label={group}>
            <h3>{group}</h3>
            <dl>
              {rows.map(({ keys, does }) => (
                <div key={`${keys} ${does}`}>
                  <dt>
                    <kbd>{keys}</kbd>
                  </dt>
                  <dd>{does}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </ModalDialog>
  );
}
