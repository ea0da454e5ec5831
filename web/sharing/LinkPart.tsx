import { CopyButton } from '../components/CopyButton.tsx';
import { embedAddress } from '../state/embedding.ts';
import classes from './ShareDialog.module.css';

/** The address of what is on screen, and how to show it in another page. */
export function LinkPart() {
  const { href } = window.location;
  const frame = `<iframe src="${embedAddress(href)}" width="900" height="600" title="Lacuna"></iframe>`;
  return (
    <section className={classes.part} aria-label="Link">
      <p>
        The address holds the view: lens, filters, what is selected. It opens wherever this server is reached.
      </p>
      <label className={classes.field}>
        <span>Link to this view</span>
        <input readOnly value={href} onFocus={(event) => event.target.select()} />
      </label>
      <div className={classes.actions}>
        <CopyButton text={href} label="Copy link" />
      </div>
      <label className={classes.field}>
        <span>To show the map alone in another page</span>
        <textarea readOnly rows={3} value={frame} onFocus={(event) => event.target.select()} />
      </label>
      <div className={classes.actions}>
        <CopyButton text={frame} label="Copy frame" />
      </div>
      <p className={classes.quiet}>
        Other sites may frame it only when the server's setting <code>embedBy</code> names them.
      </p>
    </section>
  );
}
