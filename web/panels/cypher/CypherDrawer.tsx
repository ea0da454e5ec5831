import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { IconButton } from '../../components/IconButton.tsx';
import { Icon } from '../../components/icons.tsx';
import { useConsole } from '../../state/console.ts';
import classes from './CypherDrawer.module.css';
import { EXAMPLES } from './examples.ts';
import { Outcome } from './Outcome.tsx';
import { useCypherRun } from './use-cypher-run.ts';

/** Bottom: a query, and its answer as a table and on the map. */
export default function CypherDrawer() {
  const { statement, parameters, runs, write, writeParameters, setOpen } = useConsole();
  const { run, start, stop } = useCypherRun();
  const editor = useRef<HTMLTextAreaElement>(null);
  const running = run.status === 'running';
  const blank = statement.trim() === '';
  const seenRuns = useRef(0);

  useEffect(() => editor.current?.focus(), []);
  useEffect(() => {
    if (runs === seenRuns.current) return;
    seenRuns.current = runs;
    const latest = useConsole.getState();
    void start(latest.statement, latest.parameters);
  }, [runs, start]);

  function press(event: React.KeyboardEvent) {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      if (!blank) void start(statement, parameters);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      if (running) stop();
      else setOpen(false);
    }
  }

  return (
    <section className={classes.drawer} data-region="cypher" tabIndex={-1} aria-label="Cypher">
      <div className={classes.side}>
        <header className={classes.header}>
          <h2>Cypher</h2>
          <select
            className={classes.examples}
            aria-label="Example queries"
            value=""
            onChange={(event) => {
              const example = EXAMPLES.find(({ name }) => name === event.currentTarget.value);
              if (!example) return;
              write(example.statement);
              writeParameters('{}');
              editor.current?.focus();
            }}
          >
            <option value="">Examples</option>
            {EXAMPLES.map(({ name }) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        </header>
        <textarea
          ref={editor}
          className={classes.editor}
          aria-label="Cypher statement"
          value={statement}
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
          onChange={(event) => write(event.currentTarget.value)}
          onKeyDown={press}
        />
        <div className={classes.foot}>
          <label className={classes.parameters}>
            <span>Parameters</span>
            <input
              value={parameters}
              spellCheck={false}
              autoComplete="off"
              onChange={(event) => writeParameters(event.currentTarget.value)}
              onKeyDown={press}
            />
          </label>
          {running ? (
            <Button
              size="compact-sm"
              variant="default"
              leftSection={<Icon name="stop" size={12} />}
              onClick={stop}
            >
              Stop
            </Button>
          ) : (
            <Button
              size="compact-sm"
              className={classes.run ?? ''}
              disabled={blank}
              leftSection={<Icon name="play" size={12} />}
              onClick={() => void start(statement, parameters)}
            >
              Run
            </Button>
          )}
        </div>
      </div>
      <div className={classes.outcome}>
        <Outcome run={run} blank={blank} />
        <div className={classes.close}>
          <IconButton icon="close" label="Close the drawer" onClick={() => setOpen(false)} />
        </div>
      </div>
    </section>
  );
}
