import { type KeyboardEvent, useRef } from 'react';
import { count } from '../../components/words.ts';
import classes from './RunTabs.module.css';
import type { Standing, StatementRun } from './run/statement-run.ts';

interface Props {
  runs: readonly StatementRun[];
  current: number;
  /** The id of what the tabs show. */
  panel: string;
  onChoose(index: number): void;
}

function wordsOf(standing: Standing): string {
  if (standing.status !== 'done') return standing.status === 'running' ? 'running' : standing.status;
  const { mode, rows, truncated } = standing.result;
  return mode === 'explain' ? 'plan' : `${truncated ? 'first ' : ''}${count(rows.length, 'row')}`;
}

/** Several statements that were run together, each with what became of it. */
export function RunTabs({ runs, current, panel, onChoose }: Props) {
  const list = useRef<HTMLDivElement>(null);
  function press(event: KeyboardEvent) {
    const last = runs.length - 1;
    const to = {
      ArrowRight: current === last ? 0 : current + 1,
      ArrowLeft: current === 0 ? last : current - 1,
      Home: 0,
      End: last,
    }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    onChoose(to);
    list.current?.querySelectorAll('button')[to]?.focus();
  }
  return (
    <div ref={list} role="tablist" aria-label="Statements" className={classes.tabs} onKeyDown={press}>
      {runs.map(({ order, standing }, index) => (
        <button
          // biome-ignore lint/suspicious/noArrayIndexKey: statements that ran together keep their order.
          key={index}
          type="button"
          role="tab"
          className={classes.tab}
          aria-selected={index === current}
          aria-controls={panel}
          tabIndex={index === current ? 0 : -1}
          title={order.part.text}
          data-standing={standing.status}
          onClick={() => onChoose(index)}
        >
          <span>{index + 1}</span> {wordsOf(standing)}
        </button>
      ))}
    </div>
  );
}
