import { IconButton } from '../../components/IconButton.tsx';
import { count } from '../../components/words.ts';
import { isBusy, useIngest } from '../../state/ingest.ts';
import { usePage } from '../../state/page.ts';
import classes from './IngestCard.module.css';
import { IngestStanding } from './IngestStanding.tsx';
import { rejectedCount } from './ingest-words.ts';

/** Over the map: how adding or removing stands; the sources page tells the whole of it. */
export default function IngestCard() {
  const busy = useIngest(isBusy);
  const clear = useIngest((state) => state.clear);
  const rejected = useIngest(({ job }) => (job?.report ? rejectedCount(job.report) : 0));
  const show = usePage((state) => state.show);
  return (
    <section className={classes.card} aria-label="Papers in and out">
      <div className={classes.content}>
        <IngestStanding />
        <button type="button" className={classes.inline} onClick={() => show('data')}>
          {busy
            ? 'Details'
            : rejected > 0
              ? `The report: ${count(rejected, 'entry', 'entries')} rejected`
              : 'The whole report'}
        </button>
      </div>
      {!busy && <IconButton icon="close" label="Close" onClick={clear} />}
    </section>
  );
}
