import { lazy, Suspense, useEffect, useState } from 'react';
import { useStatus } from '../../queries.ts';
import { useIngest } from '../../state/ingest.ts';
import { usePage } from '../../state/page.ts';
import classes from './DropTarget.module.css';

const IngestCard = lazy(() => import('./IngestCard.tsx'));

const holdsFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;

/** Takes files that are dropped anywhere on the page, and shows how adding them stands where no page does. */
export function DropTarget() {
  const editable = useStatus().data?.editable ?? false;
  const onDataPage = usePage((state) => state.page === 'data');
  const toTell = useIngest(
    ({ sending, job, error, refused }) =>
      sending !== null || job !== null || error !== null || refused.length > 0,
  );
  const over = useFileDrop(editable);
  return (
    <>
      {over && (
        <div className={classes.over} aria-hidden="true">
          <span>{editable ? 'Drop to add papers' : 'This server only reads: no papers can be added'}</span>
        </div>
      )}
      {toTell && !onDataPage && (
        <Suspense fallback={null}>
          <IngestCard />
        </Suspense>
      )}
    </>
  );
}

/** Whether files are dragged over the page. */
function useFileDrop(editable: boolean): boolean {
  const [over, setOver] = useState(false);
  useEffect(() => {
    // Entering a child comes before leaving its parent.
    let depth = 0;
    const within = (step: number) => (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      depth = Math.max(0, depth + step);
      setOver(depth > 0);
    };
    const enter = within(1);
    const leave = within(-1);
    const hold = (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      // Else the browser would open the file in place of the page.
      event.preventDefault();
      if (event.dataTransfer) event.dataTransfer.dropEffect = editable ? 'copy' : 'none';
    };
    const drop = (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      depth = 0;
      setOver(false);
      if (editable) void useIngest.getState().addFiles([...(event.dataTransfer?.files ?? [])]);
    };
    window.addEventListener('dragenter', enter);
    window.addEventListener('dragleave', leave);
    window.addEventListener('dragover', hold);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragenter', enter);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('dragover', hold);
      window.removeEventListener('drop', drop);
    };
  }, [editable]);
  return over;
}
