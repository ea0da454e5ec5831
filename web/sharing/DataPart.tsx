import { useState } from 'react';
import { FILE_FORMAT_NAMES, FILE_FORMATS, type FileFormatName } from '../../graph/contract.ts';
import { api } from '../api.ts';
import { Choice } from '../components/Choice.tsx';
import { count } from '../components/words.ts';
import { currentDrawing } from '../sigma/current-drawing.ts';
import classes from './ShareDialog.module.css';
import { fileName, saveBlob } from './save-blob.ts';
import { drawnIds, requestFor, type Scope, selectedIds, themeInFocus } from './scope.ts';
import { useWork } from './use-work.ts';
import { viewInWords } from './view-words.ts';
import { WorkNews } from './WorkNews.tsx';
import { sizeInWords } from './words.ts';

/** What is on screen, what is selected, or a theme, as a file for another program. */
export function DataPart() {
  const scene = currentDrawing()?.scene;
  const drawn = scene ? drawnIds(scene) : [];
  const selected = selectedIds();
  const theme = themeInFocus();
  const [scope, setScope] = useState<Scope>(selected.length > 0 ? 'selection' : 'screen');
  const { work, start } = useWork<string>();
  const scopes: { value: Scope; label: string }[] = [
    { value: 'screen', label: `On screen (${drawn.length.toLocaleString('en')})` },
    ...(selected.length > 0
      ? [{ value: 'selection' as const, label: `Selected (${selected.length.toLocaleString('en')})` }]
      : []),
    ...(theme ? [{ value: 'theme' as const, label: 'Theme' }] : []),
  ];
  const papers = papersIn(scope, drawn, selected);
  const title =
    scope === 'theme' && theme ? theme.label : scene?.view ? viewInWords(scene.view, drawn.length) : '';

  function save(format: FileFormatName) {
    start(async (signal) => {
      const request = requestFor(scope);
      if (!request) throw new Error('there is nothing to export.');
      const blob = await api.exportFile({ ...request, format, title: title.slice(0, 200) }, signal);
      const name = scope === 'theme' && theme ? theme.label : `lacuna ${scope}`;
      saveBlob(blob, fileName(name, FILE_FORMATS[format].ending));
      return `${FILE_FORMATS[format].label}, ${sizeInWords(blob.size)}`;
    });
  }

  return (
    <section className={classes.part} aria-label="Data">
      {scopes.length > 1 ? (
        <Choice label="What to export" value={scope} onChange={(value) => setScope(value)} options={scopes} />
      ) : (
        <p>
          What is on screen: {count(drawn.length, 'node')}. Pick nodes, select one or show a theme alone to
          export only that.
        </p>
      )}
      {scope === 'theme' && theme && (
        <p className={classes.quiet}>All papers and concepts of “{theme.label}”, whether drawn or not.</p>
      )}
      {(['graph', 'papers'] as const).map((holds) => (
        <div key={holds} className={classes.part}>
          <span className={classes.legend}>
            {holds === 'graph'
              ? 'The graph'
              : `Its papers as references${papers === null ? '' : `: ${count(papers, 'paper')}`}`}
          </span>
          <ul className={classes.formats}>
            {FILE_FORMAT_NAMES.filter((name) => FILE_FORMATS[name].holds === holds).map((name) => (
              <li key={name}>
                <button
                  type="button"
                  className={classes.format}
                  disabled={work.state === 'busy' || (holds === 'papers' && papers === 0)}
                  onClick={() => save(name)}
                >
                  {FILE_FORMATS[name].label}
                  <span>{FILE_FORMATS[name].note}</span>
                </button>
              </li>
            ))}
          </ul>
        </div>
      ))}
      <WorkNews work={work} busy="Writing the file …" done="Saved:" />
    </section>
  );
}

/** Null where only the server knows. */
function papersIn(scope: Scope, drawn: readonly string[], selected: readonly string[]): number | null {
  const view = currentDrawing()?.scene.view;
  if (scope === 'theme' || !view) return null;
  const papers = new Set(view.nodes.id.filter((_, i) => view.nodes.kind[i] === 'Paper'));
  const drawnHere = new Set(drawn);
  const ids = scope === 'screen' ? drawn : selected;
  // What was selected elsewhere may be a paper for all this page knows.
  if (ids.some((id) => !drawnHere.has(id))) return null;
  return ids.filter((id) => papers.has(id)).length;
}
