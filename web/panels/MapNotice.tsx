import { IconButton } from '../components/IconButton.tsx';
import { useNotice } from '../state/notice.ts';
import classes from './MapNotice.module.css';

/** Over the map: what could not be done as asked, until it is closed. */
export function MapNotice() {
  const { text, clear } = useNotice();
  return (
    <div className={classes.place} role="status" aria-label="Notice">
      {text && (
        <div className={classes.notice}>
          <span>{text}</span>
          <IconButton icon="close" label="Close the notice" onClick={clear} />
        </div>
      )}
    </div>
  );
}
