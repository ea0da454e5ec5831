import { Button } from '@mantine/core';
import { useState } from 'react';
import { Icon } from '../components/icons.tsx';
import { count } from '../components/words.ts';
import { currentDrawing } from '../sigma/current-drawing.ts';
import { choiceOf, makeFile } from './make-file.ts';
import classes from './ShareDialog.module.css';
import { fileName, saveBlob } from './save-blob.ts';
import { useWork } from './use-work.ts';
import { sizeInWords, timeLeft } from './words.ts';

interface Progress {
  readonly done: number;
  readonly total: number;
  readonly left: string;
}

/** One HTML file with the map, search, legend and panels, for those who have no Lacuna. */
export function FilePart() {
  const [title, setTitle] = useState('');
  const [abstracts, setAbstracts] = useState(true);
  const [progress, setProgress] = useState<Progress | null>(null);
  const { work, start, stop } = useWork<Blob>();
  const scene = currentDrawing()?.scene;
  const choice = choiceOf(scene, { title, abstracts });
  if (!choice) return <p>There is no map on screen to put into a file.</p>;

  function make(chosen: NonNullable<typeof choice>) {
    const began = performance.now();
    setProgress(null);
    start((signal) =>
      makeFile(chosen, {
        signal,
        progress: (done, total) =>
          setProgress({ done, total, left: timeLeft(done, total, performance.now() - began) }),
      }),
    );
  }

  const busy = work.state === 'busy';
  return (
    <section className={classes.part} aria-label="One file">
      <p>
        One HTML file with {count(choice.view.nodes.id.length, 'node')} as they lie on screen, search, legend,
        panels and how it was made. It opens in any browser, offline; it loads nothing and tells nobody.
      </p>
      <label className={classes.field}>
        <span>Title</span>
        <input
          value={title}
          maxLength={120}
          placeholder="Lacuna"
          disabled={busy}
          onChange={(event) => setTitle(event.target.value)}
        />
      </label>
      <label className={classes.tick}>
        <input
          type="checkbox"
          checked={abstracts}
          disabled={busy}
          onChange={(event) => setAbstracts(event.target.checked)}
        />
        <span>
          With abstracts and the sentences from them.{' '}
          <span className={classes.quiet}>
            They belong to their authors and publishers; leave them out where you may not pass them on.
          </span>
        </span>
      </label>
      <div className={classes.actions}>
        {busy ? (
          <Button size="compact-sm" variant="default" onClick={stop}>
            Cancel
          </Button>
        ) : work.state === 'done' ? (
          <>
            <Button
              size="compact-sm"
              variant="default"
              leftSection={<Icon name="download" size={13} />}
              onClick={() => saveBlob(work.result, fileName(title, 'html'))}
            >
              Save the file
            </Button>
            <Button size="compact-sm" variant="default" onClick={() => make(choice)}>
              Make it again
            </Button>
          </>
        ) : (
          <Button size="compact-sm" variant="default" onClick={() => make(choice)}>
            Make the file
          </Button>
        )}
      </div>
      {busy && progress && (
        <progress
          className={classes.progress}
          value={progress.done}
          max={progress.total}
          aria-label="Gathering the panels"
        />
      )}
      {work.state === 'failed' ? (
        <p className={classes.failure} role="alert">
          No file: {work.message}
        </p>
      ) : (
        <p className={classes.quiet} aria-live="polite">
          {busy && (progress ? gathered(progress) : 'Gathering …')}
          {work.state === 'done' && `Ready: ${sizeInWords(work.result.size)}.`}
        </p>
      )}
    </section>
  );
}

function gathered({ done, total, left }: Progress): string {
  if (done === total) return 'Writing the file …';
  const of = `${done.toLocaleString('en')} of ${total.toLocaleString('en')} panels`;
  return left ? `${of}, ${left}` : of;
}
