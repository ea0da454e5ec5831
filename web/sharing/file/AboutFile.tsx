import type { ShareManifest } from '../../../graph/export/share-file.ts';
import { ModalDialog } from '../../components/ModalDialog.tsx';
import { count } from '../../components/words.ts';
import classes from '../ShareDialog.module.css';
import { today } from '../view-words.ts';

/** How the file came about: what is in it, what is not, and the run that made its graph. */
export function AboutFile({ manifest, onClose }: { manifest: ShareManifest; onClose(): void }) {
  const { made, lacuna, store, counts, held, abstracts, capped, run, about } = manifest;
  return (
    <ModalDialog title="About this file" onClose={onClose}>
      <div className={classes.body}>
        <p>
          {about}. All that it shows stands in the file; it asks nobody. Searching, the legend, the panels and
          the filters work as in Lacuna, on what the file holds; Cypher, paths, gaps, notes, tags and what is
          new need Lacuna itself.
        </p>
        <dl className={classes.facts}>
          <dt>Made</dt>
          <dd>{today(new Date(made))}</dd>
          <dt>In the file</dt>
          <dd>
            {count(held.papers, 'paper')}, {count(held.concepts, 'concept')}, {count(held.links, 'link')}
          </dd>
          <dt>Of a graph of</dt>
          <dd>
            {count(counts.papers, 'paper')}, {count(counts.concepts, 'concept')},{' '}
            {count(counts.themes, 'theme')}
          </dd>
          <dt>Made by</dt>
          <dd>
            Lacuna {lacuna}, {store}
          </dd>
          {run !== null && (
            <>
              <dt>Analysis</dt>
              <dd>{runInWords(run)}</dd>
            </>
          )}
        </dl>
        {capped.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        {abstracts && <p className={classes.quiet}>Abstracts belong to their authors and publishers.</p>}
        {run !== null && (
          <details>
            <summary>The whole run</summary>
            <pre className={classes.run}>{JSON.stringify(run, null, 2)}</pre>
          </details>
        )}
      </div>
    </ModalDialog>
  );
}

function runInWords(run: NonNullable<ShareManifest['run']>): string {
  const facts = ['algorithm', 'seed', 'resolution', 'runs', 'version']
    .filter((name) => typeof run[name] === 'string' || typeof run[name] === 'number')
    .map((name) => `${name} ${run[name]}`);
  return facts.length > 0 ? facts.join(', ') : 'as told below';
}
