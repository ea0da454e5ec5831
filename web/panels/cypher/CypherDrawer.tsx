import { useEffect, useRef, useState } from 'react';
import { useShallow } from 'zustand/react/shallow';
import type { CypherMode } from '../../../graph/contract.ts';
import { type LinkedStatement, useConsole } from '../../state/console.ts';
import { usePastRuns } from '../../state/console-history.ts';
import { useSelection } from '../../state/selection.ts';
import { useView } from '../../state/view.ts';
import { CommandBar } from './CommandBar.tsx';
import classes from './CypherDrawer.module.css';
import type { CypherEditor } from './editor/create-editor.ts';
import type { Problem } from './editor/language-messages.ts';
import { ProblemLine } from './editor/ProblemLine.tsx';
import { StatementEditor } from './editor/StatementEditor.tsx';
import { useFocusReturn } from './focus-return.ts';
import { Outcome } from './Outcome.tsx';
import { ParameterRows } from './parameters/ParameterRows.tsx';
import { RunTabs } from './RunTabs.tsx';
import { failurePlace } from './run/failure-place.ts';
import type { StatementRun } from './run/statement-run.ts';
import { useStatementRuns } from './run/use-statement-runs.ts';
import { Shelf } from './shelf/Shelf.tsx';

const OUTCOME_ID = 'cypher-outcome';
/** The button in the bar of the page that opens the drawer. */
const OPENER = 'button[aria-label="Cypher"]';

/** Bottom, or all of the page: statements, and their answers. */
export default function CypherDrawer() {
  const { large, shelf, asked, offers } = useConsole(
    useShallow(({ large, shelf, runs: asked, offers }) => ({ large, shelf, asked, offers })),
  );
  const { setOpen, setLarge, put, write } = useConsole.getState();
  const blank = useConsole(({ statement }) => statement.trim() === '');
  const beside = useSelection(({ current, choosing }) => choosing || current !== null);
  const { runs, running, start, stop, clear } = useStatementRuns();
  const editor = useRef<CypherEditor>(null);
  const drawer = useRef<HTMLElement>(null);
  const bar = useRef<HTMLElement>(null);
  const outcome = useRef<HTMLDivElement>(null);
  const runButton = useRef<HTMLButtonElement>(null);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [problemAt, setProblemAt] = useState(0);
  const [chosen, setChosen] = useState<number | null>(null);
  const [recalled, setRecalled] = useState(-1);
  useFocusReturn(drawer, OPENER);
  const shown = chosen ?? latestOf(runs);
  const showProblems = (found: readonly Problem[]) => {
    setProblemAt(0);
    setProblems((before) => (before.length + found.length === 0 ? before : found));
  };

  const run = (which: 'here' | 'all', mode: CypherMode = 'run') => {
    const parts = editor.current?.parts(which) ?? [];
    if (parts.length === 0) return;
    setChosen(null);
    setRecalled(-1);
    void start(parts, mode);
  };
  /** To the buttons; a second Escape closes the drawer. */
  const leave = () => {
    if (running) stop();
    else if (blank) bar.current?.querySelector('button')?.focus();
    else runButton.current?.focus();
  };
  const take = (linked: LinkedStatement) => {
    put(linked);
    editor.current?.focus();
  };
  /** Nothing is newer than what is being written. */
  const recall = (step: 1 | -1) => {
    const past = usePastRuns.getState().runs;
    const at = Math.min(Math.max(recalled - step, 0), past.length - 1);
    const run = past[at];
    if (!run) return;
    setRecalled(at);
    put({ statement: run.statement, rows: run.parameters });
  };
  const rewrite = ({ order }: StatementRun, text: string) => {
    const { statement } = useConsole.getState();
    const { from, to, text: written } = order.part;
    // Where the text is another by now, all of it gives way.
    write(
      statement.slice(from, to) === written ? statement.slice(0, from) + text + statement.slice(to) : text,
    );
    editor.current?.focus();
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: raised when a statement comes from outside.
  useEffect(() => {
    if (asked > seen.runs) void start(editor.current?.parts('all') ?? [], 'run');
    else if (offers > seen.offers) {
      clear();
      runButton.current?.focus();
    } else editor.current?.focus();
    seen = { runs: asked, offers };
  }, [asked, offers]);

  useEffect(() => {
    const failed = runs.find(({ standing }) => standing.status === 'failed');
    if (failed?.standing.status !== 'failed') return;
    // Opened again, the drawer may show what another text did.
    const { from, to, text } = failed.order.part;
    if (useConsole.getState().statement.slice(from, to) !== text) return;
    const place = failurePlace(failed.order.part, failed.standing.failure);
    if (place) editor.current?.mark([place]);
  }, [runs]);

  // What is shown on the map is to be seen there.
  const marked = useView((state) => state.marked);
  const seenMarks = useRef(marked);
  useEffect(() => {
    if (marked !== seenMarks.current && marked.size > 0) setLarge(false);
    seenMarks.current = marked;
  }, [marked, setLarge]);

  function press(event: React.KeyboardEvent) {
    if (event.defaultPrevented) return;
    if (event.key === 'Enter' && event.altKey) setLarge(!large);
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) run(event.shiftKey ? 'all' : 'here');
    else if (event.key === 'Escape') {
      if (running) stop();
      else setOpen(false);
    } else return;
    event.preventDefault();
  }

  return (
    <section
      ref={drawer}
      className={classes.drawer}
      data-region="cypher"
      data-large={large || undefined}
      data-beside={beside || undefined}
      data-shelf={shelf ?? undefined}
      tabIndex={-1}
      aria-label="Cypher"
      onKeyDown={press}
    >
      <CommandBar
        ref={bar}
        blank={blank}
        running={running}
        runButton={runButton}
        onRun={run}
        onStop={stop}
        onFormat={() => void editor.current?.format()}
      />
      {shelf && (
        <Shelf
          shelf={shelf}
          onTake={take}
          onRun={(linked) => {
            put(linked);
            run('all');
          }}
        />
      )}
      <div className={classes.side}>
        <StatementEditor
          ref={editor}
          onProblems={showProblems}
          onProblem={setProblemAt}
          onRun={run}
          onRecall={recall}
          onLeave={leave}
        />
        <ProblemLine problems={problems} at={problemAt} />
        {runs.length > 0 && (
          <button type="button" className={classes.onward} onClick={() => outcome.current?.focus()}>
            To the result
          </button>
        )}
        <ParameterRows />
      </div>
      <div className={classes.outcome}>
        {runs.length > 1 && <RunTabs runs={runs} current={shown} panel={OUTCOME_ID} onChoose={setChosen} />}
        <div
          ref={outcome}
          id={OUTCOME_ID}
          tabIndex={-1}
          className={classes.result}
          {...(runs.length > 1 && { role: 'tabpanel', 'aria-label': `Statement ${shown + 1}` })}
        >
          <Outcome
            run={runs[shown]}
            blank={blank}
            onRewrite={rewrite}
            onAgain={() => void start(partsOf(runs), runs[0]?.order.mode ?? 'run')}
          />
        </div>
      </div>
    </section>
  );
}

/** What was asked from outside and has been done, also while the drawer was closed. */
let seen = { runs: 0, offers: 0 };

const partsOf = (runs: readonly StatementRun[]) => runs.map(({ order }) => order.part);

/** The one that runs, or failed; otherwise the last. */
function latestOf(runs: readonly StatementRun[]): number {
  const at = runs.findIndex(({ standing }) => standing.status === 'running' || standing.status === 'failed');
  return at < 0 ? Math.max(0, runs.length - 1) : at;
}
